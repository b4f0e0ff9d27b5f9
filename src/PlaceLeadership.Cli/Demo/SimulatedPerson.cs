using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.Reflection;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Cli.Demo;

/// <summary>What a simulated person does about a prompt, and how long after it.</summary>
internal sealed record SimulatedReply(Duration After, ReplyKind Kind, AnswerForm Answers)
{
    /// <summary>The answers where the options stand on the page alone, from their ids; null everywhere else.</summary>
    public Func<IReadOnlyList<string>, AnswerForm>? OnThePage { get; init; }
}

/// <summary>
/// A simulated participant. Whatever it does follows from seed, place in the roster and step alone, never from the order
/// in which things happen, so any runtime that runs the same seed gets the same facts.
/// </summary>
internal sealed class SimulatedPerson(int seed, int number)
{
    // Between a fifth and nine tenths of the prompts, as in cohorts of volunteers: some answer nearly all, some few.
    private readonly double _willing = 0.2 + (0.7 * From(seed, number, "willing").NextDouble());
    private readonly double _private = 0.05 + (0.35 * From(seed, number, "private").NextDouble());
    private readonly double _hurried = 0.05 + (0.2 * From(seed, number, "hurried").NextDouble());

    private static readonly string[] Thoughts =
    [
        "I noticed that I answered before the other person had finished. Next time I count to three.",
        "The quiet ten minutes before the shift did more for me than the meeting after it.",
        "I asked who else should be in the room, and the room got better.",
        "I let somebody else take it, and it was done differently, and it was fine.",
        "What stayed with me is how much goodwill there already was.",
    ];

    /// <summary>What the person does about a step, or null when they let it pass.</summary>
    public SimulatedReply? ReplyTo(Step step, int week)
    {
        var chance = From(seed, number, step.Id.Value);
        if (chance.NextDouble() > _willing)
        {
            return null;
        }

        // Half of the replies come within a day, most within a week: the logarithm of the delay is about normal.
        var normal = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        var hours = Math.Min(Math.Exp(2.6 + (1.4 * normal)), 24 * 20);
        var after = Duration.FromMinutes((long)(hours * 60) + 1);
        if (!step.Id.IsWhole)
        {
            double About(string word) => Draw($"{step.Id}|{word}");
            return new SimulatedReply(after, ReplyKind.Answered, SimulatedChoices.Of(step, About))
            {
                OnThePage = step.Id.Message == SetMessages.Poll ? options => SimulatedSets.Among(options, About) : null,
            };
        }

        var kind = chance.NextDouble() is var draw && draw < _hurried ? ReplyKind.NotThisWeek
            : step.Kind is ReflectionJourney && draw < _hurried + _private ? ReplyKind.Kept
            : ReplyKind.Answered;
        return new SimulatedReply(after, kind, Fill(step, week, chance));
    }

    /// <summary>A number from 0 to 1 that belongs to this person and word.</summary>
    public double Draw(string word) => From(seed, number, word).NextDouble();

    private static AnswerForm Fill(Step step, int week, Random chance) => new(step.Questions.ToDictionary(
        question => question.Id,
        IReadOnlyList<string> (question) => question switch
        {
            Question.Scale scale => [OnScale(scale, week, chance).ToString(CultureInfo.InvariantCulture)],
            Question.SingleChoice choice => [choice.Options[chance.Next(choice.Options.Count)].Id],
            Question.MultipleChoice choice => [.. choice.Options.Where(_ => chance.NextDouble() < 0.4).Select(option => option.Id)],
            _ => chance.NextDouble() < 0.8 ? [Thoughts[chance.Next(Thoughts.Length)]] : [],
        }));

    // Answers drift up by about a tenth of the scale over half a year, with much noise.
    private static int OnScale(Question.Scale scale, int week, Random chance)
    {
        var width = scale.High - scale.Low;
        var value = scale.Low + (width * (0.5 + (0.1 * week / 26) + (0.5 * (chance.NextDouble() - 0.5))));
        return Math.Clamp((int)Math.Round(value), scale.Low, scale.High);
    }

    private static Random From(int seed, int number, string word) => new(BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{number}|{word}")))));
}
