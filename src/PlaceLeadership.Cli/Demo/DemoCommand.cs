using System.CommandLine;
using NodaTime;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Cli.Demo;

/// <summary><c>placelead demo</c>.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> Seed = CommonOptions.Number("--seed", "The same seed gives the same people, replies and facts.", 0, int.MaxValue);

    private static readonly Option<DirectoryInfo> Folder = new("--out")
    {
        Description = "The folder for facts.csv and mail/.",
        DefaultValueFactory = _ => new DirectoryInfo("demo-out"),
        HelpName = "DIR",
    };

    private static readonly Option<Uri?> Host = new("--host")
    {
        Description = "Play on a host that runs there, on the storage emulator, with PLACELEAD_CLOCK=rehearsal and PLACELEAD_MAIL=pickup.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.IsLoopback)
            {
                return address;
            }

            result.AddError("--host needs an address on this computer, such as http://127.0.0.1:7071");
            return null;
        },
    };

    private static readonly Option<DirectoryInfo?> Mail = new("--mail")
    {
        Description = "With --host: the folder in which the host leaves its messages (its PLACELEAD_MAIL_FOLDER).",
        HelpName = "DIR",
    };

    private static readonly Option<LocalDate?> Start = CommonOptions.OptionalDate("--start", "The first day, instead of 2027-01-11.");

    public static Command Create(Writers writers)
    {
        Seed.DefaultValueFactory = _ => 1;
        var json = CommonOptions.Json();
        var command = new Command("demo", "Run the whole default programme in fast time: 48 simulated people of 8 organisations, 26 weeks, no set-up.")
        {
            Seed, Start, Folder, Host, Mail, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Host) is null != result.GetResult(Mail) is null)
            {
                result.AddError("--host and --mail go together: where the host answers, and where its messages lie.");
            }

            if (result.GetResult(Host) is not null && result.GetResult(Start) is not null)
            {
                result.AddError("--start goes without --host: there the cohort starts on 2027-01-11.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var stage = Stage(parsed);
            var (seed, folder) = (parsed.GetValue(Seed), parsed.GetRequiredValue(Folder));
            await using (stage.ConfigureAwait(false))
            {
                return await new Demonstration(
                    seed, folder, writers.For(parsed.GetValue(json)), stage,
                    parsed.GetValue(Host) is null ? null : new EmbeddedTwin(seed, folder), parsed.GetValue(Start))
                    .RunAsync(cancellation).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static IStage Stage(ParseResult parsed)
    {
        if (parsed.GetValue(Host) is not { } host)
        {
            return new EmbeddedStage(
                Demonstration.CohortId, parsed.GetValue(Seed), Path.Combine(parsed.GetRequiredValue(Folder).FullName, "mail"),
                Demonstration.Begins(parsed.GetValue(Start)), new MemoryTables());
        }

        static string Setting(Setting setting) =>
            Environment.GetEnvironmentVariable(setting.Name) is { Length: > 0 } text ? text : setting.OnALaptop;
        return new HostedStage(
            Demonstration.CohortId, new HostPages(host, TimeProvider.System), parsed.GetValue(Mail)!.FullName, Demonstration.Begins(),
            AzureTables.FromConnectionString(Setting(SettingsCatalogue.Storage)), TimeProvider.System);
    }
}
