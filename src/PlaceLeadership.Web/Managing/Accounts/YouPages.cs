using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.Accounts;

/// <summary>What the page about one's own account shows.</summary>
/// <param name="Session">Who reads it.</param>
/// <param name="SignIns">Where they are signed in, latest used first.</param>
/// <param name="Places">How places are written.</param>
/// <param name="IsForFirst">Whether nobody is administrator yet, so that a code may be typed.</param>
/// <param name="Problem">What is wrong with a code, or null.</param>
internal sealed record YouSheet(ManagerSession Session, IReadOnlyList<Session> SignIns, PlaceNames Places, bool IsForFirst, string? Problem)
{
    /// <summary>A moment as people at the desk read it.</summary>
    public static string Say(Instant at)
    {
        var local = at.InZone(Application.Launching.LaunchOrder.Zone).LocalDateTime;
        return $"{LocalDays.InWords(local.Date, "en")}, {local.TimeOfDay.ToString("HH:mm", null)}";
    }
}

/// <summary>What somebody may do themselves and where they are signed in, and becoming the first administrator.</summary>
internal sealed class YouPages(Sessions sessions, GrantDesk grants, DeskNotes notes, SignInLimit limit, PagesOptions options)
{
    public Task<IResult> ShowAsync(HttpContext context) => PageAsync(context, StatusCodes.Status200OK, null);

    /// <summary>Makes whoever has signed in and knows the code the first administrator.</summary>
    public async Task<IResult> UseCodeAsync(HttpContext context)
    {
        var session = ManagerSession.Of(context);
        var outcome = session.Kept.Provider is null ? GrantOutcome.NoAccount : await grants.UseCodeAsync(
            ManagerSession.AskerOf(context, options), SentForm.Of(context).First(SignInPages.KeyField), CancellationToken.None).ConfigureAwait(false);
        if (outcome == GrantOutcome.Done)
        {
            return ManagerShow.GoTo(context, ManagerPaths.Access);
        }

        await notes.RefusedAsync(notes.Act(context, session.Access.Account, AccessDeeds.Refused, SignInWords.WithCode)).ConfigureAwait(false);
        if (limit.Failed(context, SignInWords.WithCode).Wait is not { } wait)
        {
            return await PageAsync(context, StatusCodes.Status422UnprocessableEntity, SignInWords.WrongCode).ConfigureAwait(false);
        }

        SignInPages.SayToWait(context, wait);
        return await PageAsync(context, StatusCodes.Status429TooManyRequests, SignInWords.WrongCode).ConfigureAwait(false);
    }

    private async Task<IResult> PageAsync(HttpContext context, int status, string? problem) => ManagerShow.Page<YouPage>(
        context, status, nameof(YouPage.Sheet), new YouSheet(
            ManagerSession.Of(context), await sessions.ListAsync(context).ConfigureAwait(false), await grants.PlaceNamesAsync(context.RequestAborted).ConfigureAwait(false),
            problem is not null || (ManagerSession.Of(context).Name is not null && !await grants.HasAdministratorAsync(context.RequestAborted).ConfigureAwait(false)), problem));
}
