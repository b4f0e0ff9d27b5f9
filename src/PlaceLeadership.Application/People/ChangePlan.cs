using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.People;

/// <summary>Decides what a changed row of the roster comes to, or why it cannot be.</summary>
/// <param name="Identity">The person as changed.</param>
/// <param name="NewlyTied">Others whose line manager was only known by name or address, now tied to the person.</param>
/// <param name="Problem">Why it cannot be, or what has to be answered first; null when it can.</param>
internal sealed record ChangePlan(Identity Identity, IReadOnlyList<(CohortId Part, Identity Person, string ETag)> NewlyTied, string? Problem)
{
    /// <summary>Decides it.</summary>
    /// <param name="parts">All parts of the cohort.</param>
    /// <param name="partId">The part of the person.</param>
    /// <param name="person">The person as stored.</param>
    /// <param name="entry">The row as changed.</param>
    /// <param name="confirmed">What is answered already.</param>
    public static ChangePlan Of(IReadOnlyList<JoinedPart> parts, CohortId partId, Identity person, RosterEntry entry, Confirmations confirmed)
    {
        List<Identity> known = [.. parts.SelectMany(part => part.Identities.Values).Select(identity => identity.Value)];
        List<Identity> others = [.. known.Where(other => other.ParticipantId != person.ParticipantId)];
        var tiedBefore = CohortTies.Tie(known).ToDictionary(other => other.ParticipantId);
        var newlyTied = parts.SelectMany(part => part.Identities.Values
            .Where(other => other.Value.ParticipantId != person.ParticipantId && other.Value.LineManagerId is null
                && tiedBefore[other.Value.ParticipantId].LineManagerId == person.ParticipantId)
            .Select(other => (part.View.Cohort.Value.Id, tiedBefore[other.Value.ParticipantId], other.ETag))).ToList();

        var organisations = new Organisations(others.Where(other => IsActive(parts, other)).Concat(others));
        entry = RosterAgreement.InTheSpellingOf(organisations, entry);
        var moved = OrganisationName.Key(entry.Organisation) != OrganisationName.Key(person.Entry.Organisation);
        var organisation = moved ? new Organisations(known).IdOf(entry.Organisation) : person.OrganisationId;
        var sameManager = string.Equals(person.Entry.LineManager, entry.LineManager, StringComparison.Ordinal);
        var changed = person with
        {
            OrganisationId = organisation,
            Entry = entry,
            LineManagerId = sameManager ? tiedBefore[person.ParticipantId].LineManagerId : null,
        };
        var everybody = CohortTies.Tie([.. others.Select(other => tiedBefore[other.ParticipantId]), changed]);
        var problems = Problems(parts, partId, person, entry, moved, organisations, confirmed).Concat(
            IsAnotherPerson(person.Entry, entry) ? CohortTies.Questions(everybody, new HashSet<ParticipantId> { person.ParticipantId }, confirmed) : []).ToList();
        return new ChangePlan(
            everybody[^1], newlyTied, problems.Count == 0 ? null : string.Join(Environment.NewLine, problems));
    }

    private static IEnumerable<string> Problems(
        IReadOnlyList<JoinedPart> parts, CohortId partId, Identity person, RosterEntry entry, bool moved, Organisations organisations, Confirmations confirmed)
    {
        // Only somebody who takes part holds an address: who left, or never got in because a join broke off, does not.
        if (parts.SelectMany(part => part.Identities.Values).Any(other => other.Value.ParticipantId != person.ParticipantId
            && IsActive(parts, other.Value) && string.Equals(other.Value.Entry.Email, entry.Email, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "Another participant of this cohort has that address.";
        }

        var programme = parts.First(part => part.View.Cohort.Value.Id == partId).Timetable.Programme;
        if (entry.Language == Language.Welsh && person.Entry.Language != Language.Welsh && Launch.WelshProblem(programme, [entry]) is { } welsh)
        {
            yield return welsh;
        }

        foreach (var problem in moved || entry.Sector != person.Entry.Sector ? RosterAgreement.Problems(organisations, [entry], confirmed) : [])
        {
            yield return problem;
        }
    }

    private static bool IsActive(IReadOnlyList<JoinedPart> parts, Identity person) => parts.Any(part => part.View.Participants.Any(
        other => other.Value.Id == person.ParticipantId && other.Value.LeftOn is null));

    private static bool IsAnotherPerson(RosterEntry before, RosterEntry after) => before.Name != after.Name || before.LineManager != after.LineManager
        || !string.Equals(before.Email, after.Email, StringComparison.OrdinalIgnoreCase);
}
