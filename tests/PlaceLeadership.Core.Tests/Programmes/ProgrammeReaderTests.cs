using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Core.Tests.Programmes;

public sealed class ProgrammeReaderTests
{
    private const string Small =
        """
        programme: small-one
        version: 1
        title: A small one
        weeks: 4
        languages: [en]
        stages:
          - {stage: facilitator-led, from-week: 1}
          - {stage: rotating, from-week: 3}
        themes: [{id: trust, title: Trust}]
        frames: [{id: three-lines, name: Three lines, questions: [What helped?]}]
        steps:
          - id: look
            kind: reflection
            week: 1
            day: Tuesday
            title: A look round
            minutes: 10
            theme: trust
            frames: [three-lines]
            text: Have a look round.
            questions:
              - {id: seen, kind: text, text: What did you see?}
          - id: later
            kind: milestone
            after: {step: look, days: 14}
            title: Later
            minutes: 5
            text: Thank you.
        """;

    [Fact]
    public void A_programme_without_mistakes_is_read_with_its_defaults()
    {
        var programme = ProgrammeFiles.Read(Small);

        var (look, later) = (programme.Steps[0], programme.Steps[1]);
        Assert.Equal(new Placement.InWeek(1, IsoDayOfWeek.Tuesday), look.Placement);
        Assert.Equal(new Placement.After(new StepId("look"), 14), later.Placement);
        Assert.Equal([3, 7], look.ReminderDays);
        Assert.Empty(later.ReminderDays);
        Assert.Equal(Step.OpenDaysByDefault, look.OpenDays);
        Assert.Equal(Stage.FacilitatorLed, look.Stage);
        Assert.Equal(Stage.Rotating, later.Stage);
        Assert.Equal(Audience.All, look.Audience);
    }

    [Fact]
    public void Without_a_word_there_is_one_letter_a_week_and_no_quiet_week()
    {
        Assert.Equal((Rhythm.Usual, QuietWeeks.None), (ProgrammeFiles.Read(Small).Rhythm, ProgrammeFiles.Read(Small).Quiet));
        var programme = ProgrammeFiles.Read(With(
            "version: 1", "version: 1\nrhythm: {letters-per-week: 1, day: Friday}\nquiet: {after-meetings: 1, ranges: [{from: 12-20, to: 01-02}]}"));
        Assert.Equal(new Rhythm(1, IsoDayOfWeek.Friday), programme.Rhythm);
        Assert.Equal(1, programme.Quiet.AfterMeetings);
        Assert.Equal(new QuietRange(new AnnualDate(12, 20), new AnnualDate(1, 2)), Assert.Single(programme.Quiet.Ranges));
    }

    [Theory]
    [InlineData("rhythm: {letters-per-week: 6}", "is “6”", "from 1 to 5")]
    [InlineData("rhythm: {day: Sunday}", "“day” of “rhythm” of the programme is “Sunday”", "Monday")]
    [InlineData("rhythm: {letters-per-week: 2, day: Friday}", "2 letters a week, which cannot all come on it", "day: any")]
    [InlineData("rhythm: weekly", "must be a map", "letters-per-week, day")]
    [InlineData("quiet: {after-meetings: 2}", "is “2”", "from 0 to 1")]
    [InlineData("quiet: {ranges: [{from: 20 December, to: 01-02}]}", "is “20 December”", "12-20")]
    [InlineData("quiet: {ranges: [{from: 02-30, to: 03-02}]}", "is “02-30”", "12-20")]
    [InlineData("quiet: {ranges: [{from: 07-01, to: 08-31}]}", "has 62 days without a letter", "35 at most")]
    [InlineData("quiet: {ranges: [{from: 01-01, to: 02-02}, {from: 03-01, to: 04-03}, {from: 06-01, to: 07-04}]}", "has 101 days without a letter", "100 in a year")]
    [InlineData("quiet: {ranges: [{from: 12-20}]}", "has no “to”", "01-03")]
    public void A_rhythm_that_nobody_could_keep_is_said_with_the_way_out(string line, string what, string mend)
    {
        var problem = Assert.Single(ProgrammeReader.Read(With("version: 1", "version: 1\n" + line), BuiltIn.Kinds).Problems);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Contains(mend, problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Reflections_and_recognition_are_optional_unless_the_file_says_otherwise()
    {
        var look = ProgrammeFiles.Read(Small).Steps[0];
        Assert.Equal(look.Kind == BuiltIn.Reflection, look.IsOptional);
        Assert.False(ProgrammeFiles.Read(With("minutes: 10", "minutes: 10\n    importance: essential")).Steps[0].IsOptional);
    }

    [Fact]
    public void Reminders_by_default_end_before_the_step_closes() =>
        Assert.Equal([3], ProgrammeFiles.Read(With("minutes: 10", "minutes: 10\n    open-days: 7")).Steps[0].ReminderDays);

    [Fact]
    public void Texts_in_two_languages_are_kept_by_language()
    {
        var yaml = Small
            .Replace("languages: [en]", "languages: [en, cy]")
            .Replace("title: Trust", "title: {en: Trust, cy: Ymddiriedaeth}")
            .Replace("name: Three lines, questions: [What helped?]",
                "name: {en: Three lines, cy: Tair llinell}, questions: [{en: What helped?, cy: Beth helpodd?}]")
            .Replace("title: A small one", "title: {en: A small one, cy: Un bach}")
            .Replace("title: A look round", "title: {en: A look round, cy: Golwg o gwmpas}")
            .Replace("title: Later", "title: {en: Later, cy: Wedyn}")
            .Replace("text: Have a look round.", "text: {en: Have a look round., cy: Edrychwch o gwmpas.}")
            .Replace("text: Thank you.", "text: {en: Thank you., cy: Diolch.}")
            .Replace("text: What did you see?", "text: {en: What did you see?, cy: Beth welsoch chi?}");

        Assert.Equal("Diolch.", ProgrammeFiles.Read(yaml).Steps[1].Text.In("cy"));
        AssertProblem(yaml.Replace(", cy: Diolch.", ""), "“text” of step “later” has no “cy”.", "“cy: …”");
        AssertProblem(yaml.Replace("{en: Thank you., cy: Diolch.}", "Thank you."), "is written in one language", "“cy: …”");
        AssertProblem(yaml.Replace("[en, cy]", "[cy, fr]"), "is “fr”", "en, cy");
    }

    [Fact]
    public void A_programme_may_say_what_its_sets_are_like_and_half_of_it_too()
    {
        Assert.Equal(new SetsWanted(6, 2), SetsWanted.Of(ProgrammeFiles.Read(Small)));
        Assert.Equal(new SetsWanted(5, 3), SetsWanted.Of(ProgrammeFiles.Read(WithSets("{size: 5, sectors: 3}"))));
        Assert.Equal(new SetsWanted(8, 2), SetsWanted.Of(ProgrammeFiles.Read(WithSets("{size: 8}"))));
        Assert.Equal(new SetsWanted(6, 6), SetsWanted.Of(ProgrammeFiles.Read(WithSets("{sectors: 6}"))));
    }

    [Theory]
    [InlineData("{size: 4}", "“size” of “sets” of the programme is “4”", "from 5 to 8")]
    [InlineData("{size: 9}", "is “9”", "from 5 to 8")]
    [InlineData("{size: six}", "must be a whole number", "from 5 to 8")]
    [InlineData("{sectors: 0}", "“sectors” of “sets” of the programme is “0”", "from 1 to 8")]
    [InlineData("{sectors: 9}", "is “9”", "from 1 to 8")]
    [InlineData("{size: 5, sectors: 6}", "5 people cannot come from 6 sectors", "raise “size”")]
    [InlineData("{sectors: 7}", "6 people cannot come from 7 sectors", "raise “size”")]
    [InlineData("{sise: 5}", "“sise” is not a key", "“size”")]
    [InlineData("6", "must be a map", "size, sectors")]
    public void Sets_that_cannot_be_are_named_and_come_with_a_way_out(string sets, string what, string mend) =>
        AssertProblem(WithSets(sets), what, mend);

    [Fact]
    public void Sets_without_a_set_meeting_are_refused_where_they_stand()
    {
        var problem = Assert.Single(ProgrammeReader.Read(With("steps:", "sets: {size: 5}\nsteps:"), BuiltIn.Kinds).Problems);

        Assert.Equal((11, "“sets” of the programme speaks of learning sets, and no step is a set meeting."), (problem.Line, problem.What));
        Assert.Equal("Add a step of kind “set-meeting”, or delete “sets”.", problem.Mend);
    }

    [Fact]
    public void A_step_that_cannot_be_read_may_be_the_set_meeting_that_is_missed() =>
        Assert.Single(ProgrammeReader.Read(WithSets("{size: 5}").Replace("kind: set-meeting", "kind: set-meting"), BuiltIn.Kinds).Problems);

    [Fact]
    public void An_audience_can_be_narrowed()
    {
        var audience = ProgrammeFiles.Read(With(
            "minutes: 10", "minutes: 10\n    audience: {sectors: [nhs], roles: [Ward sister], stages: [rotating]}"))
            .Steps[0].Audience;

        Assert.Equal(["nhs"], audience.Sectors);
        Assert.Equal(["Ward sister"], audience.Roles);
        Assert.Equal([Stage.Rotating], audience.Stages);
    }

    [Theory]
    [InlineData("weeks: 4", "weeks: 61", "“weeks” of the programme is “61”", "from 1 to 60")]
    [InlineData("weeks: 4", "weeks: \"4\"", "must be a whole number", "without quotes")]
    [InlineData("weeks: 4", "weeks:", "has no value", "delete the line")]
    [InlineData("version: 1\n", "", "has no “version”", "version: 1")]
    [InlineData("title: A small one", "title: 2026", "YAML reads “2026” as a number", "\"2026\"")]
    [InlineData("title: A small one", "title: [A, small, one]", "this is a list", "single text")]
    [InlineData("title: A small one", "title: \" \"", "blank", "Write")]
    [InlineData("title: A small one", "title: \"One\\nTwo\"", "single line", "line breaks")]
    [InlineData("title: A look round", "title: \"A\\u2028look\"", "single line", "line breaks")]
    [InlineData("version: 1", "version: 1\ncolour: blue", "“colour” is not a key of the programme", "programme, version, title")]
    [InlineData("version: 1", "version: 1\nversion: 2", "a second time", "Keep one")]
    [InlineData("version: 1", "version: &a 1", "names this part", "no anchors")]
    [InlineData("version: 1", "version: *a", "points to another part", "no aliases")]
    [InlineData("version: 1", "version: !!int 1", "is a YAML tag", "Delete it")]
    [InlineData("version: 1", "version: !!v[@ 1", "exclamation mark", "quotes")]
    [InlineData("version: 1", "version:\t1", "tab", "spaces")]
    [InlineData("version: 1", "version: [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", "nested more than 16", "brackets")]
    [InlineData("version: 1", "? [a, b]\n: 1", "A key is a single word", "brackets")]
    [InlineData("version: 1", "version: {1", "not YAML", "quotes")]
    [InlineData("programme: small-one", "programme: Small One", "is “Small One”", "Write lower-case")]
    [InlineData("from-week: 1}", "from-week: 2}", "The first stage begins in week 2", "week 1")]
    [InlineData("rotating, from-week: 3", "facilitator-led, from-week: 3", "cannot follow", "order")]
    [InlineData("rotating, from-week: 3", "rotating, from-week: 1", "cannot follow", "later week")]
    [InlineData("rotating, from-week: 3", "rotating, from-week: 5", "is “5”", "from 1 to 4")]
    [InlineData("kind: reflection", "kind: reflexion", "is “reflexion”", "Did you mean “reflection”?")]
    [InlineData("kind: reflection", "kind: sermon", "is “sermon”", "Write one of: reflection, pulse")]
    [InlineData("week: 1", "week: 5", "is “5”", "from 1 to 4")]
    [InlineData("day: Tuesday", "day: Sunday", "messages go from Monday to Friday", "Friday before")]
    [InlineData("day: Tuesday", "day: tuesday", "is “tuesday”", "Did you mean “Tuesday”?")]
    [InlineData("    day: Tuesday\n", "", "has no “day”", "day: Tuesday")]
    [InlineData("    week: 1\n    day: Tuesday\n", "", "no place in the timetable", "after:")]
    [InlineData("    day: Tuesday", "    day: Tuesday\n    after: {step: later, days: 1}", "has both", "one way")]
    [InlineData("after: {step: look, days: 14}", "after: {step: later, days: 1}", "later after later", "week and a day")]
    [InlineData("after: {step: look, days: 14}", "after: {step: loook, days: 1}", "no step has that id", "“look”")]
    [InlineData("after: {step: look, days: 14}", "after: {step: look, days: 27}", "falls in week 5", "earlier")]
    [InlineData("after: {step: look, days: 14}", "after: {step: look, days: 121}", "is “121”", "from 0 to 120")]
    [InlineData("- id: later", "- id: look", "repeats “look”", "rename")]
    [InlineData("minutes: 10", "minutes: 481", "is “481”", "from 1 to 480")]
    [InlineData("minutes: 10", "minutes: 0", "is “0”", "from 1 to 480")]
    [InlineData("minutes: 10", "minutes: 99999999999999", "is “99999999999999”", "from 1 to 480")]
    [InlineData("theme: trust", "theme: truth", "is “truth”", "Did you mean “trust”?")]
    [InlineData("frames: [three-lines]", "frames: [gibbs]", "is “gibbs”", "three-lines")]
    [InlineData("frames: [three-lines]", "frames: three-lines", "must be a list", "square brackets")]
    [InlineData("frames: [three-lines]", "ideas: [open-spaces]", "is “open-spaces”", "“open-space”")]
    [InlineData("frames: [three-lines]", "audience: {sectors: [hns]}", "is “hns”", "“nhs”")]
    [InlineData("frames: [three-lines]", "audience: everybody", "is “everybody”", "all")]
    [InlineData("frames: [three-lines]", "audience: {}", "narrows nothing", "audience: all")]
    [InlineData("frames: [three-lines]", "reminders: [1, 2, 3]", "3 items; it takes at most 2", "Leave some out")]
    [InlineData("frames: [three-lines]", "reminders: [7, 3]", "not later than 7", "rising")]
    [InlineData("frames: [three-lines]", "reminders: [0]", "is “0”", "from 1 to 27")]
    [InlineData("frames: [three-lines]", "reminders: [28]", "is “28”", "from 1 to 27")]
    [InlineData("kind: milestone", "kind: milestone\n    reminders: [3]", "asks for nothing", "Delete")]
    [InlineData("kind: milestone", "kind: milestone\n    questions: [{id: a, kind: text, text: A?}]", "no page to answer", "Delete")]
    [InlineData("kind: milestone", "kind: milestone\n    frames: [three-lines]", "only a reflection", "Delete")]
    [InlineData("kind: milestone", "kind: pulse", "has no questions", "questions:")]
    [InlineData("kind: text, text: What", "kind: scale, low: 7, high: 7, low-label: a, high-label: b, text: What", "from 7 to 7", "smaller")]
    [InlineData("kind: text, text: What", "kind: scale, low: 0, high: 11, low-label: a, high-label: b, text: What", "12 points", "at most 11")]
    [InlineData("kind: text, text: What", "kind: scale, low: 0, high: 10, low-label: a, text: What", "has no “high-label”", "high-label")]
    [InlineData("kind: text, text: What", "kind: single, options: [{id: a, text: A}], text: What", "1 item; it needs at least 2", "Add")]
    [InlineData("kind: text, text: What", "kind: single, text: What", "has no “options”", "options")]
    [InlineData("kind: text, text: What", "kind: text, low: 1, text: What", "“low” is not a key", "id, kind, text")]
    [InlineData("text: Thank you.", "text: Thank <b>you</b>.", "contains HTML", "plain")]
    [InlineData("text: Thank you.", "text: \"<div>Thank you</div>\"", "contains HTML", "plain")]
    [InlineData("text: Thank you.", "text: \"![you](https://example.org/a.png)\"", "an image", "plain")]
    [InlineData("text: Thank you.", "text: \"[you](javascript:alert)\"", "links to", "https://")]
    [InlineData("text: Thank you.", "text: \"See <http://example.org>\"", "links to", "https://")]
    [InlineData("text: Thank you.", "text: \"See http://example.org today\"", "links to", "https://")]
    [InlineData("text: Thank you.", "text: \"[you](/page)\"", "links to", "https://")]
    [InlineData("text: Thank you.", "text: \"[you][1]\\n\\n[1]: ftp://example.org\"", "links to", "https://")]
    [InlineData("text: Thank you.", "text: \"Thank \\x07 you.\"", "control character", "again")]
    public void A_mistake_is_named_and_comes_with_a_way_out(string right, string wrong, string what, string mend) =>
        AssertProblem(With(right, wrong), what, mend);

    [Theory]
    [InlineData("text: Thank you.", "text: \"[you](https://example.org/a) and [me](mailto:me@example.org)\"")]
    [InlineData("text: Thank you.", "text: \"Two < three, and **bold** is fine.\"")]
    [InlineData("kind: milestone", "kind: set-meeting")]
    [InlineData("version: 1", "version: 1 # a remark")]
    [InlineData("audience", "audience")]
    public void What_is_no_mistake_is_left_alone(string before, string after) =>
        ProgrammeFiles.Read(Small.Replace(before, after));

    [Fact]
    public void Steps_that_wait_for_each_other_are_reported_once()
    {
        var yaml = With("    week: 1\n    day: Tuesday\n", "    after: {step: later, days: 1}\n");

        var problem = Assert.Single(ProgrammeReader.Read(yaml, BuiltIn.Kinds).Problems);
        Assert.Equal("Steps wait for each other in a circle: look after later after look.", problem.What);
    }

    [Fact]
    public void A_subject_line_has_at_most_100_characters()
    {
        ProgrammeFiles.Read(With("title: Later", "title: " + new string('x', 100)));
        AssertProblem(With("title: Later", "title: " + new string('x', 101)), "has 101 characters", "Shorten");
    }

    [Fact]
    public void A_programme_has_at_most_256_steps()
    {
        var more = string.Concat(Enumerable.Range(1, 255).Select(number =>
            $"\n  - {{id: step-{number}, kind: milestone, week: 2, day: Monday, title: T, minutes: 1, text: T}}"));

        AssertProblem(Small + more, "has 257 items; it takes at most 256", "Leave some out");
    }

    [Fact]
    public void A_programme_has_at_most_256_messages_and_only_the_first_set_meeting_has_thirteen()
    {
        // Two steps, a first set meeting of 13 messages, 26 more of 9, and seven steps again.
        var meetings = string.Concat(Enumerable.Range(1, 27).Select(number =>
            $"\n  - {{id: meeting-{number}, kind: set-meeting, week: 2, day: Monday, title: T, minutes: 1, text: T}}"));
        string More(int count) => string.Concat(Enumerable.Range(1, count).Select(number =>
            $"\n  - {{id: step-{number}, kind: milestone, week: 2, day: Monday, title: T, minutes: 1, text: T}}"));

        ProgrammeFiles.Read(Small + meetings + More(7));
        AssertProblem(Small + meetings + More(8), "these steps are 257 messages, and a programme takes 256", "Take out");
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_even_parsed() =>
        AssertProblem(Small + new string('\n', ProgrammeReader.CharactersMax), "characters; a programme has at most", "Check");

    [Fact]
    public void An_empty_file_says_where_to_begin() =>
        AssertProblem("", "The file is empty.", "place-leadership.yaml");

    [Fact]
    public void A_second_document_is_refused() =>
        AssertProblem(Small + "\n---\nprogramme: other\n", "second document", "one programme in each file");

    [Fact]
    public void More_problems_than_anyone_reads_end_in_a_count()
    {
        var problems = ProgrammeReader.Read(string.Concat(Enumerable.Range(0, 300).Select(n => $"zzzzzzzz{n}: 1\n")), BuiltIn.Kinds).Problems;

        Assert.Equal(ProgrammeReader.ProblemsMax, problems.Count);
        Assert.Contains("more problems from here on", problems[^1].What);
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_once()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(
            Enumerable.Range(1, 30).Select(n => $"k{n}: &k{n} [*a, *a, *a, *a, *a, *a, *a, *a]\n"));

        AssertProblem(bomb, "points to another part", "no aliases");
    }

    private static string WithSets(string sets) =>
        With("kind: milestone", "kind: set-meeting").Replace("steps:", $"sets: {sets}\nsteps:", StringComparison.Ordinal);

    private static string With(string right, string wrong)
    {
        Assert.Contains(right, Small, StringComparison.Ordinal);
        var at = Small.IndexOf(right, StringComparison.Ordinal);
        return Small[..at] + wrong + Small[(at + right.Length)..];
    }

    private static void AssertProblem(string yaml, string what, string mend)
    {
        var reading = ProgrammeReader.Read(yaml, BuiltIn.Kinds);

        Assert.Null(reading.Programme);
        Assert.Contains(reading.Problems, problem =>
            problem.What.Contains(what, StringComparison.Ordinal)
            && problem.Mend.Contains(mend, StringComparison.Ordinal)
            && problem is { Line: >= 1, Column: >= 1 });
    }
}
