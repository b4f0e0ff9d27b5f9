using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets an act through that came from a form of this sign-in; another site's form cannot know the proof.</summary>
internal sealed class ProofGate : IEndpointFilter
{
    /// <summary>The hidden field that every form carries.</summary>
    public const string Field = "proof";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsPost(http.Request.Method)
            && !SessionTokens.Same(ManagerSession.Of(http).Proof, SentForm.Of(http).First(Field))
                ? ManagerShow.Sorry(http, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere)
                : await next(context).ConfigureAwait(false);
    }
}
