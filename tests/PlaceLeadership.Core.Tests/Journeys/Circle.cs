using NodaTime;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>A launched cohort of people of as many organisations, with what they say about their pairs and sets.</summary>
internal sealed class Circle
{
    public static readonly LocalDate Start = new(2026, 1, 12);

    private Circle(Office office) => Office = office;

    public Office Office { get; }

    public SetDesk Sets => new(Office.Reader, Office.Work);

    public ApartDesk Apart => new(Office.Reader, Office.Work);

    public static Task<Circle> OfAsync(int people, params IReadOnlyList<Step> steps) => OfAsync(people, Plan.Of(20, steps));

    public static async Task<Circle> OfAsync(int people, Programme programme) => new(await Office.LaunchedAsync(
        Start, programme,
        [
            .. Enumerable.Range(1, people).Select(number => Somebody.Named($"N{number}", $"Organisation {number}") with
            {
                Sector = Sectors.All[number % 4], Pattern = WorkingPattern.FullWeek, PreferredHour = 9,
            }),
        ]));

    /// <summary>Goes to the week and day of the programme, at noon.</summary>
    public Task GoToAsync(int week, IsoDayOfWeek day, int hour = 12) =>
        Office.GoToAsync(Start.PlusWeeks(week - 1).PlusDays((int)day - 1), hour);

    public Task<JourneyRows> RowsAsync() => Office.Reader.RowsAsync(Office.Cohort, default);

    public async Task<Groups> LookAsync() => Groups.Of(await RowsAsync());

    public async Task<string> PartnerAsync(ParticipantId person, StepId step) =>
        (await LookAsync()).RoundOf(step)!.GroupOf(person)!.Members.Single(other => other != person).Value;

    public AnswerLink Link(ParticipantId person, StepId step) =>
        new(Office.Cohort, person, step, Office.Today, Office.Clock.Now + Duration.FromDays(30));

    public async Task<ReplyView> SeeAsync(ParticipantId person, StepId step) => (await Office.Replies.ViewAsync(Link(person, step), default))!;

    /// <summary>Says something, and lets the cohort be looked after.</summary>
    public async Task<ReplyOutcome> SayAsync(ParticipantId person, StepId step, IReadOnlyList<string> choice, string? words = null)
    {
        var outcome = await Office.Replies.AnswerAsync(
            Link(person, step),
            new AnswerForm(new Dictionary<string, IReadOnlyList<string>>
            {
                [SetMessages.Question] = choice,
                [SetMessages.Words] = words is null ? [] : [words],
            }),
            default);
        await Office.KeepAsync();
        return outcome;
    }

    /// <summary>A meeting of three hours in a week of the programme.</summary>
    public static Step Meeting(StepId id, int week) => Plan.Prompt(id, week, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };

    /// <summary>Moves a meeting of a set, as somebody does at this moment.</summary>
    public Task MoveAsync(StepId step, LocalDateTime to, int set = 1) => ChangeAsync(step, meeting => MeetingChange.Move(meeting, to, Office.Now), set);

    /// <summary>Calls a meeting of a set off.</summary>
    public Task CallOffAsync(StepId step, int set = 1) => ChangeAsync(step, meeting => MeetingChange.CallOff(meeting, Office.Now), set);

    public async Task ChangeAsync(StepId step, Func<SetMeeting, MeetingOutcome> change, int set = 1) =>
        Assert.IsType<MeetingOutcome.Changed>(await Sets.ChangeMeetingAsync(Office.Cohort, Actor.Manager, set, step, change, default));

    public IEnumerable<string> SentTo(ParticipantId person) => Office.SentTo(person);

    /// <summary>What was sent to a person, without the days.</summary>
    public IReadOnlyList<string> StepsSentTo(ParticipantId person) =>
        [.. Office.Sent.Where(item => item.Id.Participant == person && item.Id.Kind == MessageKind.Prompt).Select(item => item.Id.Step.Value)];
}
