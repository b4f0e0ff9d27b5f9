namespace PlaceLeadership.Storage.Local;

/// <summary>
/// Storage on this computer cannot be had. The message is one sentence or two for the person at the keyboard: what is in
/// the way, and the way out.
/// </summary>
public sealed class LocalStorageException : Exception
{
    /// <summary>A failure about which nothing is known.</summary>
    public LocalStorageException()
    {
    }

    /// <summary>A failure described for a person.</summary>
    public LocalStorageException(string message) : base(message)
    {
    }

    /// <summary>A failure described for a person, with its cause.</summary>
    public LocalStorageException(string message, Exception inner) : base(message, inner)
    {
    }
}
