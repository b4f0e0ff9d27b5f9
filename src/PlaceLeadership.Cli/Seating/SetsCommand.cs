using System.CommandLine;
using System.CommandLine.Parsing;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Cli.Seating;

/// <summary><c>placelead sets</c>: people of a roster, or a file of numbers.</summary>
internal static class SetsCommand
{
    private const string Balanced = "balanced";
    private static readonly SeatingRules Usual = new();

    private static readonly Option<FileInfo?> People = new("--people") { Description = "The people: a roster, as launch takes it (.csv or .xlsx).", HelpName = "FILE" };
    private static readonly Option<int> Size = Number("--size", "How many people a set is to have, about.", SetCount.Usual, SetCount.Least, SetCount.Most);
    private static readonly Option<FileInfo?> Repair = new("--repair") { Description = "Mend the sets of this .csv file, which --out wrote, moving as few people as possible.", HelpName = "FILE" };
    private static readonly Option<string[]> Declined = new("--declined") { Description = "With --repair, somebody who asked for another set: address or name; can be repeated.", HelpName = "WHO" };
    private static readonly Option<FileInfo?> Apart = new("--apart") { Description = "Pairs who must not share a set: two addresses or names a line.", HelpName = "FILE" };
    private static readonly Option<int> Sectors = Number("--sectors", "From how many sectors the people of a set come at least.", Usual.SectorsLeast, 1, SetCount.Most);
    private static readonly Option<int> Hours = Number("--hours", "How many working hours on one day the people of a set share at least.", Usual.HoursTogether, 1, SeatingRules.HoursMost);
    private static readonly Option<int?> PerOrganisation = CommonOptions.OptionalNumber<int>(
        "--per-organisation", "How many people of one organisation a set may have; without it, organisations are spread evenly.",
        most => most >= 1, "--per-organisation takes a number from 1 up.");

    private static readonly Option<string[]> Without = new Option<string[]>("--without") { Description = "A rule to give up; can be repeated." }
        .AcceptOnlyFromAmong([.. Enum.GetValues<SeatingRule>().Select(RuleWords.Key)]);

    private static readonly Option<string[]> Confirm = CommonOptions.Confirm();
    private static readonly Option<bool> Explain = new("--explain") { Description = "Show each set with its reasons, and what each rule costs." };

    private static readonly Option<FileInfo?> Mdgp = new("--mdgp") { Description = "Instead of people: numbers in the format of MDGPLIB.", HelpName = "FILE" };
    private static readonly Option<FileInfo?> Forbid = new("--forbid") { Description = "With --mdgp, pairs who must not share a set: two numbers a line.", HelpName = "FILE" };
    private static readonly Option<string> Sizes = new Option<string>("--sizes")
    {
        Description = "With --mdgp, header: the sizes that the file allows; balanced: sizes that differ by at most one.",
        DefaultValueFactory = _ => "header",
    }.AcceptOnlyFromAmong("header", Balanced);

    private static readonly Option<double> Seconds = CommonOptions.Seconds("How long to search.");
    private static readonly Option<long?> Steps = CommonOptions.OptionalNumber<long>(
        "--steps", "Stop after so many exchanges instead: the same seed then gives the same sets anywhere.", steps => steps >= 0, "--steps takes a number from 0 up.");

    private static readonly Option<ulong> Seed = CommonOptions.Number("--seed", "The seed of chance.", ulong.MinValue, ulong.MaxValue);
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Write the set of each person to this .csv file.", HelpName = "FILE" };
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create(Writers writers)
    {
        Seconds.DefaultValueFactory = _ => 2;
        Seed.DefaultValueFactory = _ => 1;
        var command = new Command("sets", "Form action learning sets that are as diverse inside as possible and keep the rules.")
        {
            People, Repair, Declined, Size, Apart, Sectors, Hours, PerOrganisation, Without, Confirm, Explain, Mdgp, Forbid, Sizes, Seconds, Steps, Seed, Out, Json,
        };
        command.Validators.Add(ExactlyOneFile);
        command.SetAction((parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(Json));
            var (rules, limits, result, explain) = (Rules(parsed), Limits(parsed), parsed.GetValue(Out), parsed.GetValue(Explain));
            return (parsed.GetValue(People), parsed.GetValue(Repair)) switch
            {
                ({ } people, { } sets) => new SetsRepair(
                    people, sets, parsed.GetValue(Declined) ?? [], parsed.GetValue(Apart), rules, limits, result, explain, CommonOptions.Confirmed(parsed, Confirm)).RunAsync(output, cancellation),
                ({ } people, _) => new PeopleSets(
                    people, parsed.GetValue(Apart), parsed.GetValue(Size), rules, limits, result, explain, CommonOptions.Confirmed(parsed, Confirm)).RunAsync(output, cancellation),
                _ => new MdgpSets(
                    parsed.GetValue(Mdgp)!, parsed.GetValue(Forbid), parsed.GetValue(Sizes) == Balanced, limits, result, explain).RunAsync(output, cancellation),
            };
        });
        return command;
    }

    private static SeatingRules Rules(ParseResult parsed) => new SeatingRules
    {
        SectorsLeast = parsed.GetValue(Sectors),
        HoursTogether = parsed.GetValue(Hours),
        PerOrganisationMost = parsed.GetValue(PerOrganisation),
    }.Relaxed((parsed.GetValue(Without) ?? []).Select(key => Enum.GetValues<SeatingRule>().First(rule => RuleWords.Key(rule) == key)));

    private static SearchLimits Limits(ParseResult parsed) => parsed.GetValue(Steps) is { } steps
        ? SearchLimits.After(steps, parsed.GetValue(Seed))
        : SearchLimits.For(TimeSpan.FromSeconds(parsed.GetValue(Seconds)), parsed.GetValue(Seed));

    private static void ExactlyOneFile(CommandResult command)
    {
        bool Has(Option option) => command.GetResult(option) is { Implicit: false };
        if (Has(People) == Has(Mdgp))
        {
            command.AddError("Give the people with --people FILE, or numbers with --mdgp FILE: one of the two.");
            return;
        }

        Option[] notWithThis = Has(People) ? [Forbid, Sizes] : [Repair, Declined, Size, Apart, Sectors, Hours, PerOrganisation, Without, Confirm];
        foreach (var option in notWithThis.Where(Has))
        {
            command.AddError($"{option.Name} goes with {(Has(People) ? "--mdgp" : "--people")} only.");
        }

        if (Has(Declined) && !Has(Repair))
        {
            command.AddError("--declined goes with --repair only.");
        }

        // The sets alone may be brought up to date in their own file.
        CommonOptions.RefuseToWriteOver(command, Out, People, Apart, Mdgp, Forbid);
        if (Has(Size) && Has(Repair))
        {
            command.AddError($"--size does not go with --repair: a set that is mended has {SetCount.Least} to {SetCount.Most} people.");
        }
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = CommonOptions.Number(name, description, least, most);
        option.DefaultValueFactory = _ => usual;
        return option;
    }
}
