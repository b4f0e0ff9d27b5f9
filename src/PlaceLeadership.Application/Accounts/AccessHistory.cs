using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Accounts;

/// <summary>One thing that was done at the desk.</summary>
/// <param name="Act">What it was.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record AccessLine(AccessAct Act, string Sentence);

/// <summary>Tells who did what at the desk, when, why and from where.</summary>
public sealed class AccessHistory(AccountStore accounts, AccessLog log, CohortDirectory directory)
{
    // {0} to whose account, {1} the cohort, {2} the detail, {3} in the cohort or at the desk, {4} of the cohort or at the desk.
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        [AccessDeeds.SignedIn] = "signed in with {2}",
        [AccessDeeds.SignInRefused] = "was refused to sign in: {2}",
        [AccessDeeds.SignedOut] = "signed out",
        [AccessDeeds.SignedOutElsewhere] = "ended another sign-in of theirs",
        [AccessDeeds.SignedOutEverywhere] = "signed out everywhere",
        [AccessDeeds.SignedOutByAdministrator] = "signed {0} out everywhere",
        [AccessDeeds.SignedOutByProvider] = "was signed out by the sign-in service",
        [AccessDeeds.Granted] = "made {0} {2}",
        [AccessDeeds.TakenAway] = "took from {0} that they are {2}",
        [AccessDeeds.AccountRemoved] = "removed the account of {0}",
        [AccessDeeds.CodeMade] = "made a code for a first administrator",
        [AccessDeeds.CodeUsed] = "became an administrator with a code",
        [AccessDeeds.Refused] = "was refused {3}, as it takes the right to {2}",
        [AccessDeeds.Read] = "read {2} {4}",
        [AccessDeeds.Exported] = "exported {2} {4}",
        [AccessDeeds.Sent] = "asked {3} to {2}",
        [AccessDeeds.Launched] = "set out to launch {1}",
        [AccessDeeds.Deleted] = "set out to delete {1}",
    }.ToFrozenDictionary();

    /// <summary>What was done in a time, latest last.</summary>
    public async Task<IReadOnlyList<AccessLine>> ReadAsync(Instant from, Instant until, CancellationToken cancellation)
    {
        var names = (await accounts.ListAsync(cancellation).ConfigureAwait(false)).ToDictionary(account => account.Id, AccountNames.Of);
        var places = await PlaceNames.ReadAsync(directory, cancellation).ConfigureAwait(false);
        return [.. (await log.ListAsync(from, until, cancellation).ConfigureAwait(false)).Select(act => new AccessLine(act, Say(act, names, places)))];
    }

    private static string Say(AccessAct act, Dictionary<AccountId, string> names, PlaceNames places)
    {
        var what = string.Format(
            CultureInfo.InvariantCulture, Sentences.GetValueOrDefault(act.What) ?? $"did “{act.What}”", Name(act.Whom, names), act.Cohort?.Value,
            Grant.Parse(act.Detail) is { } grant ? places.Say(grant) : act.Detail,
            Where(act, "in"), Where(act, "of"));
        return $"{Capital(Name(act.By, names))} {what}{(act.From.Length > 0 ? $", from {act.From}" : "")}.";
    }

    private static string Where(AccessAct act, string preposition) => act.Cohort is { } cohort ? $"{preposition} {cohort}" : "at the desk";

    private static string Name(AccountId? id, Dictionary<AccountId, string> names) => id switch
    {
        null => "somebody who had not signed in",
        { } key when key == AccountId.ManagerKey => "whoever holds the manager key",
        { } command when command == AccountId.CommandLine => "whoever runs the command line",
        { } known => names.TryGetValue(known, out var name) ? name : $"somebody whose account was removed ({AccountNames.MarkOf(known)})",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
