using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.Accounts;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Lets through to a page who has the right that its address <see cref="Needs"/>, by the <see cref="AccessRule"/>.</summary>
internal sealed class AccessGate(AccessRule rule, LinkTokens tokens) : IEndpointFilter
{
    private const int ChoicesBytesMax = 4 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = ManagerSession.Of(http);
        var verdict = await rule.DecideAsync(http, session.Access).ConfigureAwait(false);
        if (verdict is AccessVerdict.Elsewhere { Path: var path })
        {
            return ManagerShow.GoTo(http, path);
        }

        if (verdict is AccessVerdict.Refused { OfCohort: var ofCohort })
        {
            return ofCohort ? CohortPages.Missing(http) : ManagerShow.Sorry(http, StatusCodes.Status403Forbidden, ManagerWords.NotYours);
        }

        var granted = (AccessVerdict.Granted)verdict;
        session.MayRun = granted.MayRun;
        return granted.Needs.Fresh && AccessRule.Changes(http) && session.Kept.Provider is not null && !session.Kept.IsFresh(granted.Act.At)
            ? Show.SeeOther(ManagerPaths.ProveAgain(http, await ChosenAsync(http).ConfigureAwait(false)))
            : await rule.NotingAsync(granted, context, next).ConfigureAwait(false);
    }

    // So that it is chosen still when they come back.
    private async Task<QueryString> ChosenAsync(HttpContext http)
    {
        var form = await FormGate.ReadAsync(http, ChoicesBytesMax).ConfigureAwait(false);
        return form?[AccountPages.Button].ToString() == AccountPages.GrantIt
            ? QueryString.Create(AccountPages.ChosenField, new ChosenGrant(form![AccountPages.Whom].ToString(), form[AccountPages.Role].ToString(), form[AccountPages.For].ToString()).Write(tokens))
            : QueryString.Empty;
    }
}
