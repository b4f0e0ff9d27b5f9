using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets an act through that came from a form of this sign-in; another site's form cannot know the proof.</summary>
internal sealed class ProofGate(DeskNotes notes) : IEndpointFilter
{
    /// <summary>The hidden field that every form carries.</summary>
    public const string Field = "proof";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = ManagerSession.Of(http);
        if (!AccessRule.Changes(http) || SessionTokens.Same(session.Proof, SentForm.Of(http).First(Field)))
        {
            return await next(context).ConfigureAwait(false);
        }

        if (KeptForm.What(http) is { } what)
        {
            return KeptForm.OfEarlier(http, what);
        }

        // Who wants to be out is let out, also from a page of an earlier sign-in.
        if (http.Request.Path == ManagerPaths.SignOut && KeptForm.IsFromHere(http))
        {
            return await next(context).ConfigureAwait(false);
        }

        await notes.RefusedAsync(notes.Act(http, session.Access.Account, AccessDeeds.Refused, RightWords.SendAForm)).ConfigureAwait(false);
        return ManagerShow.Sorry(http, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere);
    }
}
