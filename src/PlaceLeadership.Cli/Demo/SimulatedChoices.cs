using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Cli.Demo;

/// <summary>What a simulated person says about a pair or a set, from numbers that belong to the person and the step.</summary>
internal static class SimulatedChoices
{
    private static readonly string[] Lines =
    [
        "I am new to the valley and glad of anybody who knows it.",
        "Walking and talking suits me better than a screen.",
        "I have led a small team for a year and am still learning how.",
    ];

    private static readonly string[] Steps =
    [
        "Ring the food bank before Friday and only ask.",
        "Ask two people from the night shift what they would change first.",
        "Say no to one meeting, and say why.",
    ];

    /// <summary>The answers, where the options are the same for everybody.</summary>
    /// <param name="phase">Which message asks.</param>
    /// <param name="draw">A number from 0 to 1 that belongs to a word.</param>
    public static AnswerForm Of(Phase phase, Func<string, double> draw)
    {
        var choice = draw(CoachingPhases.Question);
        return phase switch
        {
            Phase.Proposal => Form(
                [choice < 0.05 ? CoachingPhases.Other : CoachingPhases.Fine],
                draw(CoachingPhases.Words) < 0.5 ? [] : [OneOf(Lines, draw)]),
            Phase.Met => Form([choice < 0.8 ? CoachingPhases.HaveMet : choice < 0.97 ? CoachingPhases.NotYet : CoachingPhases.Other], []),
            Phase.Fit => Form([choice < 0.9 ? CoachingPhases.Fine : choice < 0.96 ? CoachingPhases.Other : CoachingPhases.Stop], []),
            Phase.Actions => Form([choice < 0.6 ? MeetingPhases.Done : MeetingPhases.UnderWay], []),
            Phase.Record when choice < 1.0 / 8 => Form([MeetingPhases.Away], []),
            Phase.Record when draw(MeetingPhases.Presented) < 1.0 / 3 =>
                Form([MeetingPhases.There, MeetingPhases.Presented], [OneOf(Steps, draw)]),
            Phase.Record => Form([MeetingPhases.There], []),
            _ => Form([], []),
        };
    }

    /// <summary>The times of a poll that suit: about half of them, whichever order they stand in.</summary>
    public static AnswerForm Among(IReadOnlyList<string> options, Func<string, double> draw)
    {
        IReadOnlyList<string> suit = [.. options.Where(option => option != MeetingPhases.NoneOfThese && draw(option) < 0.5)];
        return Form(suit.Count == 0 ? [MeetingPhases.NoneOfThese] : suit, []);
    }

    // The questions of pairs and of sets have the same ids.
    private static AnswerForm Form(IReadOnlyList<string> choice, IReadOnlyList<string> words) => new(
        new Dictionary<string, IReadOnlyList<string>> { [CoachingPhases.Question] = choice, [CoachingPhases.Words] = words });

    private static string OneOf(string[] texts, Func<string, double> draw) => texts[(int)(draw("which") * texts.Length)];
}
