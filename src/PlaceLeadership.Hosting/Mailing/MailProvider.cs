using PlaceLeadership.Hosting.Settings;

namespace PlaceLeadership.Hosting.Mailing;

/// <summary>
/// A way by which messages leave, as settings choose it. A new one is a class derived from this, and a line in
/// <see cref="MailProviders.BuiltIn"/>: whoever reads settings or puts a host together asks it and names none.
/// </summary>
public abstract class MailProvider
{
    /// <summary>Its word in <see cref="SettingsCatalogue.Mail"/>, for 'serve --mail' and in the path of its webhook.</summary>
    public abstract string Word { get; }

    /// <summary>What <see cref="SettingsCatalogue.Mail"/> says of it.</summary>
    public virtual string Meaning => Word;

    /// <summary>What 'serve --mail' says of it, in brackets.</summary>
    public abstract string Hint { get; }

    /// <summary>What it does with messages instead of writing to real people, to follow 'which'; or null: it writes to them.</summary>
    public virtual string? StaysHere => null;

    /// <summary>Its settings, in the order in which they are shown.</summary>
    public abstract IReadOnlyList<Setting> Settings { get; }

    /// <summary>Reads all of its settings, and notes what is wrong with them.</summary>
    /// <param name="reading">Where they stand and problems go.</param>
    /// <param name="chosen">Whether messages leave by it; otherwise nothing is missing.</param>
    /// <returns>Null when it is not chosen, or when something is wrong.</returns>
    public abstract MailChannel? Read(SettingsReading reading, bool chosen);

    /// <summary>Its word.</summary>
    public sealed override string ToString() => Word;
}
