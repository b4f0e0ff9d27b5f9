namespace PlaceLeadership.Storage.Local;

/// <summary>
/// Holds a data folder for one process. The operating system lets go of it when the process ends, however it ends.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private const string FileName = "placelead.lock";

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, and makes it when missing, readable for this user only.</summary>
    /// <exception cref="LocalStorageException">Another process has it, or it cannot be written.</exception>
    public static DataFolderLock Take(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var full = Path.GetFullPath(folder);
        try
        {
            MakePrivate(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalStorageException($"The folder {full} cannot be made: {e.Message}", e);
        }

        return new DataFolderLock(Open(full));
    }

    /// <summary>Whether a process has the folder right now.</summary>
    public static bool IsTaken(string folder)
    {
        try
        {
            Open(Path.GetFullPath(folder)).Dispose();
            return false;
        }
        catch (LocalStorageException held) when (held.InnerException is IOException)
        {
            return true;
        }
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => _file.Dispose();

    private static FileStream Open(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalStorageException(
                $"Another placelead is already using {folder}. Stop it, or choose another folder.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LocalStorageException($"The folder {folder} cannot be written. Choose another folder.", e);
        }
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // What lies under a user's profile is private there already.
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
