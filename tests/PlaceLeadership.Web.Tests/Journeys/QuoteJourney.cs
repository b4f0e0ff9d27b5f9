using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Web.Tests.Journeys;

/// <summary>
/// A kind of step that no product file mentions, with something of its own wherever a journey can have it. On its day everybody is
/// asked to choose a sentence; whoever chose hears a week later which one most of them took.
/// </summary>
internal sealed class QuoteJourney : Journey
{
    public const string KindWord = "quote";
    public const string Pick = "pick";
    public const string Most = "most";
    public const string Question = "choice";
    public const string Picked = "quote-picked";
    public const string Quiet = "quote-quiet";
    public const string Asked = "quote-asked";

    private const int DaysToMost = 7;

    private static readonly IReadOnlyList<(string Id, LocalText Text)> Choices =
    [
        ("walk", LocalText.English("Walk with those you would lead.")), ("ask", LocalText.English("Ask before you answer.")),
    ];

    public override string Word => KindWord;

    public override bool AsksForReply => false;

    public override bool NeedsMatching => true;

    public override OptionSection Section => new(
        "quotes", "quotes", "a quote", new WholeOption("open-days", 1, 30, 14, "For how many days one can choose."));

    public override IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) =>
    [
        StepMessages.Around(
            step, Pick, 1, 2, layout.Programme.Options.GetValueOrDefault("quotes")?["open-days"] ?? 14, [3], LocalText.English("Which one stays with you?"),
            LocalText.English("One of these, to take into the week."), [StepMessages.Choice(Question, LocalText.English("Which one?"), [.. Choices])]),
        StepMessages.Around(
            step, Most, 1 + DaysToMost, 1, 14, [], LocalText.English("What most of you chose"), LocalText.English("Most of you chose: {most}"), [])
            with { IsForeseen = false },
    ];

    public override void Invite(InvitationCase now, Invitations theirs)
    {
        foreach (var week in Quotes.Of(now.Rows).Weeks.Where(week => week.People.Contains(now.Person.Id)))
        {
            void Add(string message)
            {
                var place = now.Timetable.PlaceOf(week.Step.About(message));
                theirs.Add(place, now.Timetable.PlannedOn(place, now.Cohort));
            }

            Add("");
            Add(Pick);
            if (week.Choices.ContainsKey(now.Person.Id))
            {
                Add(Most);
            }
        }
    }

    public override bool IsTheirs(Step step, ParticipantId person, JourneyRows rows) => Quotes.Of(rows).Find(step.Whole)?.People.Contains(person) == true;

    public override Task<JourneyLetter?> FillAsync(LetterCase letter, CancellationToken cancellation)
    {
        var week = Quotes.Of(letter.Rows).Find(letter.Step.Whole)!;
        var step = letter.Step with { Text = LocalText.English(letter.Step.Text.In("en").Replace("{most}", week.Most ?? "none", StringComparison.Ordinal)) };
        return Task.FromResult<JourneyLetter?>(new JourneyLetter(step, null)
        {
            Offer = step.Id.Message == Pick ? new LetterOffer(
                LocalText.English("Suggest a sentence for next time"), LocalText.English("Suggest a sentence"),
                link => new SuggestLink(link.Cohort, link.Participant, link.Step, link.SentOn, link.Expires)) : null,
            ByMail = step.Id.Message == Pick ? new QuoteByMail(step.Text) : null,
        });
    }

    public override IReadOnlyList<Type> Services => [typeof(QuoteReplies)];

    public override LocalText WhoSees(Step step) => LocalText.English("Everybody hears which one most of you chose, and nobody who chose what.");

    public override IReadOnlyDictionary<string, string> DeedSentences { get; } = new Dictionary<string, string> { [Asked] = "asked everybody {1}" };

    public override Told Hear(Heard heard)
    {
        var week = Quotes.Of(heard.Rows).Find(heard.Step.Whole)!;
        var choice = heard.Said(Question)[0];
        var chosen = week with { Choices = new Dictionary<ParticipantId, string>(week.Choices) { [heard.Person] = choice } };
        return new Told([heard.Rows.Store(Quotes.Key(week.Step), Quotes.Shape, Quotes.Write(chosen))], [(Picked, choice), (Quiet, "")]);
    }

    public override bool IsDue(JourneyCase now) => Due(now).Any();

    public override LocalDate? NextDay(JourneyCase now) => now.Held<QuoteJourney>().Select(step => now.Planned(step.Id))
        .Where(day => day > now.Today).Select(day => (LocalDate?)day).Min();

    public override Task<IReadOnlyList<ChangedRows>> ConveneAsync(JourneyCase now, ConveningTools tools, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ChangedRows>>(
        [
            .. Due(now).Select(step => new ChangedRows(
                [
                    now.Rows.Store(Quotes.Key(step.Id), Quotes.Shape, Quotes.Write(
                        (Quotes.Of(now.Rows).Find(step.Id) ?? new QuoteWeek(step.Id)) with { People = [.. Here(now, step)] })),
                ],
                new Deed(Asked, Step: step.Id))),
        ]);

    public override Task<JourneyGoing> GoingAsync(JourneyCase now, LocalDateTime at, CohortReader reader, CancellationToken cancellation) =>
        Task.FromResult(new JourneyGoing(
            [new GoingTotal("Weeks with a quote", $"{Quotes.Of(now.Rows).Weeks.Count}")], [.. Quotes.Of(now.Rows).Weeks.Select(week => new KindAct($"Ask about the quote of {week.Step}.", now.Planned(week.Step)))]));

    public override IEnumerable<Fact> Tell(IReadOnlyList<Fact> facts) => facts.Where(fact => fact.Kind != Quiet);

    // Whoever joins or leaves changes who is asked.
    private static IEnumerable<Step> Due(JourneyCase now) => now.Held<QuoteJourney>().Where(step =>
        now.Today >= now.Planned(step.Id) && now.Today < now.Planned(step.Id, Most)
        && !Here(now, step).ToHashSet().SetEquals(Quotes.Of(now.Rows).Find(step.Id)?.People ?? []));

    private static IEnumerable<ParticipantId> Here(JourneyCase now, Step step) => now.People
        .Where(person => person.LeftOn is null && now.IsFor(step.Id, person)).Select(person => person.Id);
}

/// <summary>Who was asked in a week, and what they chose.</summary>
internal sealed record QuoteWeek(StepId Step)
{
    public IReadOnlyList<ParticipantId> People { get; init; } = [];

    public IReadOnlyDictionary<ParticipantId, string> Choices { get; init; } = new Dictionary<ParticipantId, string>();

    public string? Most => Choices.Values.GroupBy(choice => choice).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;
}

/// <summary>The rows of quotes.</summary>
internal sealed record Quotes(IReadOnlyList<QuoteWeek> Weeks)
{
    public const string Shape = "quote-week/1";

    private const string Prefix = "own|quote|";

    public static Quotes Of(JourneyRows rows) => rows.Read(static rows => new Quotes([.. rows.Under(Prefix).Select(Read)]));

    public static string Key(StepId step) => Prefix + step;

    public static string Write(QuoteWeek week) => Documents.Write(new Document(
        week.Step.Value, [.. week.People.Select(person => person.Value)], week.Choices.ToDictionary(choice => choice.Key.Value, choice => choice.Value)));

    public QuoteWeek? Find(StepId step) => Weeks.FirstOrDefault(week => week.Step == step);

    private static QuoteWeek Read(Row row)
    {
        var document = Documents.Read<Document>(row, Shape);
        return new QuoteWeek(new StepId(document.Step))
        {
            People = [.. document.People.Select(person => new ParticipantId(person))],
            Choices = (document.Choices ?? []).ToDictionary(choice => new ParticipantId(choice.Key), choice => choice.Value),
        };
    }

    private sealed record Document(string Step, IReadOnlyList<string> People, Dictionary<string, string>? Choices);
}
