using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;

namespace PlaceLeadership.Cli.Demo;

/// <summary><c>placelead demo</c>.</summary>
internal static class DemoCommand
{
    public static Command Create(Writers writers)
    {
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same people, replies and facts.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder for facts.csv and mail/.",
            DefaultValueFactory = _ => new DirectoryInfo("demo-out"),
            HelpName = "DIR",
        };
        var json = CommonOptions.Json();
        var command = new Command("demo", "Run the whole default programme in fast time: 48 simulated people of 8 organisations, 26 weeks, no set-up.") { seed, folder, json };
        command.SetAction((parsed, cancellation) => new Demonstration(
            parsed.GetValue(seed), parsed.GetRequiredValue(folder), writers.For(parsed.GetValue(json))).RunAsync(cancellation));
        return command;
    }
}
