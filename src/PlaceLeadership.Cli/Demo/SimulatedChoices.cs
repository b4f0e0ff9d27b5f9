using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Cli.Demo;

/// <summary>What a simulated person says to the messages around a step, from numbers that belong to the person and the step.</summary>
internal static class SimulatedChoices
{
    /// <summary>What people say of themselves to those they are brought together with.</summary>
    public static readonly string[] Lines =
    [
        "I am new to the valley and glad of anybody who knows it.",
        "Walking and talking suits me better than a screen.",
        "I have led a small team for a year and am still learning how.",
    ];

    /// <summary>The answers, where the options are the same for everybody.</summary>
    /// <param name="step">Which message asks.</param>
    /// <param name="draw">A number from 0 to 1 that belongs to a word.</param>
    public static AnswerForm Of(Step step, Func<string, double> draw) => step.Kind switch
    {
        CoachingJourney => SimulatedCoaching.Of(step.Id.Message, draw),
        LearningSetsJourney => SimulatedSets.Of(step.Id.Message, draw),
        _ => new AnswerForm(new Dictionary<string, IReadOnlyList<string>>()),
    };

    /// <summary>One of several, by a number that belongs to them.</summary>
    public static string OneOf(string[] texts, Func<string, double> draw) => texts[(int)(draw("which") * texts.Length)];
}
