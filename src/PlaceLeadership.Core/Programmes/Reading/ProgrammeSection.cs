using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>Reads the top of the file and what steps refer to.</summary>
internal sealed class ProgrammeSection
{
    private const int WeeksMax = 60;
    private const int VersionMax = 9999;
    private const int ListMax = 64;
    private const int FrameQuestionsMax = 8;
    private const int QuestionCharactersMax = 300;
    private const string AnyDay = "any";

    private static readonly string[] Keys = ["programme", "version", "title", "weeks", "languages", "rhythm", "quiet", "stages", "themes", "frames"];

    private static readonly string[] LanguagesKnown = ["en", "cy"];

    private readonly StepKinds _kinds;
    private readonly ProblemList _problems;
    private readonly Values _values;
    private readonly Fields _fields;
    private readonly IReadOnlyList<string> _languages;
    private readonly Texts _texts;

    private ProgrammeSection(Fields fields, StepKinds kinds, ProblemList problems)
    {
        _kinds = kinds;
        _problems = problems;
        _values = new Values(problems);
        _fields = fields;
        var languages = _values.DistinctWords(fields.Require("languages", "[en]"), 1, LanguagesKnown);
        _languages = languages.Count > 0 ? languages : LanguagesKnown[..1];
        _texts = new Texts(_languages, problems);
    }

    /// <summary>The programme; of use only while there is no problem.</summary>
    public static Programme? Read(Node root, StepKinds kinds, ProblemList problems) =>
        Fields.Open(root, "the programme", [.. Keys, .. kinds.All.Select(kind => kind.Section?.Key).OfType<string>(), "steps"], problems) is { } fields
            ? new ProgrammeSection(fields, kinds, problems).Read()
            : null;

    private Programme Read()
    {
        var id = _values.Id(_fields.Require("programme", "place-leadership"));
        var version = _values.Whole(_fields.Require("version", "1"), 1, VersionMax);
        var title = _texts.Line(
            _fields.Require("title", "Leading together in a place"), ProgrammeReader.TitleCharactersMax);
        var weeks = _values.Whole(_fields.Require("weeks", "26"), 1, WeeksMax);
        var stages = Stages(weeks ?? WeeksMax);
        var themes = Themes();
        var frames = Frames();
        var known = new Known(
            _kinds, weeks ?? WeeksMax, stages, [.. themes.Select(theme => theme.Id)], [.. frames.Select(frame => frame.Id)]);
        var items = _values.Items(_fields.Require("steps", "a list of steps"), 1, ProgrammeReader.StepsMax);
        var steps = new StepsSection(known, _texts, _problems).Read(items);
        var programme = new Programme(
            id ?? "", version ?? 0, title ?? LocalText.English(""), weeks ?? 0, _languages, stages, themes, frames, steps)
        {
            Options = Options(items),
            Rhythm = Rhythm(),
            Quiet = Quiet(),
            Kinds = _kinds,
        };
        var messages = StepMessages.Of(programme).Count;
        if (messages > StepSet.Capacity)
        {
            _problems.Add(
                _fields.At, $"With the messages around them these steps are {messages} messages, and a programme takes {StepSet.Capacity}.",
                "Take out some of them.");
        }

        return programme;
    }

    private Rhythm Rhythm()
    {
        if (_fields.Find("rhythm") is not { } field || Fields.Open(field.Node, field.Label, ["letters-per-week", "day"], _problems) is not { } fields)
        {
            return Programmes.Rhythm.Usual;
        }

        var letters = _values.Whole(fields.Find("letters-per-week"), 1, Programmes.Rhythm.LettersMost) ?? 1;
        var day = fields.Find("day") is { } at && _values.OneOf(at, [AnyDay, .. StepSection.Days]) is { } word and not AnyDay
            ? Enum.Parse<IsoDayOfWeek>(word) : (IsoDayOfWeek?)null;
        if (day is not null && letters > 1)
        {
            _problems.Add(
                fields.Find("day")!.Node.At, $"{field.Label} has a day and {letters} letters a week, which cannot all come on it.",
                "Write “letters-per-week: 1”, or “day: any”.");
        }

        return new Rhythm(letters, day);
    }

    private QuietWeeks Quiet()
    {
        if (_fields.Find("quiet") is not { } field || Fields.Open(field.Node, field.Label, ["after-meetings", "ranges"], _problems) is not { } fields)
        {
            return QuietWeeks.None;
        }

        var after = _values.Whole(fields.Find("after-meetings"), 0, QuietWeeks.AfterMeetingsMost) ?? 0;
        var ranges = new List<QuietRange>();
        foreach (var item in _values.Items(fields.Find("ranges"), 1, ListMax))
        {
            var range = Fields.Open(item.Node, item.Label, ["from", "to"], _problems);
            if (DayOfYear(range?.Require("from", "12-20")) is { } from && DayOfYear(range?.Require("to", "01-03")) is { } to)
            {
                ranges.Add(new QuietRange(from, to));
                if (ranges[^1].Days > QuietRange.DaysMost)
                {
                    _problems.Add(
                        item.Node.At, $"{item.Label} has {ranges[^1].Days} days without a letter.", $"Let it have {QuietRange.DaysMost} at most; a longer break is a pause of the cohort.");
                }
            }
        }

        if (ranges.Sum(range => range.Days) is var days and > QuietWeeks.DaysOfYearMost && ranges.All(range => range.Days <= QuietRange.DaysMost))
        {
            _problems.Add(field.Node.At, $"{field.Label} has {days} days without a letter.", $"Let there be {QuietWeeks.DaysOfYearMost} in a year at most.");
        }

        return new QuietWeeks(after, ranges);
    }

    private AnnualDate? DayOfYear(Field? field)
    {
        if (_values.Text(field) is not { } text)
        {
            return null;
        }

        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
        {
            return day;
        }

        _problems.Add(field!.Node.At, $"{field.Label} is {Sentence.Quote(text)}.", "Write the month and the day of it, such as “12-20” for 20 December.");
        return null;
    }

    private Dictionary<string, IReadOnlyDictionary<string, int>> Options(IReadOnlyList<Field> steps)
    {
        var options = new Dictionary<string, IReadOnlyDictionary<string, int>>();
        foreach (var kind in _kinds.All)
        {
            if (kind.Section is { } section && _fields.Find(section.Key) is { } field
                && Fields.Open(field.Node, field.Label, [.. section.Options.Select(option => option.Key)], _problems) is { } fields)
            {
                if (steps.Count > 0 && steps.All(step => IsOfAnotherKind(step.Node, kind)))
                {
                    _problems.Add(
                        field.Node.At, $"{field.Label} speaks of {section.SpeaksOf}, and no step is {section.StepInWords}.",
                        $"Add a step of kind “{kind.Word}”, or delete “{section.Key}”.");
                }

                options[section.Key] = Values(section, fields);
            }
        }

        return options;
    }

    private Dictionary<string, int> Values(OptionSection section, Fields fields)
    {
        var given = section.Options.ToDictionary(option => option.Key, option => _values.Whole(fields.Find(option.Key), option.Least, option.Most));
        var values = section.Options.ToDictionary(option => option.Key, option => given[option.Key] ?? option.Usual);
        if (given.All(value => value.Value is not null || !fields.Has(value.Key)) && section.Check(values) is { } problem)
        {
            _problems.Add((fields.Find(problem.Key)?.Node.At) ?? fields.At, problem.What, problem.Mend);
        }

        return values;
    }

    // A step whose kind cannot be read has its own problem, and may be the one that is missed.
    private bool IsOfAnotherKind(Node step, StepKind kind) => step is Node.Map map && map.Entries.Any(entry =>
        entry.Key == "kind" && entry.Value is Node.Scalar written && _kinds.Find(written.Value) is { } other && other != kind);

    private List<StageStart> Stages(int weeks)
    {
        var stages = new List<StageStart>();
        foreach (var item in _values.Items(_fields.Require("stages", "[{stage: facilitator-led, from-week: 1}]"), 1, ListMax))
        {
            var fields = Fields.Open(item.Node, item.Label, ["stage", "from-week"], _problems);
            var word = _values.OneOf(fields?.Require("stage", "facilitator-led"), StageWords.All);
            var week = _values.Whole(fields?.Require("from-week", "1"), 1, weeks);
            if (word is null || week is null)
            {
                continue;
            }

            var start = new StageStart(StageWords.Find(word)!.Value, week.Value);
            if (IsInOrder(start, stages, item))
            {
                stages.Add(start);
            }
        }

        return stages;
    }

    private bool IsInOrder(StageStart start, List<StageStart> before, Field item)
    {
        if (before.Count == 0 && start.FromWeek != 1)
        {
            _problems.Add(
                item.Node.At,
                $"The first stage begins in week {start.FromWeek}.",
                "Every week needs a stage: let the first one begin in week 1.");
            return true;
        }

        if (before.Count == 0 || (start.Stage > before[^1].Stage && start.FromWeek > before[^1].FromWeek))
        {
            return true;
        }

        _problems.Add(
            item.Node.At,
            $"Stage “{start.Stage.Word()}” from week {start.FromWeek} cannot follow “{before[^1].Stage.Word()}” from week"
            + $" {before[^1].FromWeek}.",
            $"Keep the order {string.Join(", ", StageWords.All)}, each at most once and each in a later week.");
        return false;
    }

    private List<Theme> Themes()
    {
        var themes = new List<Theme>();
        foreach (var item in _values.Items(_fields.Find("themes"), 1, ListMax))
        {
            var fields = Fields.Open(item.Node, item.Label, ["id", "title"], _problems);
            var idField = fields?.Require("id", "trust");
            var id = _values.Id(idField);
            var title = _texts.Line(fields?.Require("title", "Trust"), ProgrammeReader.TitleCharactersMax);
            if (id is not null && _values.IsNew(id, themes.Select(theme => theme.Id), idField!))
            {
                themes.Add(new Theme(id, title ?? LocalText.English("")));
            }
        }

        return themes;
    }

    private List<Frame> Frames()
    {
        var frames = new List<Frame>();
        foreach (var item in _values.Items(_fields.Find("frames"), 1, ListMax))
        {
            var fields = Fields.Open(item.Node, item.Label, ["id", "name", "questions"], _problems);
            var idField = fields?.Require("id", "what-so-what");
            var id = _values.Id(idField);
            var name = _texts.Line(
                fields?.Require("name", "What, so what, now what"), ProgrammeReader.TitleCharactersMax);
            var questions = _values.Items(fields?.Require("questions", "[What happened?]"), 1, FrameQuestionsMax)
                .Select(question => _texts.Line(question, QuestionCharactersMax))
                .OfType<LocalText>()
                .ToList();
            if (id is not null && _values.IsNew(id, frames.Select(frame => frame.Id), idField!))
            {
                frames.Add(new Frame(id, name ?? LocalText.English(""), questions));
            }
        }

        return frames;
    }
}

/// <summary>What the top of the file says and steps refer to.</summary>
internal sealed record Known(
    StepKinds Kinds, int Weeks, IReadOnlyList<StageStart> Stages, IReadOnlyList<string> Themes, IReadOnlyList<string> Frames)
{
    /// <summary>The stage of a week of the programme.</summary>
    public Stage StageOf(int week) =>
        Stages.LastOrDefault(start => start.FromWeek <= week)?.Stage ?? Stage.FacilitatorLed;
}
