using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Simulation.Tests.Together;

/// <summary>
/// What must hold of pairs and sets at every moment, worked out from what people know and not from what the product says of
/// itself.
/// </summary>
public sealed class TogetherChecks(int seed, Timetable timetable)
{
    private const int SizeLeast = 3;
    private const int SizeMost = 9;

    private readonly HashSet<ParticipantId> _left = [];
    private readonly HashSet<(ParticipantId, ParticipantId)> _apart = [];
    private readonly HashSet<(ParticipantId, ParticipantId)> _declined = [];
    private readonly List<(ParticipantId Person, HashSet<ParticipantId> Others)> _declinedSets = [];
    private Groups _groups = Groups.None;
    private IReadOnlyDictionary<ParticipantId, Stored<Identity>> _identities = new Dictionary<ParticipantId, Stored<Identity>>();

    /// <summary>How many sets and pairs were looked at.</summary>
    public int Looked { get; private set; }

    public void Left(ParticipantId person) => _left.Add(person);

    public void Apart(ParticipantId one, ParticipantId other) => _apart.Add(Two(one, other));

    /// <summary>Notes whom somebody does not want to meet, as they saw it when they said so.</summary>
    public async Task DeclinesAsync(AnswerLink link, Step step, CohortReader reader, CohortId cohort)
    {
        var groups = (await Groups.OfAsync(reader, cohort));
        if (step.Kind == BuiltIn.CoachingRound)
        {
            _declined.UnionWith(groups.RoundOf(step.Whole)!.GroupOf(link.Participant)!.Members
                .Where(other => other != link.Participant).Select(other => Two(link.Participant, other)));
        }
        else
        {
            _declinedSets.Add((link.Participant, [.. groups.SetOf(link.Participant)!.Members.Select(member => member.Person)]));
        }
    }

    public bool IsTurn(StepId step, ParticipantId person) =>
        _groups.SetOf(person)?.Meetings.FirstOrDefault(meeting => meeting.StepId == step)?.Presenters.Contains(person) ?? false;

    /// <summary>Looks at the groups as stored. Straight after something was said, they may not be mended yet.</summary>
    public void Look(CohortView view, IReadOnlyDictionary<ParticipantId, Stored<Identity>> identities, LocalDate today)
    {
        (_groups, _identities) = (Groups.Of(view.Rows), identities);
        var cohort = view.Cohort.Value;
        var due = CohortJourneys.AreDue(new JourneyCase(
            timetable, cohort, [.. view.Participants.Select(person => person.Value)], view.Rows, today));
        var profiles = Profiles.Of([.. identities.Values.Select(item => (item.Value.ParticipantId.Value, item.Value.OrganisationId, item.Value.Entry))])
            .ToDictionary(profile => profile.Id);
        var lines = new LineManagement(profiles.Values);
        foreach (var round in _groups.Rounds)
        {
            var placed = round.Groups.SelectMany(group => group.Members).ToList();
            Assert.True(placed.Distinct().Count() == placed.Count, $"Seed {seed}: somebody is in two groups of {round.StepId}.");
            var (introduced, ends) = (timetable.PlannedOn(timetable.PlaceOf(round.StepId), cohort), timetable.PlannedOn(timetable.PlaceOf(round.StepId.About(CoachingMessages.End)), cohort));
            var closed = today >= LocalDate.Max(ends.PlusDays(-14), LocalDate.Min(ends, introduced.PlusDays(42)));

            // Whoever asked or left is seen to once a week, on the Sunday before the letters, once people know each other.
            bool Waits(RoundGroup group) => (today.DayOfWeek != IsoDayOfWeek.Sunday || round.Groups.Any(other => other.Since == today)) && today > introduced
                && group.Members.Any(member => round.Asking.Contains(member) || round.Resting.Contains(member) || _left.Contains(member));
            foreach (var group in round.Groups.Where(group => !due && !closed && !Waits(group)))
            {
                Looked++;
                Assert.InRange(group.Members.Count, 2, 3);
                CheckTogether(group.Members, lines, $"group of {round.StepId}");
                Assert.All(Pairs(group.Members), pair => Assert.False(
                    _declined.Contains(pair), $"Seed {seed}: {pair} are in a group of {round.StepId} though one of them declined it."));
                Assert.All(Pairs(group.Members), pair => Assert.True(
                    profiles[pair.Item1.Value].Organisation != profiles[pair.Item2.Value].Organisation,
                    $"Seed {seed}: {pair} are colleagues in a group of {round.StepId}, and there are ten other organisations."));
            }
        }

        var seated = _groups.Sets.SelectMany(set => set.Members.Select(member => member.Person)).ToList();
        Assert.True(seated.Distinct().Count() == seated.Count, $"Seed {seed}: somebody is in two sets.");
        foreach (var set in _groups.Sets)
        {
            Looked++;
            IReadOnlyList<ParticipantId> members = [.. set.Members.Select(member => member.Person)];
            var spread = set.Members.Max(member => member.Turns) - set.Members.Min(member => member.Turns);
            Assert.True(spread <= 1, $"Seed {seed}: turns in set {set.Number} differ by {spread}.");
            if (!due && today <= timetable.PlannedOn(timetable.PlaceOf(new StepId("set-six")), cohort))
            {
                Assert.InRange(members.Count, SizeLeast, SizeMost);
                CheckTogether(members, lines, $"set {set.Number}");
                CheckCommunity(members, profiles, set.Number);
                Assert.All(_declinedSets.Where(declined => members.Contains(declined.Person)), declined => Assert.False(
                    declined.Others.SetEquals(members), $"Seed {seed}: {declined.Person} is in a set that they declined."));
            }
        }
    }

    /// <summary>A message names nobody whom its reader is not together with, and goes to nobody who left.</summary>
    public void Mailed(LetterId id, OutgoingMail mail)
    {
        Assert.False(_left.Contains(id.Participant), $"Seed {seed}: {id} went to somebody who left.");
        var theirs = _groups.Rounds.Select(round => round.GroupOf(id.Participant)).OfType<RoundGroup>()
            .SelectMany(group => group.Members)
            .Concat(_groups.SetOf(id.Participant)?.Members.Select(member => member.Person) ?? []).ToHashSet();
        foreach (var identity in _identities.Values.Where(identity => !theirs.Contains(identity.Value.ParticipantId)))
        {
            Assert.False(
                identity.Value.ParticipantId != id.Participant && mail.Text.Contains(identity.Value.Entry.Email, StringComparison.Ordinal),
                $"Seed {seed}: {id} gives the address of somebody the reader is not together with.");
        }
    }

    private void CheckTogether(IReadOnlyList<ParticipantId> members, LineManagement lines, string where)
    {
        foreach (var pair in Pairs(members))
        {
            Assert.False(lines.Ties(pair.Item1.Value, pair.Item2.Value), $"Seed {seed}: {pair} are in a {where} though one manages the other.");
            Assert.False(_apart.Contains(pair), $"Seed {seed}: {pair} are in a {where} though they must be apart.");
        }

        Assert.False(members.Any(_left.Contains), $"Seed {seed}: somebody in a {where} has left.");
    }

    private void CheckCommunity(IReadOnlyList<ParticipantId> members, Dictionary<string, Profile> profiles, int set)
    {
        var relaxed = _groups.Formed!.Relaxed.Contains(SeatingRule.Community);
        var voices = members.Count(member => profiles[member.Value].Sector == Sectors.Community);
        Assert.True(relaxed || voices != 1, $"Seed {seed}: set {set} has one community voice alone.");
    }

    private static IEnumerable<(ParticipantId, ParticipantId)> Pairs(IReadOnlyList<ParticipantId> members) =>
        from one in members from other in members where one.CompareTo(other) < 0 select (one, other);

    private static (ParticipantId, ParticipantId) Two(ParticipantId one, ParticipantId other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
