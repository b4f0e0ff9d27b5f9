using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Journeys.Coaching;

namespace PlaceLeadership.Cli.Demo;

/// <summary>What a simulated person says about their pair.</summary>
internal static class SimulatedCoaching
{
    /// <summary>The answers to a message around a round.</summary>
    public static AnswerForm Of(string message, Func<string, double> draw)
    {
        var choice = draw(CoachingMessages.Question);
        return message switch
        {
            CoachingMessages.Proposal => Form(
                choice < 0.05 ? CoachingMessages.Other : CoachingMessages.Fine,
                draw(CoachingMessages.Words) < 0.5 ? [] : [SimulatedChoices.OneOf(SimulatedChoices.Lines, draw)]),
            CoachingMessages.Met => Form(choice < 0.8 ? CoachingMessages.HaveMet : choice < 0.97 ? CoachingMessages.NotYet : CoachingMessages.Other),
            CoachingMessages.Fit => Form(choice < 0.9 ? CoachingMessages.Fine : choice < 0.96 ? CoachingMessages.Other : CoachingMessages.Stop),
            _ => new AnswerForm(new Dictionary<string, IReadOnlyList<string>>()),
        };
    }

    private static AnswerForm Form(string choice, params IReadOnlyList<string> words) => new(
        new Dictionary<string, IReadOnlyList<string>> { [CoachingMessages.Question] = [choice], [CoachingMessages.Words] = words });
}
