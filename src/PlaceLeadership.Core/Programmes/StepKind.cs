namespace PlaceLeadership.Core.Programmes;

/// <summary>What a step of a programme is, and so which rules tend it.</summary>
public enum StepKind
{
    /// <summary>A prompt to reflect, with a choice of frames. The text of the answer belongs to its author alone.</summary>
    Reflection,

    /// <summary>A short survey that is repeated through the programme; its scales and choices are counted.</summary>
    Pulse,

    /// <summary>A round of peer coaching in pairs or trios. Needs matching before anything is sent.</summary>
    CoachingRound,

    /// <summary>A meeting of each action learning set. Needs sets before anything is sent.</summary>
    SetMeeting,

    /// <summary>Participants bring questions and form groups around them. Needs groups before anything is sent.</summary>
    OpenSpace,

    /// <summary>An invitation to notice what a colleague did well and to tell them.</summary>
    Recognition,

    /// <summary>A survey of working ties across organisation boundaries.</summary>
    TiesSurvey,

    /// <summary>A message that asks for nothing.</summary>
    Milestone,
}

/// <summary>Properties of step kinds that several rules share.</summary>
public static class StepKinds
{
    /// <summary>Whether people must be brought together (pairs, sets, groups) before such a step can be sent.</summary>
    public static bool NeedsMatching(this StepKind kind) =>
        kind is StepKind.CoachingRound or StepKind.SetMeeting or StepKind.OpenSpace;

    /// <summary>Whether such a step asks for a reply, and so may be followed by reminders.</summary>
    public static bool AsksForReply(this StepKind kind) =>
        kind is not StepKind.Milestone && !kind.NeedsMatching();

    /// <summary>Whether answers on scales and by choice are engagement facts. Otherwise they are the author's alone.</summary>
    public static bool CountsAnswers(this StepKind kind) =>
        kind is StepKind.Pulse or StepKind.TiesSurvey;
}
