using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;

namespace PlaceLeadership.Cli.Matching;

/// <summary>The options of <c>match --people</c>.</summary>
internal sealed class PairsOptions
{
    private readonly Option<FileInfo?> _people = File("--people", "The people: a roster as 'launch' takes it, .csv or .xlsx. Either this or --graph.");
    private readonly Option<FileInfo[]> _history = new("--history")
    {
        Description = "Earlier rounds, as --out writes them. Can be given more than once.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<FileInfo?> _apart = File("--apart", "Who must never be together: two addresses in each row.");
    private readonly Option<FileInfo?> _away = File("--away", "Who is away: an address and the number of a round in each row, or no number for all rounds.");
    private readonly Option<string[]> _confirm = CommonOptions.Confirm();
    private readonly Option<FileInfo?> _out = File("--out", "Write the rounds to this .csv file.");

    /// <summary>Adds them, and what they demand of the others.</summary>
    public void AddTo(Command command, Option<FileInfo?> graph, Option<int?> rounds, IReadOnlyList<Option> onlyGraph)
    {
        IReadOnlyList<Option> onlyPeople = [_history, _apart, _away, _confirm, _out];
        foreach (var option in onlyPeople.Prepend(_people))
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            var (isGraph, isPeople) = (IsGiven(result, graph), IsGiven(result, _people));
            if (isGraph == isPeople)
            {
                result.AddError(isGraph
                    ? "Choose one of --graph and --people."
                    : "Say whom to match: --people FILE with a roster, or --graph FILE with who may meet whom.");
                return;
            }

            foreach (var option in (isPeople ? onlyGraph : onlyPeople).Where(option => IsGiven(result, option)))
            {
                result.AddError($"{option.Name} belongs to {(isPeople ? "--graph" : "--people")}. Leave it out.");
            }

            if (isPeople && !IsGiven(result, _out))
            {
                result.AddError("Say where to write the rounds: --out pairs.csv.");
            }

            CommonOptions.RefuseToWriteOver(result, _out, _people, _apart, _away);

            // What is no number at all is told with the others; to ask for its value here would throw.
            if (isPeople && result.GetResult(rounds)?.Tokens is [var number] && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var count)
                && count > CoachingRequest.RoundsMax)
            {
                result.AddError($"--rounds is from 1 to {CoachingRequest.RoundsMax} with --people.");
            }
        });
    }

    /// <summary>What was asked for, or null if it was not this.</summary>
    public PairsOrder? Order(ParseResult parsed, int? rounds, int? seed, bool explain) => parsed.GetValue(_people) is { } people
        ? new PairsOrder(
            people, parsed.GetValue(_history) ?? [], parsed.GetValue(_apart), parsed.GetValue(_away), parsed.GetValue(_out)!, rounds ?? 1,
            unchecked((ulong)(seed ?? 1)), explain, CommonOptions.Confirmed(parsed, _confirm))
        : null;

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static Option<FileInfo?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
