using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.People;

/// <summary>Reading a roster file for a command.</summary>
internal static class RosterFile
{
    /// <summary>The reading, or a refusal when there is no such file. Problems are in the reading.</summary>
    public static async Task<RosterReading> ReadAsync(FileInfo file, Confirmations confirmed, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }

        if (file.Length > RosterLimits.FileMebibytesMax * 1024L * 1024)
        {
            throw new Refusal($"{file.Name} is larger than a roster can be ({RosterLimits.FileMebibytesMax} MB). Is it the right file?");
        }

        return RosterReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellation).ConfigureAwait(false), file.Name, confirmed, cancellation);
    }
}
