using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// How much one message brings: one thought or one long text, two things to do, three pieces of news, and one date with its calendar
/// file (a time that is only suggested has none beside it); what has a date and no file always finds room. News waits, and what others do not wait for, where a letter would
/// have more than about 200 words beside its thought: who reads it has ten minutes between two meetings.
/// </summary>
internal sealed class LetterRoom
{
    private const int ThoughtsMax = 1;
    private const int ToDosMax = 2;
    private const int NewsMax = 3;

    // Of 200, what stands in every letter takes up to 70: greeting, the next meeting, who reads a reply, whom to ask, who signs.
    private const int WordsMax = 130;

    // What has a date counts for more than it is, as names are long; a line with a link is worth that risk.
    private const int WordsMaxWithToDos = 150;
    private const int StillOpenWords = 7;
    private const int StillOpenLineWords = 9;

    private int _thoughts;
    private int _toDos;
    private int _news;
    private int _words;
    private bool _hasDate;

    /// <summary>Takes a message in, if there is room.</summary>
    public bool Takes(Step step)
    {
        var hasDate = step.Part == LetterPart.Date && step.Kind.HasCalendar(step);
        if (hasDate && _hasDate)
        {
            return false;
        }

        var takes = step.Part switch
        {
            LetterPart.Thought or LetterPart.LongText => _thoughts++ < ThoughtsMax,
            LetterPart.ToDo => ((step.GoesFirst && _toDos == 0) || HasWordsLeft(step, WordsMaxWithToDos)) && _toDos++ < ToDosMax,
            LetterPart.News => HasWordsLeft(step, WordsMax) && _news++ < NewsMax,
            _ => true,
        };
        _hasDate |= takes && hasDate;
        _words += takes ? step.Kind.WordsInLetter(step) : 0;
        return takes;
    }

    private bool HasWordsLeft(Step step, int most) => _words == 0 || _words + step.Kind.WordsInLetter(step) <= most;

    /// <summary>How many steps a letter that brings these can name as still open.</summary>
    public static int LinesLeft(IEnumerable<Step> brought) => Math.Clamp(
        (WordsMax - StillOpenWords - brought.Sum(step => step.Kind.WordsInLetter(step))) / StillOpenLineWords, 0, StillOpen.Most);
}
