using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>Before a set meets, each of its members has been told who is in it.</summary>
public sealed class CompositionTests
{
    private static readonly Step First = Plan.Prompt(new StepId("one"), 4, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 120 };
    private static readonly Step Second = Plan.Prompt(new StepId("two"), 9, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 120 };
    private static readonly string[] Naming = ["proposal", "contract", "again", "last-again", "fewer", "poll", "date", "changed"];

    private readonly Dictionary<ParticipantId, HashSet<ParticipantId>> _told = [];
    private readonly Dictionary<int, (HashSet<ParticipantId> Members, LocalDate Since)> _since = [];
    private int _read;

    [Fact]
    public async Task Whoever_goes_after_the_reminder_is_named_to_all_who_meet()
    {
        var circle = await Circle.OfAsync(7, First);
        await circle.GoToAsync(3, IsoDayOfWeek.Friday);
        var at = (await circle.LookAsync()).Sets[0].Meetings[0].At!.Value;
        await circle.Office.GoToAsync(at.Date.PlusDays(at.DayOfWeek == IsoDayOfWeek.Monday ? -3 : -1), 11);
        Assert.Contains("one", circle.StepsSentTo(new ParticipantId("p1")));
        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p7"), default);
        await circle.Office.GoToAsync(at.Date);

        Assert.Contains("one.changed", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.DoesNotContain("one.changed", circle.StepsSentTo(new ParticipantId("p7")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Whoever_comes_goes_or_asks_for_another_set_those_who_meet_have_been_told_who_they_are(int seed)
    {
        var random = new Random(seed);
        var number = 0;
        RosterEntry Next() => Somebody.Named($"N{++number}", $"Organisation {number}") with
        {
            Sector = Sectors.All[number % 4],
            PreferredHour = 9,
            Pattern = random.Next(3) > 0 ? WorkingPattern.FullWeek : new WorkingPattern((Weekdays)random.Next(1, 32), 8, 18),
        };
        var office = await Office.LaunchedAsync(Circle.Start, Plan.Of(20, [First, Second]), [.. Enumerable.Range(0, 18).Select(_ => Next())]);
        for (var day = Circle.Start; day < Circle.Start.PlusWeeks(12); day = day.PlusDays(1))
        {
            await office.GoToAsync(day, 7);
            await LookAsync(office, day.PlusDays(-1));
            await MeetAsync(office, day, seed);
            await office.GoToAsync(day, 10);
            await LookAsync(office, day);
            if (random.Next(4) == 0)
            {
                await ChangeAsync(office, random, Next);
                await office.KeepAsync();
                await LookAsync(office, day);
            }
        }
    }

    private static async Task ChangeAsync(Office office, Random random, Func<RosterEntry> next)
    {
        var people = (await office.ViewAsync()).Participants.Where(person => person.Value.LeftOn is null).Select(person => person.Value.Id).ToList();
        var somebody = people[random.Next(people.Count)];
        switch (random.Next(3))
        {
            case 0 when people.Count > 12:
                await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, somebody, default);
                break;
            case 1:
                await office.Replies.AnswerAsync(
                    new Core.Privacy.AnswerLink(Office.Cohort, somebody, new StepId("one.proposal"), office.Today, office.Clock.Now + Duration.FromDays(9)),
                    new Core.Answering.AnswerForm(new Dictionary<string, IReadOnlyList<string>> { [SetMessages.Question] = [SetMessages.Other] }), default);
                break;
            default:
                Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [next()], office.NewId, default));
                break;
        }
    }

    /// <summary>Notes since when each set is as it is, and who has been told.</summary>
    private async Task LookAsync(Office office, LocalDate day)
    {
        var sets = Groups.Of((await office.ViewAsync()).Rows).Sets;
        foreach (var set in sets)
        {
            var members = set.Members.Select(member => member.Person).ToHashSet();
            if (!_since.TryGetValue(set.Number, out var known) || !known.Members.SetEquals(members))
            {
                _since[set.Number] = (members, day);
            }
        }

        foreach (var sent in office.Sent.Skip(_read).Where(sent => sent.Id.Step.Value is "one" or "two" || Naming.Any(phase => sent.Id.Step.Message == phase)))
        {
            if (sets.FirstOrDefault(set => set.Find(sent.Id.Participant) is not null) is { } set)
            {
                _told[sent.Id.Participant] = [.. set.Members.Select(member => member.Person)];
            }
        }

        _read = office.Sent.Count;
    }

    private async Task MeetAsync(Office office, LocalDate day, int seed)
    {
        var view = await office.ViewAsync();
        foreach (var set in Groups.Of(view.Rows).Sets.Where(set => set.Meetings.Any(meeting => meeting.Stands && meeting.At!.Value.Date == day)))
        {
            var (members, since) = _since[set.Number];
            foreach (var person in view.Participants.Select(person => person.Value).Where(person => members.Contains(person.Id)))
            {
                // Who does not work between the day of the change and the meeting may have had the messages of that day before it.
                var from = LocalDate.Max(since, person.JoinedFrom).PlusDays(1);
                var canBeTold = WorkingCalendar.OnOrAfter(UkDivision.EnglandAndWales, person.Pattern, from) < day;
                Assert.True(
                    !canBeTold || (_told.TryGetValue(person.Id, out var told) && told.SetEquals(members)),
                    $"Seed {seed}: on {day}, {person.Id} ({person.Pattern.Days}) of set {set.Number}, the same since {since}, knows {string.Join(' ', _told.GetValueOrDefault(person.Id) ?? [])}, and it is {string.Join(' ', members)}: {string.Join(", ", office.SentTo(person.Id))}");
            }
        }
    }
}
