using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Notes what is done at the desk, with the moment and the network address of the request.</summary>
internal sealed class DeskNotes(AccessLog log, SignInLimit limit, PagesOptions options)
{
    /// <summary>An act of this request.</summary>
    public AccessAct Act(HttpContext context, AccountId? by, string what, string detail = "") =>
        new(options.RealClock.Now(), by, what) { Detail = detail, From = ClientAddress.Of(context, options) };

    /// <summary>Notes it; ends when it is stored.</summary>
    public Task NoteAsync(AccessAct act) => log.NoteAsync(act);

    /// <summary>Counts a refusal at the door, and notes the first few of an address: a stranger should not fill the tables.</summary>
    /// <returns>How long the client is to wait; null while it was not refused often.</returns>
    public async Task<TimeSpan?> RefusedAtTheDoorAsync(HttpContext context, string why)
    {
        var wait = limit.Failed(context);
        if (wait is null)
        {
            await NoteAsync(Act(context, null, AccessDeeds.SignInRefused, why)).ConfigureAwait(false);
        }

        return wait;
    }
}
