using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.People;

/// <summary>One part of a cohort as it was read, with who its people are.</summary>
internal sealed record JoinedPart(CohortView View, Timetable Timetable, IReadOnlyDictionary<ParticipantId, Stored<Identity>> Identities);

/// <summary>Somebody who joins, with what was stored of them when they took part before.</summary>
internal sealed record Joiner(Participant Participant, Identity Identity, Stored<Participant>? Before);

/// <summary>Decides who joins which part of a cohort and as whom, or why they cannot.</summary>
/// <param name="Part">The part that takes them.</param>
/// <param name="Joiners">Who joins, in the order of the roster.</param>
/// <param name="Problems">Why they cannot, or what has to be answered first, each a sentence; empty when they can.</param>
internal sealed record JoinPlan(JoinedPart Part, IReadOnlyList<Joiner> Joiners, IReadOnlyList<string> Problems)
{
    /// <summary>Whether these very people, with these very entries, are to begin on the day on which who joins now begins.</summary>
    public bool AreIn { get; private init; }

    private const string StillHold = "wishes to be kept apart and who has met whom still hold";

    /// <summary>Decides it.</summary>
    /// <param name="parts">The parts of the cohort, at least one.</param>
    /// <param name="entries">The rows of the people who are to join.</param>
    /// <param name="ids">New ids for them, for those who were never in.</param>
    /// <param name="confirmed">What is answered already.</param>
    /// <param name="today">The local day.</param>
    public static JoinPlan Of(
        IReadOnlyList<JoinedPart> parts, IReadOnlyList<RosterEntry> entries, IReadOnlyList<ParticipantId> ids, Confirmations confirmed, LocalDate today)
    {
        var problems = new List<string>();
        var before = entries.Select(entry => Before(parts, entry, confirmed, problems)).ToList();
        var smallest = parts.MinBy(part => part.View.Participants.Count)!;
        var takers = before.Select(found => found?.Part ?? smallest).Distinct().ToList();
        if (takers.Count > 1)
        {
            problems.Add("Some of these people were in different parts of the cohort. Let them join by a roster for each part.");
        }

        var taker = takers.Count == 0 ? smallest : takers[0];
        var cohort = taker.View.Cohort.Value;
        List<Identity> known = [.. parts.SelectMany(part => part.Identities.Values).Select(identity => identity.Value)];
        var organisations = new Organisations(known);
        problems.AddRange(RosterAgreement.Problems(organisations, entries, confirmed));
        var joinedFrom = JoinedFrom(cohort, today);
        var joiners = entries.Zip(before, ids).Select(item => Joining(
            RosterAgreement.InTheSpellingOf(organisations, item.First), item.Second?.Person, item.Second?.Identity, item.Third, organisations, joinedFrom)).ToList();
        var joining = joiners.Select(joiner => joiner.Identity.ParticipantId).ToHashSet();
        var everybody = CohortTies.Tie([.. known.Where(person => !joining.Contains(person.ParticipantId)), .. joiners.Select(joiner => joiner.Identity)]);
        problems.AddRange(CohortTies.Questions(everybody, joining, confirmed));
        var tied = everybody.ToDictionary(person => person.ParticipantId);
        var active = Active(parts);
        return new JoinPlan(
            taker, [.. joiners.Select(joiner => joiner with { Identity = tied[joiner.Identity.ParticipantId] })],
            [.. Limits(taker, joiners, entries, active), .. problems])
        {
            AreIn = entries.Count > 0 && entries.All(entry => active.TryGetValue(entry.Email, out var there)
                && there.JoinedFrom == JoinedFrom(parts[0].View.Cohort.Value, today) && CohortRows.Write(there.Entry) == CohortRows.Write(entry)),
        };
    }

    private static IEnumerable<string> Limits(
        JoinedPart taker, List<Joiner> joiners, IReadOnlyList<RosterEntry> entries, Dictionary<string, (RosterEntry Entry, LocalDate JoinedFrom)> active)
    {
        foreach (var entry in entries.Where(entry => active.ContainsKey(entry.Email)))
        {
            yield return $"{entry.Name} ({entry.Email}) is already a participant of this cohort.";
        }

        if (entries.Count is 0 or > RosterDesk.JoinersMax
            || taker.View.Participants.Count + joiners.Count(joiner => joiner.Before is null) > Cohort.PeopleMax)
        {
            yield return $"Between 1 and {RosterDesk.JoinersMax} people can join at once, and a cohort takes at most {Cohort.PeopleMax}.";
        }

        if (taker.View.Cohort.Value.EndedOn is { } ended)
        {
            yield return $"The cohort ended on {ended:uuuu-MM-dd}; nobody can join it any more.";
        }

        if (Launch.WelshProblem(taker.Timetable.Programme, entries) is { } welsh)
        {
            yield return welsh;
        }
    }

    /// <summary>Who takes part, by address.</summary>
    private static Dictionary<string, (RosterEntry Entry, LocalDate JoinedFrom)> Active(IReadOnlyList<JoinedPart> parts)
    {
        var active = new Dictionary<string, (RosterEntry, LocalDate)>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            foreach (var person in part.View.Participants.Select(person => person.Value).Where(person => person.LeftOn is null))
            {
                if (part.Identities.GetValueOrDefault(person.Id)?.Value.Entry is { } known)
                {
                    active[known.Email] = (known, person.JoinedFrom);
                }
            }
        }

        return active;
    }

    /// <summary>The day from which somebody who joins today takes part.</summary>
    public static LocalDate JoinedFrom(Cohort cohort, LocalDate today) => LocalDate.Max(cohort.Start, today.PlusDays(1));

    private static Joiner Joining(
        RosterEntry entry, Stored<Participant>? before, Identity? identity, ParticipantId newId, Organisations organisations, LocalDate joinedFrom)
    {
        var organisation = organisations.IdOf(entry.Organisation);
        return before is { Value: var person } && identity is not null
            ? new Joiner(
                Enrolment.Rejoining(person, organisation, entry, joinedFrom),
                identity with { OrganisationId = organisation, Entry = entry, LineManagerId = null }, before)
            : new Joiner(
                Enrolment.Participant(newId, organisation, entry, joinedFrom),
                new Identity(newId, organisation, entry, Enrolment.NewPseudonym()), null);
    }

    /// <summary>What is stored of somebody who took part before; null when nobody did, or it is somebody else. Asks when it is not said.</summary>
    private static (JoinedPart Part, Stored<Participant> Person, Identity Identity)? Before(
        IReadOnlyList<JoinedPart> parts, RosterEntry entry, Confirmations confirmed, List<string> problems)
    {
        var left = parts.SelectMany(part => part.View.Participants.Where(person => person.Value.LeftOn is not null && part.Identities.ContainsKey(person.Value.Id))
                .Select(person => (Part: part, Person: person, Identity: part.Identities[person.Value.Id].Value)))
            .Where(found => IsSameAddress(found.Identity.Entry, entry) || PersonName.Key(found.Identity.Entry.Name) == PersonName.Key(entry.Name))
            .OrderByDescending(found => IsSameAddress(found.Identity.Entry, entry)).ThenByDescending(found => found.Person.Value.LeftOn)
            .ToList();
        var (same, other) = ($"{entry.Email} is the same person", $"{entry.Email} is somebody else");
        if (left.Count == 0 || confirmed.Has(other))
        {
            return null;
        }

        if (confirmed.Has(same))
        {
            return left[0];
        }

        var who = left[0].Identity.Entry;
        problems.Add($"{entry.Name} ({entry.Email}) may be {who.Name} ({who.Email}), who left on {left[0].Person.Value.LeftOn:uuuu-MM-dd}. "
            + $"If so, confirm “{same}”: {StillHold}. Otherwise confirm “{other}”: they do not.");
        return null;
    }

    private static bool IsSameAddress(RosterEntry one, RosterEntry other) => string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>The changes that let a joiner in.</summary>
    public ChangedRows Changes(Joiner joiner)
    {
        var (person, body) = (joiner.Participant, CohortRows.Write(joiner.Participant, Part.Timetable));
        return new ChangedRows(
            [
                joiner.Before is { } before
                    ? new RowChange.Replace(CohortKeys.Person(person.Id), CohortRows.ParticipantShape, body, before.ETag)
                    : new RowChange.Insert(CohortKeys.Person(person.Id), CohortRows.ParticipantShape, body),
                CohortRows.Put(new Fact(person.JoinedFrom, person.Id, FactKinds.Joined)),
            ],
            new Deed(Deeds.Joined, person.Id));
    }
}
