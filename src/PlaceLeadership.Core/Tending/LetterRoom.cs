using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// How much one message brings: one thought or one long text, two things to do, three pieces of news, and one calendar file; what has a
/// date always finds room. Who reads it has ten minutes between two meetings.
/// </summary>
internal sealed class LetterRoom
{
    private const int ThoughtsMax = 1;
    private const int ToDosMax = 2;
    private const int NewsMax = 3;

    private int _thoughts;
    private int _toDos;
    private int _news;
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
            LetterPart.News => _news++ < NewsMax,
            _ => true,
        };
        _hasCalendar |= takes && hasCalendar;
        return takes;
    }
}
