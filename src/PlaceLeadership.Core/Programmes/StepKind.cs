namespace PlaceLeadership.Core.Programmes;

/// <summary>
/// What programmes need to know of a kind of step: its word, what a file may say of it, and which messages it lays. Everything else
/// about it is its journey's, which derives from this.
/// </summary>
public abstract class StepKind
{
    // A title, how long it takes and until when.
    private const int LineWords = 10;

    /// <summary>The word in programme files, facts and output: <c>coaching-round</c>.</summary>
    public abstract string Word { get; }

    /// <summary>Whether such a step asks for a reply, and so may be named as still open.</summary>
    public virtual bool AsksForReply => true;

    /// <summary>Whether answers on scales and by choice are engagement facts. Otherwise they are the author's alone.</summary>
    public virtual bool CountsAnswers => false;

    /// <summary>Whether its messages go only to those whom the journey invites, as when people are to be brought together first.</summary>
    public virtual bool NeedsMatching => false;

    /// <summary>Whether the step itself says when people meet, so that it is worth nothing when it is late.</summary>
    public virtual bool SaysWhenPeopleMeet => false;

    /// <summary>Whether its minutes are those for which people meet, and not those that its message takes.</summary>
    public virtual bool IsMeeting => false;

    /// <summary>Whether frames for reflection may be offered with it.</summary>
    public virtual bool OffersFrames => false;

    /// <summary>Whether, as the first step of a programme, it welcomes whoever joins later.</summary>
    public virtual bool Welcomes => false;

    /// <summary>Whether it only keeps its place in the timetable: nothing is sent for it yet.</summary>
    public virtual bool IsToCome => false;

    /// <summary>What a programme may say of all steps of this kind together, or null.</summary>
    public virtual OptionSection? Section => null;

    /// <summary>The messages around a step, each a step of its own with the id <c>STEP.MESSAGE</c>; the step itself is not among them.</summary>
    public virtual IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) => [];

    /// <summary>Whether such a step may be dropped when the letter of its week has no room for it, unless a programme says otherwise.</summary>
    public virtual bool IsOptional => false;

    /// <summary>What of a letter one of its messages takes up, so that no letter asks for too much.</summary>
    public virtual LetterPart PartOf(Step step) => (step.AsksForReply, step.Id.IsWhole) switch
    {
        (true, true) => LetterPart.Thought,
        (true, false) => LetterPart.ToDo,
        (false, true) => LetterPart.LongText,
        (false, false) => LetterPart.News,
    };

    /// <summary>Whether a calendar file goes with one of its messages; a letter has one at most.</summary>
    public virtual bool HasCalendar(Step step) => false;

    /// <summary>About how many words it takes of a letter beside its thought, with what is filled in.</summary>
    public virtual int WordsInLetter(Step step) => step.Part switch
    {
        LetterPart.Thought or LetterPart.LongText => 0,
        LetterPart.ToDo => LineWords,
        _ => step.Words,
    };

    /// <summary>Who sees an answer to a message around a step, as a sentence; null where the author alone does.</summary>
    public virtual LocalText? WhoSees(Step step) => null;

    /// <inheritdoc/>
    public sealed override string ToString() => Word;
}

/// <summary>What of a letter a message takes up, in the order in which a letter says it.</summary>
public enum LetterPart
{
    /// <summary>What has a date: when people meet, or that they do not.</summary>
    Date,

    /// <summary>Something to think about, or a survey: written in full, with its questions.</summary>
    Thought,

    /// <summary>A text to read in quiet, as a welcome or the agreement of a pair. It takes the place of a thought.</summary>
    LongText,

    /// <summary>Something to do, in a line with its link.</summary>
    ToDo,

    /// <summary>What is good to know and asks for nothing.</summary>
    News,
}

/// <summary>A programme as its messages are laid out.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Days">The planned day of each step, 0 being the Monday of week 1.</param>
public sealed record ProgrammeLayout(Programme Programme, IReadOnlyDictionary<StepId, int> Days)
{
    private const int DaysInWeek = 7;

    /// <summary>The steps of a kind in the order of their planned days.</summary>
    public IEnumerable<Step> InOrder(StepKind kind) =>
        Programme.Steps.Where(step => step.Kind == kind).OrderBy(step => Days.GetValueOrDefault(step.Id));

    /// <summary>
    /// How many days before a step the last letter comes that is at least so many days before it; where each day may have its letter, so many.
    /// What is laid there waits for no letter.
    /// </summary>
    public int WithLetter(Step step, int daysBefore)
    {
        if (Programme.Rhythm is not { IsWeekly: true, Day: { } letter })
        {
            return daysBefore;
        }

        var over = (Days.GetValueOrDefault(step.Id) - daysBefore - (int)letter + 1) % DaysInWeek;
        return daysBefore + (over < 0 ? over + DaysInWeek : over);
    }
}

/// <summary>The kinds of step there are.</summary>
/// <param name="kinds">The kinds, in the order in which people are told of them.</param>
public sealed class StepKinds(params IReadOnlyList<StepKind> kinds)
{
    private readonly Dictionary<string, StepKind> _byWord = kinds.ToDictionary(kind => kind.Word, StringComparer.Ordinal);

    /// <summary>The kinds.</summary>
    public IReadOnlyList<StepKind> All => kinds;

    /// <summary>Their words.</summary>
    public IReadOnlyList<string> Words { get; } = [.. kinds.Select(kind => kind.Word)];

    /// <summary>The kind that a word names, or null. Words are compared exactly.</summary>
    public StepKind? Find(string word) => _byWord.GetValueOrDefault(word);
}

/// <summary>A section at the top of a programme file about all steps of a kind.</summary>
/// <param name="Key">Its key.</param>
/// <param name="SpeaksOf">What it speaks of, in words.</param>
/// <param name="StepInWords">A step of the kind, in words.</param>
/// <param name="Options">What it may hold.</param>
public sealed record OptionSection(string Key, string SpeaksOf, string StepInWords, params IReadOnlyList<WholeOption> Options)
{
    /// <summary>What does not fit together among values that are right by themselves; null when all does.</summary>
    public Func<IReadOnlyDictionary<string, int>, OptionProblem?> Check { get; init; } = _ => null;
}

/// <summary>A whole number that a programme may set.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most.</param>
/// <param name="Usual">What it is when nobody says.</param>
/// <param name="Means">What it means, as a sentence.</param>
public sealed record WholeOption(string Key, int Least, int Most, int Usual, string Means);

/// <summary>Options that do not fit together.</summary>
/// <param name="Key">The one to change.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Mend">The way out, as a sentence.</param>
public sealed record OptionProblem(string Key, string What, string Mend);
