using System.Text;
using System.Text.Json;
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
internal sealed class LaunchApi(LaunchChecking checking, LaunchDesk launches, LaunchKeys keys, CarriedTokens tokens, PagesOptions options, TimeProvider clock)
{
    /// <summary>By what a launch that is sent again, as its answer was lost, is known to be the same.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int KeyCharactersMax = 200;
    private const string NewKey = "To launch it anew, take a new key.";

    // The names under which mistakes are told.
    private const string RosterName = "roster.csv";
    private const string ProgrammeName = "programme.yaml";

    public async Task<IResult> LaunchAsync(HttpContext context)
    {
        var (sent, caller) = (SentJson.Of<LaunchJson>(context), ApiCaller.Of(context));
        if (context.Request.Headers[KeyHeader] is { Count: > 1 } or [{ Length: > KeyCharactersMax }])
        {
            return ApiProblems.Malformed(ApiMistake.Of(KeyHeader, $"The header stands there twice, or has more than {KeyCharactersMax} characters.", "Send it once, with a key of your own such as a number of a ticket."));
        }

        var key = sent.DryRun ? "" : context.Request.Headers[KeyHeader].ToString();
        var said = JsonSerializer.SerializeToUtf8Bytes(sent, ApiJson.Options);
        var known = key.Length == 0 ? null : await keys.FindAsync(caller.Access.Account, key, context.RequestAborted).ConfigureAwait(false);
        if (known is not null && (known.Deleted || !known.IsFor(said)))
        {
            return ApiProblems.Conflict(known.Deleted ? ApiMistake.Of(KeyHeader, "What was launched under this key was deleted since.", NewKey)
                : ApiMistake.Of(KeyHeader, "Something else was launched under this key.", "Send what was sent then, or launch this under a new key."));
        }

        var (nonce, keyId) = known is null ? (CarriedTokens.NewNonce(), tokens.KeyId) : (known.Nonce, known.KeyId);
        var (draft, mistyped) = Draft(sent, tokens.Pseudonyms(nonce, keyId), context.RequestAborted);
        IReadOnlyList<LaunchProblem> problems = [.. mistyped, .. LaunchChecking.NotTheirs(caller.Access, draft), .. draft.Problems];
        if (problems.Count > 0)
        {
            return ApiProblems.Invalid([.. problems.Select(ApiMistake.Of)]);
        }

        if (known is null && await checking.TakenAsync(draft, context.RequestAborted).ConfigureAwait(false) is { Count: > 0 } taken)
        {
            return ApiProblems.Conflict([.. taken.Select(ApiMistake.Of)]);
        }

        if (sent.DryRun)
        {
            return Answer.Ok(LaunchedJson.Of(draft, null, clock.Now()));
        }

        // Kept before it is stored: whatever breaks off in between, the same pseudonyms are stored by the next.
        return known is not null || key.Length == 0
            || await keys.KeepAsync(caller.Access.Account, key, KeyedLaunch.Of(draft.Plan!.Cohort.Id, nonce, keyId, said), CancellationToken.None).ConfigureAwait(false)
                ? await StoreAsync(context, caller, draft).ConfigureAwait(false)
                : await LaunchAsync(context).ConfigureAwait(false);
    }

    private async Task<IResult> StoreAsync(HttpContext context, ApiCaller caller, LaunchDraft draft)
    {
        var outcome = await launches.StoreAsync(draft, ApiCaller.AskerOf(context, options), CancellationToken.None).ConfigureAwait(false);
        if (outcome.Problem is { } problem)
        {
            return ApiProblems.Conflict(ApiMistake.Of(LaunchFields.CohortId, problem));
        }

        var launched = LaunchedJson.Of(draft, outcome, clock.Now());
        return outcome.WasThere ? Answer.Ok(launched) : Answer.Created(context, ApiPaths.Cohort(outcome.Parts[0]), launched);
    }

    private (LaunchDraft Draft, IReadOnlyList<LaunchProblem> Mistyped) Draft(LaunchJson sent, Func<ParticipantId> newId, CancellationToken cancellation)
    {
        var form = new LaunchForm(
            sent.Place.Trim(), sent.Start.Trim(), sent.Id.Trim(), sent.Division.Trim(), sent.Sender.Trim(), sent.SenderEmail.Trim(), sent.Contact.Trim(), sent.Programme is not null);
        var (order, mistyped) = form.Read(checking.Today);
        var roster = checking.ReadRoster(Encoding.UTF8.GetBytes(sent.Roster), RosterName, new Confirmations(sent.Confirm ?? []), cancellation);
        var draft = checking.Draft(order, sent.Programme is { } text ? new ProgrammeText(ProgrammeName, text) : null, RosterName, roster, newId);
        return (mistyped.Count > 0 ? draft with { Plan = null } : draft, mistyped);
    }
}
