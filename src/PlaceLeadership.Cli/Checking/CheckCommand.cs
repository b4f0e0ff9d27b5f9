using System.CommandLine;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Cli.Checking;

/// <summary><c>placelead check FILE</c>.</summary>
internal static class CheckCommand
{
    public static Command Create(Writers writers)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A programme file." };
        var json = CommonOptions.Json();
        var command = new Command("check", "Check a programme file: every problem at once, with line, column and a way to mend it.") { file, json };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(file), writers.For(parsed.GetValue(json)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, Output output, CancellationToken cancellation)
    {
        var reading = ProgrammeReader.Read((await ProgrammeFile.ReadAsync(file, cancellation).ConfigureAwait(false)).Text, BuiltIn.Kinds);
        var load = reading.Programme is { } read ? ProgrammeLoad.Of(read) : null;
        output.Document(new
        {
            ok = reading.Programme is not null,
            problems = reading.Problems,
            programme = reading.Programme?.Id,
            version = reading.Programme?.Version,
            weeks = reading.Programme?.Weeks,
            steps = reading.Programme?.Steps.Count,
            load = load?.Weeks.Select(week => new { week = week.Number, week.Mails, week.Minutes, week.MeetingMinutes }),
        });
        if (reading.Programme is { } programme)
        {
            output.Line($"{file.Name}: {programme.Title.In(programme.Languages[0])}, version {programme.Version}. "
                + $"{programme.Steps.Count} steps in {programme.Weeks} weeks. No problem found.");
            foreach (var sentence in load!.Sentences)
            {
                output.Line(sentence);
            }

            output.Line("Mails, week by week: " + string.Join(' ', load.Weeks.Select(week => week.Mails)));
            return ExitCodes.Done;
        }

        foreach (var problem in reading.Problems)
        {
            output.Line($"{file.Name}:{problem.Line}:{problem.Column}: {problem.What} {problem.Mend}");
        }

        output.Line(reading.Problems.Count == 1 ? "1 problem." : $"{reading.Problems.Count} problems.");
        return ExitCodes.No;
    }
}
