using System.Numerics;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Notes what is done at the desk, with the moment and the network address of the request.</summary>
internal sealed class DeskNotes(AccessLog log, SignInLimit limit, PagesOptions options)
{
    // More than anybody comes to who clicks on what they may not.
    private const int RefusalsNotedMax = 500;

    /// <summary>An act of this request.</summary>
    public AccessAct Act(HttpContext context, AccountId? by, string what, string detail = "") =>
        new(options.RealClock.Now(), by, what) { Detail = detail, From = ClientAddress.Of(context, options) };

    /// <summary>Notes it; ends when it is stored.</summary>
    public Task NoteAsync(AccessAct act) => log.NoteAsync(act);

    /// <summary>Notes that somebody was refused; of very many within an hour each ever fewer, so that nobody fills the tables.</summary>
    public Task RefusedAsync(AccessAct act)
    {
        var refused = limit.Count($"{AccessDeeds.Refused}|{act.By}");
        return refused <= RefusalsNotedMax || BitOperations.IsPow2(refused) ? NoteAsync(act) : Task.CompletedTask;
    }

    /// <summary>
    /// Counts a refusal at the door. The first few of each kind and network are noted, and then ever fewer, with how many there were: a stranger should
    /// not fill the tables.
    /// </summary>
    /// <returns>How long the client is to wait; null while it was not refused often.</returns>
    public async Task<TimeSpan?> RefusedAtTheDoorAsync(HttpContext context, string why)
    {
        var (failures, wait) = limit.Failed(context, why);
        if (wait is null || BitOperations.IsPow2(failures))
        {
            await NoteAsync(Act(context, null, AccessDeeds.SignInRefused, wait is null ? why : $"{why}, the {failures}th time")).ConfigureAwait(false);
        }

        return wait;
    }
}
