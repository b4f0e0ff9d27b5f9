using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Application.Amending;

/// <summary>What is done to a whole letter.</summary>
public abstract record LetterAct
{
    private LetterAct()
    {
    }

    /// <summary>It comes on another day, with the letter of that week where there is one from then on.</summary>
    /// <param name="To">The day.</param>
    public sealed record Move(LocalDate To) : LetterAct;

    /// <summary>It is not sent. It can be brought back until its day.</summary>
    public sealed record Cancel : LetterAct;

    /// <summary>What was moved to its day, or would have come on it and was cancelled, is as planned again.</summary>
    public sealed record Restore : LetterAct;

    /// <summary>What the history says of it.</summary>
    internal string Deed => this switch
    {
        Move => Deeds.MessageMoved,
        Cancel => Deeds.MessageCancelled,
        _ => Deeds.MessageRestored,
    };

    /// <summary>The day to which it goes, or null.</summary>
    internal LocalDate? Day => (this as Move)?.To;

    /// <summary>What is kept about a step; null where nothing is any more.</summary>
    internal Amendment? AmendmentOf(StepId step) => this switch
    {
        Move move => new Amendment(step, MessageKind.Prompt, move.To, WithLetter: true),
        Cancel => new Amendment(step, MessageKind.Prompt, null),
        _ => null,
    };
}
