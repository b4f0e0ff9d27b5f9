namespace PlaceLeadership.Cli.CommandLine;

/// <summary>A file that is written whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Has a draft written beside the file, and puts it in the file's place when it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the draft at the path it is given.</param>
    public static async Task WriteAsync(string path, Func<string, Task> write)
    {
        var draft = path + ".part";
        try
        {
            await write(draft).ConfigureAwait(false);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            // Nobody would look for the people in it there.
            File.Delete(draft);
            throw;
        }
    }
}
