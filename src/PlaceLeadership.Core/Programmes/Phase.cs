namespace PlaceLeadership.Core.Programmes;

/// <summary>
/// Which message about bringing people together a step stands for. A programme names the coaching round or the set meeting;
/// everything around it follows from that and is tended like any other step.
/// </summary>
public enum Phase
{
    /// <summary>The step as the programme has it: the introduction of a coaching round, the reminder of a set meeting.</summary>
    Main,

    /// <summary>Whom somebody would meet, with the choice to say no without a reason.</summary>
    Proposal,

    /// <summary>Another partner or another set after the first.</summary>
    Again,

    /// <summary>Another partner or another set for the second time, which is the last.</summary>
    LastAgain,

    /// <summary>'Have you met?'</summary>
    Met,

    /// <summary>After about 30 days: does it fit, or would somebody else be better?</summary>
    Fit,

    /// <summary>The planned end of a coaching round, with thanks.</summary>
    End,

    /// <summary>A set as it now stands, and its agreement.</summary>
    Contract,

    /// <summary>When can the set meet?</summary>
    Poll,

    /// <summary>The date of a set meeting, with its calendar file.</summary>
    Date,

    /// <summary>Another date.</summary>
    Moved,

    /// <summary>Another date for the second time, which is the last.</summary>
    LastMoved,

    /// <summary>Who is in the set by now, when that changed after everybody had been reminded of a meeting.</summary>
    Changed,

    /// <summary>The meeting does not take place.</summary>
    CalledOff,

    /// <summary>Before a meeting: 'your actions from last time'.</summary>
    Actions,

    /// <summary>After a meeting: who was there, who presented, what the presenters want to try.</summary>
    Record,
}
