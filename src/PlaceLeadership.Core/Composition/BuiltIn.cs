using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.Milestone;
using PlaceLeadership.Core.Journeys.OpenSpace;
using PlaceLeadership.Core.Journeys.Pulse;
using PlaceLeadership.Core.Journeys.Recognition;
using PlaceLeadership.Core.Journeys.Reflection;
using PlaceLeadership.Core.Journeys.Ties;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Composition;

/// <summary>The kinds of step that come with the product. A new one is a folder of its own and a line here.</summary>
public static class BuiltIn
{
    /// <summary>Reflection.</summary>
    public static StepKind Reflection { get; } = new ReflectionJourney();

    /// <summary>Pulse.</summary>
    public static StepKind Pulse { get; } = new PulseJourney();

    /// <summary>Coaching rounds.</summary>
    public static StepKind CoachingRound { get; } = new CoachingJourney();

    /// <summary>Meetings of learning sets.</summary>
    public static StepKind SetMeeting { get; } = new LearningSetsJourney();

    /// <summary>Open spaces.</summary>
    public static StepKind OpenSpace { get; } = new OpenSpaceJourney();

    /// <summary>Recognition.</summary>
    public static StepKind Recognition { get; } = new RecognitionJourney();

    /// <summary>Surveys of ties.</summary>
    public static StepKind TiesSurvey { get; } = new TiesJourney();

    /// <summary>Milestones.</summary>
    public static StepKind Milestone { get; } = new MilestoneJourney();

    /// <summary>All of them.</summary>
    public static StepKinds Kinds { get; } = new(Reflection, Pulse, CoachingRound, SetMeeting, OpenSpace, Recognition, TiesSurvey, Milestone);
}
