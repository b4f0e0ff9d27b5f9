using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;

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

    public static Option<string> Cohort() =>
        new("--cohort") { Description = "The id of the cohort; 'placelead status' lists them.", Required = true, HelpName = "ID" };

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
            if (Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            result.AddError("--public needs an address such as https://prompts.example.org");
            return null;
        },
    };

    public static Option<FileInfo> Roster() =>
        new("--roster") { Description = "The people: a .csv or .xlsx file.", Required = true, HelpName = "FILE" };

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
