using NJsonSchema;
using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Programmes;

/// <summary>A kind of step that no product file mentions: a quote, whose programme says how many words it may have.</summary>
public sealed class KindFromOutsideTests
{
    private const string Options = "quotes: {words: 20}\n";

    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly StepKinds Kinds = new([.. BuiltIn.Kinds.All, new Quote()]);

    private static readonly string Yaml = $$"""
        programme: quotes
        version: 1
        title: Quotes
        weeks: 4
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        {{Options}}steps:
          - id: first-quote
            kind: quote
            week: 1
            day: Tuesday
            title: A quote for the week
            minutes: 2
            text: Which sentence stays with you?
            questions: [{id: q, kind: text, text: Your quote}]
        """;

    [Fact]
    public void A_programme_with_it_is_read_where_it_is_known_and_nowhere_else()
    {
        var programme = ProgrammeReader.Read(Yaml, Kinds).Programme!;
        Assert.Equal("quote", programme.Steps[0].Kind.Word);
        Assert.Equal(20, programme.Options["quotes"]["words"]);
        Assert.Contains(ProgrammeReader.Read(Yaml, BuiltIn.Kinds).Problems, problem => problem.What.Contains("quote", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_options_are_checked_with_the_place_and_a_way_out()
    {
        Assert.Equal(5, ProgrammeReader.Read(Yaml.Replace(Options, "", StringComparison.Ordinal), Kinds).Programme!.Options.GetValueOrDefault("quotes")?["words"] ?? 5);
        var tooMany = Assert.Single(ProgrammeReader.Read(Yaml.Replace("words: 20", "words: 99", StringComparison.Ordinal), Kinds).Problems);
        Assert.Contains("“words” of “quotes”", tooMany.What, StringComparison.Ordinal);
        var odd = Assert.Single(ProgrammeReader.Read(Yaml.Replace("words: 20", "words: 13", StringComparison.Ordinal), Kinds).Problems);
        Assert.Equal((7, "A quote of 13 words brings bad luck.", "Write another number."), (odd.Line, odd.What, odd.Mend));
        var unused = Assert.Single(ProgrammeReader.Read(Yaml.Replace("kind: quote", "kind: reflection", StringComparison.Ordinal), Kinds).Problems);
        Assert.Contains("speaks of quotes, and no step is a quote", unused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_know_it_and_what_a_programme_may_say_of_it()
    {
        var schema = await JsonSchema.FromJsonAsync(ProgrammeSchema.For(Kinds), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(YamlJson.FromYaml(Yaml).ToJsonString()));
        Assert.NotEmpty(schema.Validate(YamlJson.FromYaml(Yaml.Replace("words: 20", "words: 99", StringComparison.Ordinal)).ToJsonString()));
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(ProgrammeFiles.Schema, TestContext.Current.CancellationToken)).Validate(YamlJson.FromYaml(Yaml).ToJsonString()));
    }

    [Fact]
    public async Task It_is_sent_named_as_still_open_and_answered_like_any_other_and_its_facts_carry_its_word()
    {
        var office = new Office(Start.At(new LocalTime(7, 0)), kinds: Kinds);
        var programme = ProgrammeReader.Read(Yaml, Kinds).Programme!;
        Assert.Null(await office.Launches.StoreAsync(
            office.Planned(programme, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]), Acts.Actor.Manager, programme, Yaml, default));
        await office.GoToAsync(Start.PlusDays(1));
        await office.AnswerAsync(new ParticipantId("p1"), new StepId("first-quote"));
        await office.GoToAsync(Start.PlusDays(20));

        Assert.Equal(
            ["first-quote/prompt on 2026-01-13", "first-quote.still/prompt on 2026-01-19"],
            office.SentTo(new ParticipantId("p1")));
        Assert.Equal(
            ["first-quote/prompt on 2026-01-13", "first-quote.still/prompt on 2026-01-19, naming first-quote"], office.SentTo(new ParticipantId("p2")));
        Assert.Equal(["quote"], (await office.FactsAsync()).Where(fact => fact.Kind == FactKinds.Answered).Select(fact => fact.StepKind));
    }

    private sealed class Quote : StepKind
    {
        public override string Word => "quote";

        public override IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) =>
        [
            StepMessages.Around(
                step, "still", 6, 2, 14, [3], LocalText.English("Does it still stay with you?"), LocalText.English("It was a week ago."),
                [StepMessages.Choice("still", LocalText.English("Does it?"), ("yes", LocalText.English("Yes")), ("no", LocalText.English("No")))]),
        ];

        public override OptionSection Section => new("quotes", "quotes", "a quote", new WholeOption("words", 1, 50, 5, "How many words a quote may have."))
        {
            Check = values => values["words"] == 13 ? new OptionProblem("words", "A quote of 13 words brings bad luck.", "Write another number.") : null,
        };
    }
}
