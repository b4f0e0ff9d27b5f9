using NodaTime;

namespace PlaceLeadership.Core.Programmes;

/// <summary>
/// A programme: the reusable definition that cohorts run. A version is immutable; a cohort keeps the version it was
/// launched with until a manager moves it on.
/// </summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">What participants see.</param>
/// <param name="Weeks">Length in weeks, 1 to 60.</param>
/// <param name="Languages">Languages in which every text is present, most important first (<c>en</c>, <c>cy</c>).</param>
/// <param name="Stages">The stages in the order in which they begin; the first begins in week 1.</param>
/// <param name="Themes">Themes that steps may name.</param>
/// <param name="Frames">Frames for reflection that steps may offer.</param>
/// <param name="Steps">Every step, in the order of the file.</param>
public sealed record Programme(
    string Id,
    int Version,
    LocalText Title,
    int Weeks,
    IReadOnlyList<string> Languages,
    IReadOnlyList<StageStart> Stages,
    IReadOnlyList<Theme> Themes,
    IReadOnlyList<Frame> Frames,
    IReadOnlyList<Step> Steps)
{
    /// <summary>What it says of all steps of a kind, by the key of their section and then by option; see <see cref="OptionSection"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Options { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, int>>();

    /// <summary>How many letters come to a person in a week.</summary>
    public Rhythm Rhythm { get; init; } = Rhythm.Usual;

    /// <summary>The weeks in which no letter comes.</summary>
    public QuietWeeks Quiet { get; init; } = QuietWeeks.None;

    /// <summary>The kinds of step that it was read with; where nobody says, those of its steps.</summary>
    public StepKinds Kinds
    {
        get => field ?? new StepKinds([.. Steps.Select(step => step.Kind).Distinct()]);
        init;
    }

    /// <summary>
    /// The first step, where it welcomes people and stands in week 1: whoever joins later gets it as well, as the first message. Otherwise null.
    /// </summary>
    public Step? Welcome => Steps is [{ Kind.Welcomes: true, Placement: Placement.InWeek { Week: 1 } } first, ..] ? first : null;

    /// <summary>The step with this id, or null.</summary>
    public Step? FindStep(StepId stepId) => Steps.FirstOrDefault(step => step.Id == stepId);
}

/// <summary>A text in one or more languages, keyed by language code.</summary>
public sealed record LocalText(IReadOnlyDictionary<string, string> ByLanguage)
{
    /// <summary>A text in English alone.</summary>
    public static LocalText English(string text) => new(new Dictionary<string, string> { ["en"] = text });

    /// <summary>The text in this language, or in the first language there is when it is missing.</summary>
    public string In(string language) =>
        ByLanguage.TryGetValue(language, out var text) ? text : ByLanguage.Values.First();

    /// <summary>Whether the text exists in this language.</summary>
    public bool Has(string language) => ByLanguage.ContainsKey(language);
}

/// <summary>How far a cohort has moved from being led to leading itself.</summary>
public enum Stage
{
    /// <summary>A facilitator leads.</summary>
    FacilitatorLed,

    /// <summary>Members take turns to facilitate.</summary>
    Rotating,

    /// <summary>Sets run themselves.</summary>
    SelfRun,
}

/// <summary>A stage and the week of the programme in which it begins.</summary>
public sealed record StageStart(Stage Stage, int FromWeek);

/// <summary>A theme, named by steps so that evidence can be read by theme.</summary>
public sealed record Theme(string Id, LocalText Title);

/// <summary>A way of reflecting, offered as a choice: a name and its guiding questions.</summary>
public sealed record Frame(string Id, LocalText Name, IReadOnlyList<LocalText> Questions);

/// <summary>One thing in a programme's timetable.</summary>
/// <param name="Id">Unique in the programme; lower-case words joined by hyphens.</param>
/// <param name="Kind">Which rules tend it.</param>
/// <param name="Title">The subject line.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Placement">Its place in the timetable.</param>
/// <param name="Audience">Who gets it.</param>
/// <param name="Minutes">The time box, 1 to 480 minutes.</param>
/// <param name="Questions">What it asks, in order; may be empty.</param>
/// <param name="ReminderDays">Days after the prompt from which the next message names it as still open, rising; at most two.</param>
/// <param name="OpenDays">Days after the prompt for which it can be answered.</param>
/// <param name="Theme">Id of its theme, or null.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Frames">Ids of the frames a reflection offers.</param>
/// <param name="Ideas">Ids of the ideas of the programme that it puts into practice.</param>
public sealed record Step(
    StepId Id,
    StepKind Kind,
    LocalText Title,
    LocalText Text,
    Placement Placement,
    Audience Audience,
    int Minutes,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<int> ReminderDays,
    int OpenDays,
    string? Theme,
    Stage Stage,
    IReadOnlyList<string> Frames,
    IReadOnlyList<string> Ideas)
{
    /// <summary>Days for which a prompt can be answered when the programme does not say.</summary>
    public const int OpenDaysByDefault = 28;

    /// <summary>Whether it says when people meet, or that they do not: it is worth nothing when it is late.</summary>
    public bool IsUrgent => Urgency != Urgency.Usual || (Id.IsWhole && Kind.SaysWhenPeopleMeet);

    /// <summary>Whether it says that a meeting was moved or called off, so that nobody travels to it.</summary>
    public bool IsChangeOfMeeting => Urgency == Urgency.ChangesMeeting;

    /// <summary>How urgent a message around a step is.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>Whether it asks for what others wait for, and so goes before other prompts of its day.</summary>
    public bool GoesFirst { get; init; }

    /// <summary>
    /// Whether it asks before something of the person is passed on to those they are brought together with: their address, and the
    /// words they write here. Whoever it was not sent to was not asked.
    /// </summary>
    public bool AsksConsent { get; init; }

    /// <summary>Whether it is foreseen before it is known to be somebody's: a message that everybody gets once people are brought together.</summary>
    public bool IsForeseen { get; init; } = true;

    /// <summary>How long the meeting is that this is about, in minutes.</summary>
    public int MeetingMinutes
    {
        get => Id.IsWhole ? Minutes : field;
        init;
    }

    /// <summary>How many words its text has, in the language in which it has the most.</summary>
    public int Words => Text.ByLanguage.Values.Max(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>Whether its minutes are those of people who meet.</summary>
    public bool IsMeeting => Id.IsWhole && Kind.IsMeeting;

    /// <summary>How many minutes it takes to read and answer it; the meeting that it is about takes its own.</summary>
    public int LetterMinutes => IsMeeting ? 1 : Minutes;

    /// <summary>The id of the programme's step that this is a message around, or its own.</summary>
    public StepId Whole => Id.Whole;

    /// <summary>What of a letter it takes up.</summary>
    public LetterPart Part => Kind.PartOf(this);

    /// <summary>Whether it may be dropped when the letter of its week has no room for it; null where the file does not say.</summary>
    public bool? Optional { get; init; }

    /// <summary>Whether it may be dropped when the letter of its week has no room for it, or none comes in that week.</summary>
    public bool IsOptional => Id.IsWhole && (Optional ?? Kind.IsOptional);

    /// <summary>The last day on which it can be answered.</summary>
    /// <param name="promptedOn">The day of its prompt.</param>
    /// <param name="lastDay">The last day where its journey closes it by itself, or null.</param>
    public LocalDate ClosesOn(LocalDate promptedOn, LocalDate? lastDay = null) =>
        promptedOn.PlusDays(OpenDays) is var closes && lastDay < closes ? lastDay.Value : closes;

    /// <summary>Whether it asks for a reply, and so may be named as still open.</summary>
    public bool AsksForReply => Id.IsWhole ? Kind.AsksForReply : Questions.Count > 0;
}

/// <summary>How urgent a message is.</summary>
public enum Urgency
{
    /// <summary>It waits for its day, its hour and the end of a pause.</summary>
    Usual,

    /// <summary>It says when people meet, so it is worth nothing when it is late: it comes as a second one of a day, and in a pause of others.</summary>
    SaysWhenPeopleMeet,

    /// <summary>It says that a meeting was moved or called off, so that nobody travels to it: it waits for nothing.</summary>
    ChangesMeeting,
}

/// <summary>Where a step stands in the timetable.</summary>
public abstract record Placement
{
    private Placement()
    {
    }

    /// <summary>On a weekday of a week of the programme, week 1 being the week that holds the start date.</summary>
    public sealed record InWeek(int Week, IsoDayOfWeek Day) : Placement;

    /// <summary>A number of days after the planned date of another step, 0 to 120.</summary>
    public sealed record After(StepId StepId, int Days) : Placement;
}

/// <summary>Who gets a step: everybody, unless a list narrows it. Lists of different kinds narrow together.</summary>
/// <param name="Sectors">Ids of sectors; empty means all.</param>
/// <param name="Roles">Roles as in the roster, compared without case; empty means all.</param>
/// <param name="Stages">Stages of the cohort; empty means all.</param>
public sealed record Audience(
    IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Roles,
    IReadOnlyList<Stage> Stages)
{
    /// <summary>Everybody.</summary>
    public static Audience All { get; } = new([], [], []);
}

/// <summary>A question of a step.</summary>
/// <param name="Id">Unique in the step.</param>
/// <param name="Text">Plain text.</param>
public abstract record Question(string Id, LocalText Text)
{
    /// <summary>An answer in the person's own words. Always the author's alone.</summary>
    public sealed record FreeText(string Id, LocalText Text) : Question(Id, Text);

    /// <summary>A whole number between two described ends.</summary>
    public sealed record Scale(string Id, LocalText Text, int Low, int High, LocalText LowLabel, LocalText HighLabel)
        : Question(Id, Text);

    /// <summary>One of several options.</summary>
    public sealed record SingleChoice(string Id, LocalText Text, IReadOnlyList<Option> Options) : Question(Id, Text);

    /// <summary>Any number of several options.</summary>
    public sealed record MultipleChoice(string Id, LocalText Text, IReadOnlyList<Option> Options) : Question(Id, Text);
}

/// <summary>An option of a choice.</summary>
public sealed record Option(string Id, LocalText Text);
