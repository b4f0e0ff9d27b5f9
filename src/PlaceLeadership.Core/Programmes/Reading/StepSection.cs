using NodaTime;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>A step as far as it can be known before the others are read.</summary>
/// <param name="Step">Its stage is right only if <paramref name="HasStage"/>.</param>
/// <param name="Id">Where its id stands.</param>
/// <param name="PlacedAt">Where its placement stands.</param>
/// <param name="Followed">The id of the step it follows, or null.</param>
/// <param name="HasStage">Whether the file names the stage.</param>
internal sealed record StepDraft(Step Step, Field Id, Place PlacedAt, Node? Followed, bool HasStage);

/// <summary>Reads one step.</summary>
internal sealed class StepSection(Known known, Texts texts, ProblemList problems)
{
    private const int MinutesMax = 480;
    private const int OpenDaysMin = 2;
    private const int OpenDaysMax = 120;
    private const int AfterDaysMax = 120;
    private const int TextCharactersMax = 5000;
    private const int RemindersMax = 2;
    private const int RoleCharactersMax = 100;
    private const int ListMax = 64;

    private const string Essential = "essential";
    private const string OptionalWord = "optional";

    private static readonly int[] RemindersByDefault = [3, 7];

    private static readonly string[] Keys =
    [
        "id", "kind", "week", "day", "after", "title", "minutes", "theme", "stage", "audience", "frames", "ideas",
        "importance", "reminders", "open-days", "text", "questions",
    ];

    /// <summary>The days on which something can be planned.</summary>
    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    private readonly Values _values = new(problems);
    private readonly QuestionSection _questions = new(texts, problems);

    /// <summary>The step, or null when it has no usable id.</summary>
    public StepDraft? Read(Field item, int index)
    {
        if (Fields.Open(item.Node, Owner(item.Node, index), Keys, problems) is not { } fields)
        {
            return null;
        }

        var idField = fields.Require("id", "first-meeting");
        var id = _values.Id(idField);
        var kind = _values.OneOf(fields.Require("kind", "reflection"), known.Kinds.Words) is { } word
            ? known.Kinds.Find(word)
            : null;
        var openDays = _values.Whole(fields.Find("open-days"), OpenDaysMin, OpenDaysMax)
            ?? Step.OpenDaysByDefault;
        var (placement, followed) = Placement(fields);
        var stage = _values.OneOf(fields.Find("stage"), StageWords.All);
        var step = new Step(
            new StepId(id ?? ""),
            kind ?? known.Kinds.All[0],
            Or(texts.Line(fields.Require("title", "A first look around"), ProgrammeReader.TitleCharactersMax)),
            Or(texts.Markdown(fields.Require("text", "|"), TextCharactersMax)),
            placement ?? new Placement.InWeek(1, IsoDayOfWeek.Monday),
            Audience(fields),
            _values.Whole(fields.Require("minutes", "10"), 1, MinutesMax) ?? 1,
            Questions(fields, kind),
            Reminders(fields, kind, openDays),
            openDays,
            Theme(fields),
            stage is null ? default : StageWords.Find(stage)!.Value,
            Frames(fields, kind),
            _values.DistinctWords(fields.Find("ideas"), 1, Ideas.All))
        {
            Optional = Optional(fields, kind),
        };
        var placedAt = (fields.Find("after") ?? fields.Find("week"))?.Node.At ?? fields.At;
        return id is null ? null : new StepDraft(step, idField!, placedAt, followed, stage is not null);
    }

    private bool? Optional(Fields fields, StepKind? kind)
    {
        if (fields.Find("importance") is not { } field || _values.OneOf(field, [Essential, OptionalWord]) is not { } word)
        {
            return null;
        }

        if (word == OptionalWord && kind?.AsksForReply == false)
        {
            problems.Add(
                field.Node.At, $"{Sentence.Start(fields.Owner)} is optional, and a {kind.Word} is never dropped.", "Delete the line, or make the step a reflection or a pulse.");
        }

        return word == OptionalWord;
    }

    private static LocalText Or(LocalText? text) => text ?? LocalText.English("");

    private static string Owner(Node node, int index) =>
        (node as Node.Map)?.Find("id") is Node.Scalar { Type: ScalarType.Text } id
            ? $"step {Sentence.Quote(id.Value)}"
            : $"step {index + 1}";

    private (Placement? Placement, Node? Followed) Placement(Fields fields)
    {
        if (fields.Find("after") is not { } after)
        {
            return (InWeek(fields), null);
        }

        foreach (var key in new[] { "week", "day" })
        {
            if (fields.Find(key) is { } field)
            {
                problems.Add(
                    field.Node.At,
                    $"{Sentence.Start(fields.Owner)} has both “{key}” and “after”.",
                    "Place it in one way: by “week” and “day”, or by “after”.");
            }
        }

        var inner = Fields.Open(after.Node, after.Label, ["step", "days"], problems);
        var followed = inner?.Require("step", "first-meeting");
        var id = _values.Id(followed);
        var days = _values.Whole(inner?.Require("days", "7"), 0, AfterDaysMax);
        return id is not null && days is not null
            ? (new Placement.After(new StepId(id), days.Value), followed!.Node)
            : (null, null);
    }

    private Placement.InWeek? InWeek(Fields fields)
    {
        if (!fields.Has("week") && !fields.Has("day"))
        {
            problems.Add(
                fields.At,
                $"{Sentence.Start(fields.Owner)} has no place in the timetable.",
                "Add “week: 3” and “day: Tuesday”, or “after: {step: first-meeting, days: 7}”.");
            return null;
        }

        var week = _values.Whole(fields.Require("week", "3"), 1, known.Weeks);
        var day = Day(fields.Require("day", "Tuesday"));
        return week is not null && day is not null ? new Placement.InWeek(week.Value, day.Value) : null;
    }

    private IsoDayOfWeek? Day(Field? field)
    {
        if (field?.Node is Node.Scalar { Value: var word }
            && word.Trim().ToLowerInvariant() is "saturday" or "sunday" or "sat" or "sun")
        {
            problems.Add(
                field!.Node.At,
                $"{field.Label} is {Sentence.Quote(word)}, and messages go from Monday to Friday.",
                "Take the Friday before or the Monday after.");
            return null;
        }

        return _values.OneOf(field, Days) is { } day ? Enum.Parse<IsoDayOfWeek>(day) : null;
    }

    private Audience Audience(Fields fields)
    {
        var field = fields.Find("audience");
        if (field is null or { Node: Node.Refused })
        {
            return Programmes.Audience.All;
        }

        if (field.Node is Node.Scalar)
        {
            _values.OneOf(field, ["all"]);
            return Programmes.Audience.All;
        }

        if (Fields.Open(field.Node, field.Label, ["sectors", "roles", "stages"], problems) is not { } inner)
        {
            return Programmes.Audience.All;
        }

        if (!inner.Has("sectors") && !inner.Has("roles") && !inner.Has("stages"))
        {
            problems.Add(inner.At, $"{field.Label} narrows nothing.", "Write “audience: all”, or leave the line out.");
        }

        return new Audience(
            _values.DistinctWords(inner.Find("sectors"), 1, Sectors.All),
            Roles(inner.Find("roles")),
            [.. _values.DistinctWords(inner.Find("stages"), 1, StageWords.All).Select(word => StageWords.Find(word)!.Value)]);
    }

    private List<string> Roles(Field? field)
    {
        var roles = new List<string>();
        var plain = new Texts(["en"], problems);
        foreach (var item in _values.Items(field, 1, ListMax))
        {
            if (item.Node is Node.Map)
            {
                _values.Text(item);
            }
            else if (plain.Line(item, RoleCharactersMax)?.In("en") is { } role && _values.IsNew(role, roles, item))
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    private string? Theme(Fields fields)
    {
        var field = fields.Find("theme");
        return _values.OneOf(field, known.Themes);
    }

    private IReadOnlyList<string> Frames(Fields fields, StepKind? kind)
    {
        var field = fields.Find("frames");
        if (field is not null && kind is { OffersFrames: false })
        {
            problems.Add(
                field.Node.At,
                $"{Sentence.Start(fields.Owner)} has frames, and only a reflection offers them.",
                "Delete them, or make the step a reflection.");
        }

        return _values.DistinctWords(field, 1, known.Frames);
    }

    private IReadOnlyList<Question> Questions(Fields fields, StepKind? kind)
    {
        var field = fields.Find("questions");
        if (field is null && kind?.AsksForReply == true)
        {
            problems.Add(
                fields.At,
                $"{Sentence.Start(fields.Owner)} has no questions, and a {kind.Word} asks for a reply.",
                "Add “questions:” with at least one, or make the step a milestone.");
        }

        if (field is not null && kind?.AsksForReply == false)
        {
            problems.Add(
                field.Node.At,
                $"{Sentence.Start(fields.Owner)} has questions, and a {kind.Word} has no page to answer them on.",
                "Delete them, or make the step a reflection or a pulse.");
        }

        return _questions.Read(field, fields.Owner);
    }

    private List<int> Reminders(Fields fields, StepKind? kind, int openDays)
    {
        if (fields.Find("reminders") is not { } field)
        {
            return kind?.AsksForReply == true ? [.. RemindersByDefault.Where(day => day < openDays)] : [];
        }

        var items = _values.Items(field, 0, RemindersMax);
        if (items.Count > 0 && kind?.AsksForReply == false)
        {
            problems.Add(
                field.Node.At,
                $"{Sentence.Start(fields.Owner)} has reminders, and a {kind.Word} asks for nothing to be reminded of.",
                "Delete them.");
        }

        var days = new List<int>();
        foreach (var item in items)
        {
            if (_values.Whole(item, 1, openDays - 1) is not { } day)
            {
                continue;
            }

            if (days.Count > 0 && day <= days[^1])
            {
                problems.Add(
                    item.Node.At,
                    $"{item.Label} is {day}, which is not later than {days[^1]}.",
                    "Write the days in rising order, such as “[3, 7]”.");
            }

            days.Add(day);
        }

        return days;
    }
}
