using System.Diagnostics;
using System.Globalization;

namespace PlaceLeadership.Storage.Local;

/// <summary>
/// The emulator that a killed placelead left behind saves its rows and ends by itself. A new one that read the folder
/// before that would later overwrite them, so it waits.
/// </summary>
internal static class EarlierAzurite
{
    private const string FileName = "azurite.pid";

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    // Clocks are corrected by seconds; a process id is not given out twice within as many.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Writes down which process works on the folder. The process removes the file after it has saved.</summary>
    public static void Note(string folder, Process process) => File.WriteAllText(
        Path.Combine(folder, FileName),
        string.Create(CultureInfo.InvariantCulture, $"{process.Id} {StartOf(process).Ticks}"));

    public static async Task WaitAsync(string folder, TimeProvider clock, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, FileName);
        var began = clock.GetTimestamp();
        while (IsAlive(path))
        {
            if (clock.GetElapsedTime(began) > WaitMax)
            {
                throw new LocalStorageException(
                    $"An earlier storage emulator still works on {folder} (its process is the number in {path}). "
                    + "Wait until it has saved and ended.");
            }

            await Task.Delay(LookAgain, clock, cancellation).ConfigureAwait(false);
        }

        File.Delete(path);
    }

    private static bool IsAlive(string path)
    {
        try
        {
            var parts = File.ReadAllText(path).Split(' ');
            if (parts.Length != 2
                || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)
                || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out var ticks))
            {
                return false;
            }

            using var process = Process.GetProcessById(id);
            return (StartOf(process) - new DateTime(ticks, DateTimeKind.Utc)).Duration() < StartTolerance;
        }
        catch (Exception e) when (e is FileNotFoundException or ArgumentException or InvalidOperationException)
        {
            // No file, or no such process: it has saved and ended.
            return false;
        }
    }

    private static DateTime StartOf(Process process) => process.StartTime.ToUniversalTime();
}
