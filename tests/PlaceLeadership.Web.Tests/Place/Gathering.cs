using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A cohort of people of as many organisations who are brought together in pairs and sets, day by day.</summary>
public sealed class Gathering
{
    private static readonly string[] First = ["Asha", "Bronwen", "Chris", "Dilys", "Ewan", "Farah", "Gwen", "Hari", "Iolo", "Jude", "Kofi", "Lowri"];

    private Gathering(TestPlace place) => Place = place;

    public TestPlace Place { get; }

    public LocalDate Today => Place.Clock.Now().InZone(TestPlace.Zone).Date;

    public static async Task<Gathering> OfAsync(int people = 6) => new(await TestPlace.LaunchAsync(
        TestProgramme.Together, "Harbour Town", new Sender("Priya Shah", "priya@example.org", "01234 567890, weekdays until four"),
        [.. First.Take(people).Select((name, number) => (Id(number), Entry(name, number)))]));

    /// <summary>The pseudonym of the person with this number, from 0.</summary>
    public static ParticipantId Id(int number) => new($"p{First[number].ToLowerInvariant()}0001");

    /// <summary>The name of a person.</summary>
    public static string Name(ParticipantId id) => First.Single(name => id == new ParticipantId($"p{name.ToLowerInvariant()}0001")) + " Private";

    /// <summary>Lets the days pass until this one, with the cohort looked after on each.</summary>
    public async Task GoToAsync(LocalDate day)
    {
        while (true)
        {
            await KeepAsync();
            if (Today >= day)
            {
                return;
            }

            Place.Clock.SetUtcNow(Today.PlusDays(1).At(10, TestPlace.Zone).ToDateTimeOffset());
        }
    }

    public async Task KeepAsync()
    {
        var now = Place.Clock.Now();
        if ((await Place.Desk<Tender>().TendAsync(TestPlace.CohortId, now, default))!.Convene)
        {
            await Place.Desk<Convener>().ConveneAsync(TestPlace.CohortId, now, default);
        }
    }

    public async Task<Groups> LookAsync() => (await Groups.OfAsync(Place.Desk<CohortReader>(), TestPlace.CohortId));

    public async Task<SetMeeting> MeetingAsync(StepId step, int set = 1) =>
        (await LookAsync()).Sets.Single(other => other.Number == set).Meetings.Single(meeting => meeting.StepId == step);

    /// <summary>Says something in answer to a message, and lets the cohort be looked after.</summary>
    public async Task SayAsync(ParticipantId person, StepId step, string choice, string? words = null)
    {
        Assert.IsType<ReplyOutcome.Done>(await Place.Desk<ReplyDesk>().AnswerAsync(
            Answer(person, step),
            new AnswerForm(new Dictionary<string, IReadOnlyList<string>>
            {
                [SetMessages.Question] = [choice],
                [SetMessages.Words] = words is null ? [] : [words],
            }),
            default));
        await KeepAsync();
    }

    /// <summary>Goes to the day on which the second meeting has a date, and says who leads it.</summary>
    public async Task<ParticipantId> LeaderAsync()
    {
        await GoToAsync(new LocalDate(2026, 4, 21));
        return (await MeetingAsync(TestProgramme.MeetingTwo)).Leader!.Value;
    }

    public AnswerLink Answer(ParticipantId person, StepId step) => (AnswerLink)Link(LinkPage.Answer, person, step);

    public Link Link(LinkPage kind, ParticipantId person, StepId step, LocalDate? expires = null) =>
        TestPlace.Link(kind, person, step, Today, expires ?? Today.PlusDays(30));

    public string Path(LinkPage kind, ParticipantId person, StepId step, LocalDate? expires = null) =>
        $"/{TestPlace.Letter(kind)}/{Place.Token(Link(kind, person, step, expires))}";

    /// <summary>The page of whoever facilitates a set.</summary>
    public string FacilitatorPath(int set = 1, int generation = 1, LocalDate? expires = null) =>
        $"/f/{Place.Token(new FacilitatorLink(TestPlace.CohortId, set, generation, Today, (expires ?? Today.PlusDays(30)).At(0, TestPlace.Zone)))}";

    private static RosterEntry Entry(string name, int number) => TestPlace.Entry(
        name + " Private", $"{name.ToLowerInvariant()}@example.org",
        number switch { 1 => Language.Welsh, 2 => Language.NotKnown, _ => Language.English }) with
    {
        Organisation = $"Organisation {number + 1}",
        Sector = Sectors.All[number % 4],
        AccessNeeds = number == 3 ? "A hearing loop, <please>" : null,
    };
}
