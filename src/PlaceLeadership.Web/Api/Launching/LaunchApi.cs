using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Api.Sent;
using PlaceLeadership.Web.Managing.Launching;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Launching;

/// <summary>Launches a cohort, or only says what that would come to.</summary>
internal sealed class LaunchApi(LaunchChecking checking, LaunchDesk launches, CarriedTokens tokens, DeskNotes notes, TimeProvider clock)
{
    /// <summary>By what a launch that is sent again, as its answer was lost, is known to be the same.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int KeyCharactersMax = 200;

    // The names under which mistakes are told.
    private const string RosterName = "roster.csv";
    private const string ProgrammeName = "programme.yaml";

    public async Task<IResult> LaunchAsync(HttpContext context)
    {
        var (sent, caller) = (SentJson.Of<LaunchJson>(context), ApiCaller.Of(context));
        if (context.Request.Headers[KeyHeader] is { Count: > 1 } or [{ Length: > KeyCharactersMax }])
        {
            return ApiProblems.Malformed(ApiMistake.Of(KeyHeader, $"The header stands there twice, or has more than {KeyCharactersMax} characters."));
        }

        var (draft, mistyped) = Draft(sent, Nonce(context, sent, caller), context.RequestAborted);
        IReadOnlyList<LaunchProblem> problems = [.. mistyped, .. LaunchChecking.NotTheirs(caller.Access, draft), .. draft.Problems];
        if (problems.Count > 0)
        {
            return ApiProblems.Invalid([.. problems.Select(ApiMistake.Of)]);
        }

        if (sent.DryRun)
        {
            var taken = await checking.TakenAsync(draft, context.RequestAborted).ConfigureAwait(false);
            return taken.Count > 0 ? ApiProblems.Conflict([.. taken.Select(ApiMistake.Of)]) : Answer.Ok(LaunchedJson.Of(draft, null, clock.Now()));
        }

        var outcome = await launches.StoreAsync(draft, caller.Actor, CancellationToken.None).ConfigureAwait(false);
        if (outcome.Problem is { } problem)
        {
            return ApiProblems.Conflict(ApiMistake.Of(LaunchFields.CohortId, problem));
        }

        await notes.NoteAsync(notes.Act(context, caller.Access.Account, AccessDeeds.Launched) with { Cohort = draft.Plan!.Cohort.Id }).ConfigureAwait(false);
        var launched = LaunchedJson.Of(draft, outcome, clock.Now());
        return outcome.WasThere ? Answer.Ok(launched) : Answer.Created(context, ApiPaths.Cohort(outcome.Parts[0]), launched);
    }

    private (LaunchDraft Draft, IReadOnlyList<LaunchProblem> Mistyped) Draft(LaunchJson sent, string nonce, CancellationToken cancellation)
    {
        var form = new LaunchForm(
            sent.Place.Trim(), sent.Start.Trim(), sent.Id.Trim(), sent.Division.Trim(), sent.Sender.Trim(), sent.SenderEmail.Trim(), sent.Contact.Trim(), sent.Programme is not null);
        var (order, mistyped) = form.Read(checking.Today);
        var roster = checking.ReadRoster(Encoding.UTF8.GetBytes(sent.Roster), RosterName, new Confirmations(sent.Confirm ?? []), cancellation);
        var draft = checking.Draft(order, sent.Programme is { } text ? new ProgrammeText(ProgrammeName, text) : null, RosterName, roster, tokens.Pseudonyms(nonce));
        return (mistyped.Count > 0 ? draft with { Plan = null } : draft, mistyped);
    }

    // Of the key and all that was sent: under one key that is used for everything, two cohorts have no pseudonym in common.
    private static string Nonce(HttpContext context, LaunchJson sent, ApiCaller caller) => context.Request.Headers[KeyHeader].ToString() is { Length: > 0 } key
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n', caller.Access.Account, key, sent.Id, sent.Place, sent.Start, sent.Roster, sent.Programme))))
        : CarriedTokens.NewNonce();
}
