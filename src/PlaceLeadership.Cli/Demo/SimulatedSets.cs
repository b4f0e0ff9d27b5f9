using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Cli.Demo;

/// <summary>What a simulated person says about their learning set.</summary>
internal static class SimulatedSets
{
    private static readonly string[] Steps =
    [
        "Ring the food bank before Friday and only ask.",
        "Ask two people from the night shift what they would change first.",
        "Say no to one meeting, and say why.",
    ];

    /// <summary>The answers to a message around a meeting, where the options are the same for everybody.</summary>
    public static AnswerForm Of(string message, Func<string, double> draw)
    {
        var choice = draw(SetMessages.Question);
        return message switch
        {
            SetMessages.Proposal => Form(
                [choice < 0.05 ? SetMessages.Other : SetMessages.Fine], draw(SetMessages.Words) < 0.5 ? [] : [SimulatedChoices.OneOf(SimulatedChoices.Lines, draw)]),
            SetMessages.Actions => Form([choice < 0.6 ? SetMessages.Done : SetMessages.UnderWay]),
            SetMessages.Record when choice < 1.0 / 8 => Form([SetMessages.Away]),
            SetMessages.Record when draw(SetMessages.Presented) < 1.0 / 3 =>
                Form([SetMessages.There, SetMessages.Presented], SimulatedChoices.OneOf(Steps, draw)),
            SetMessages.Record => Form([SetMessages.There]),
            _ => Form([]),
        };
    }

    /// <summary>The times of a poll that suit: about half of them, whichever order they stand in.</summary>
    public static AnswerForm Among(IReadOnlyList<string> options, Func<string, double> draw)
    {
        IReadOnlyList<string> suit = [.. options.Where(option => option != SetMessages.NoneOfThese && draw(option) < 0.5)];
        return Form(suit.Count == 0 ? [SetMessages.NoneOfThese] : suit);
    }

    private static AnswerForm Form(IReadOnlyList<string> choice, params IReadOnlyList<string> words) => new(
        new Dictionary<string, IReadOnlyList<string>> { [SetMessages.Question] = choice, [SetMessages.Words] = words });
}
