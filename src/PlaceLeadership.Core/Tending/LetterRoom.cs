using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// How much one message brings: one thought or one long text, two things to do, three pieces of news, and one calendar file; what has a
/// date always finds room. News waits where a letter would have more than about 200 words beside its thought: who reads it has ten minutes
/// between two meetings.
/// </summary>
internal sealed class LetterRoom
{
    private const int ThoughtsMax = 1;
    private const int ToDosMax = 2;
    private const int NewsMax = 3;

    // Of 200, what stands in every letter takes up to 70: greeting, the next meeting, who reads a reply, whom to ask, who signs.
    private const int WordsMax = 130;
    private const int StillOpenWords = 7;
    private const int StillOpenLineWords = 9;

    private int _thoughts;
    private int _toDos;
    private int _news;
    private int _words;
    private bool _hasCalendar;

    /// <summary>Takes a message in, if there is room.</summary>
    public bool Takes(Step step)
    {
        var hasCalendar = step.Kind.HasCalendar(step);
        if (hasCalendar && _hasCalendar)
        {
            return false;
        }

        var takes = step.Part switch
        {
            LetterPart.Thought or LetterPart.LongText => _thoughts++ < ThoughtsMax,
            LetterPart.ToDo => _toDos++ < ToDosMax,
            LetterPart.News => (_words == 0 || _words + step.Kind.WordsInLetter(step) <= WordsMax) && _news++ < NewsMax,
            _ => true,
        };
        _hasCalendar |= takes && hasCalendar;
        _words += takes ? step.Kind.WordsInLetter(step) : 0;
        return takes;
    }

    /// <summary>How many steps a letter that brings these can name as still open.</summary>
    public static int LinesLeft(IEnumerable<Step> brought) => Math.Clamp(
        (WordsMax - StillOpenWords - brought.Sum(step => step.Kind.WordsInLetter(step))) / StillOpenLineWords, 0, StillOpen.Most);
}
