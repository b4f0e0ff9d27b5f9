using PlaceLeadership.Core.Journeys.Reflection;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tests.Programmes;

public sealed class PlainLanguageTests
{
    // Words of offices that nobody uses at a kitchen table.
    private static readonly string[] Jargon =
    [
        "stakeholder", "leverage", "synerg", "empower", "deliverable", "learnings", "going forward", "reach out",
        "touch base", "system leader", "capacity building", "best practice", "journey", "resilien", "co-production",
        "holistic", "robust", "key takeaway", "deep dive", "impactful", "facilitate", "utilis", "toolkit", "mindset",
        "you must", "you should", "don't forget", "make sure you", "remember to", "asap",
    ];

    // A prompt offers; at least one of these shows that the reader may choose.
    private static readonly string[] Choices =
        ["if you", " may ", " might ", " can ", " could ", "you like", "prefer", " or "];

    public static TheoryData<string> Steps =>
        [.. ProgrammeFiles.DefaultProgramme.Steps.Select(step => step.Id.Value)];

    public static TheoryData<string> Reflections => [.. ReflectionSteps.Select(step => step.Id.Value)];

    [Fact]
    public void There_are_about_ten_reflection_prompts_one_for_every_other_week() =>
        Assert.InRange(ReflectionSteps.Count(), 8, 13);

    [Theory]
    [MemberData(nameof(Reflections))]
    public void A_reflection_prompt_has_60_to_150_words(string id) =>
        Assert.InRange(Prose.Words(TextOf(id)).Count, 60, 150);

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_text_reads_as_plain_English(string id)
    {
        var sentences = Prose.Sentences(TextOf(id)).Select(sentence => Prose.Words(sentence).Count).ToList();

        Assert.True(Prose.ReadingEase(TextOf(id)) >= 60, $"Reading ease {Prose.ReadingEase(TextOf(id)):F0}");
        Assert.InRange(sentences.Average(), 4, 16);
        Assert.InRange(sentences.Max(), 1, 40);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_text_has_no_jargon_and_tells_nobody_off(string id) =>
        Assert.All(Jargon, word => Assert.DoesNotContain(word, TextOf(id), StringComparison.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(Reflections))]
    public void A_reflection_prompt_leaves_a_choice(string id) =>
        Assert.Contains(Choices, words => TextOf(id).Contains(words, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_two_texts_begin_with_the_same_three_words()
    {
        var beginnings = ProgrammeFiles.DefaultProgramme.Steps
            .Where(step => !step.Kind.CountsAnswers)
            .Select(step => string.Join(' ', Prose.Words(step.Text.In("en")).Take(3)));

        Assert.DoesNotContain(beginnings.CountBy(words => words), pair => pair.Value > 1);
    }

    [Fact]
    public void No_two_reflection_prompts_share_a_phrase_of_six_words()
    {
        // "116 123" and the few words around it may return: people should find help in the same words.
        var phrases = ReflectionSteps.SelectMany(step => Phrases(step).Distinct());

        Assert.DoesNotContain(phrases.CountBy(words => words), pair => pair.Value > 1);
    }

    [Fact]
    public void Reading_ease_tells_plain_English_from_the_other_kind()
    {
        Assert.True(Prose.ReadingEase("The cat sat on the mat. It was warm.") > 100);
        Assert.True(
            Prose.ReadingEase(
                "Organisational transformation necessitates collaborative stakeholder engagement methodologies.") < 0);
    }

    private static IEnumerable<Step> ReflectionSteps =>
        ProgrammeFiles.DefaultProgramme.Steps.Where(step => step.Kind is ReflectionJourney);

    private static string TextOf(string id) => ProgrammeFiles.DefaultProgramme.FindStep(new StepId(id))!.Text.In("en");

    private static IEnumerable<string> Phrases(Step step)
    {
        var words = Prose.Words(step.Text.In("en"));
        return Enumerable.Range(0, words.Count - 5)
            .Select(at => string.Join(' ', words.Skip(at).Take(6)))
            .Where(phrase => !phrase.Contains("116"));
    }
}
