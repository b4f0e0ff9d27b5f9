using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Hosting.Settings;

namespace PlaceLeadership.Cli.CommandLine;

/// <summary>Options that several commands share, so that they are spelt and explained alike.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "The folder that holds storage, keys and mails of this computer.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PLACELEAD_DATA") ?? "placelead-data",
        HelpName = "FOLDER",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document, for a script to read." };

    public static Option<CohortId> Cohort() => new("--cohort")
    {
        Description = "The id of the cohort; 'placelead status' lists them.",
        Required = true,
        HelpName = "ID",
        CustomParser = result => new CohortId(result.Tokens.Count == 1 ? result.Tokens[0].Value : ""),
    };

    public static Option<string?> Person(bool required = false) => new("--person")
    {
        Description = "The person: e-mail address or participant id.",
        Required = required,
        HelpName = "WHO",
    };

    public static Option<Uri?> Public() => new("--public")
    {
        Description = "The address under which people reach the pages, for the links in messages.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (!Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !HostSettings.IsPublicAddress(address))
            {
                result.AddError("--public needs an address such as https://prompts.example.org");
                return null;
            }

            if (address.Scheme == "https" || address.IsLoopback)
            {
                return address;
            }

            result.AddError("--public needs an https address: over http, what people write and every link would travel in the open.");
            return null;
        },
    };

    public static Option<FileInfo> Roster() =>
        new("--roster") { Description = "The people: a .csv or .xlsx file.", Required = true, HelpName = "FILE" };

    /// <summary>Answers to questions about a roster.</summary>
    public static Option<string[]> Confirm() => new("--confirm")
    {
        Description = "Confirm what a question about the roster says, word for word; can be repeated.",
        HelpName = "STATEMENT",
        DefaultValueFactory = _ => [],
    };

    public static Confirmations Confirmed(ParseResult parsed, Option<string[]> confirm) => new(parsed.GetValue(confirm) ?? []);

    public static Option<FileInfo?> Programme() => new("--programme")
    {
        Description = "The programme file; without it, the programme that comes with the product.",
        HelpName = "FILE",
    };

    public static Option<LocalDate> Date(string name, string description, bool required) => new(name)
    {
        Description = description + " As 2027-01-11.",
        Required = required,
        HelpName = "DATE",
        CustomParser = result => ParseDate(name, result) ?? default,
    };

    public static Option<LocalDate?> OptionalDate(string name, string description) => new(name)
    {
        Description = description + " As 2027-01-11.",
        HelpName = "DATE",
        CustomParser = result => ParseDate(name, result),
    };

    /// <summary>A number between two limits, both included.</summary>
    public static Option<T> Number<T>(string name, string description, T least, T most) where T : struct, INumber<T> => Number<T>(
        name, description, number => number >= least && number <= most, string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}."));

    /// <summary>A number.</summary>
    /// <param name="name">With its two hyphens.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="isGood">Which numbers it may be.</param>
    /// <param name="sentence">What is said of anything else.</param>
    public static Option<T> Number<T>(string name, string description, Func<T, bool> isGood, string sentence) where T : struct, INumber<T> => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseNumber(result, isGood, sentence) ?? default,
    };

    /// <summary>A number that may be left out, otherwise as <see cref="Number{T}(string, string, Func{T, bool}, string)"/>.</summary>
    public static Option<T?> OptionalNumber<T>(string name, string description, Func<T, bool> isGood, string sentence) where T : struct, INumber<T> => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseNumber(result, isGood, sentence),
    };

    /// <summary>For how long a search looks.</summary>
    public static Option<double> Seconds(string description) => Number<double>(
        "--seconds", description, seconds => seconds is >= 0 and <= 86_400, "--seconds takes a number from 0 to 86400, such as 0.5.");

    // The parser's own sentence names a type of the runtime, and its validators are not asked about what is no number.
    private static T? ParseNumber<T>(ArgumentResult result, Func<T, bool> isGood, string sentence) where T : struct, INumber<T>
    {
        if (result.Tokens is [var token] && T.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && isGood(number))
        {
            return number;
        }

        result.AddError(sentence);
        return null;
    }

    /// <summary>Refuses to write over a file that the same command reads.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="written">The option of the file that is written.</param>
    /// <param name="read">The options of the files that are read.</param>
    public static void RefuseToWriteOver(CommandResult command, Option written, params IReadOnlyList<Option> read)
    {
        var target = Files(written).FirstOrDefault();
        foreach (var option in read.Where(option => target is not null && Files(option).Contains(target)))
        {
            command.AddError($"{written.Name} is the file of {option.Name}, which would be lost. Write to another file.");
        }

        IEnumerable<string> Files(Option option) =>
            command.GetResult(option)?.Tokens.Where(token => token.Value.Length > 0).Select(token => Path.GetFullPath(token.Value)) ?? [];
    }

    private static LocalDate? ParseDate(string name, ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        result.AddError($"'{text}' is not a date for {name}. Write it as year-month-day, such as 2027-01-11.");
        return null;
    }
}
