using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets an act through that came from a form of this sign-in; another site's form cannot know the proof.</summary>
internal sealed class ProofGate(AccessLog log, PagesOptions options) : IEndpointFilter
{
    /// <summary>The hidden field that every form carries.</summary>
    public const string Field = "proof";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = ManagerSession.Of(http);
        if (!HttpMethods.IsPost(http.Request.Method) || SessionTokens.Same(session.Proof, SentForm.Of(http).First(Field)))
        {
            return await next(context).ConfigureAwait(false);
        }

        await log.NoteAsync(new AccessAct(options.RealClock.Now(), session.Access.Account, AccessDeeds.Refused)
        {
            Detail = RightWords.SendAForm,
            From = ClientAddress.Of(http, options),
        }).ConfigureAwait(false);
        return ManagerShow.Sorry(http, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere);
    }
}
