namespace PlaceLeadership.Hosting.Settings;

/// <summary>Who reads a setting.</summary>
public enum SettingReader
{
    /// <summary>PlaceLeadership itself.</summary>
    Product,

    /// <summary>The Functions host or its extensions.</summary>
    Platform,
}

/// <summary>One setting of the host.</summary>
/// <param name="Name">The name of the environment variable.</param>
/// <param name="Meaning">What it is for, in a sentence or two.</param>
/// <param name="OnALaptop">The value in <c>local.settings.sample.json</c>: safe, and it works as it stands.</param>
/// <param name="Reader">Who reads it.</param>
/// <param name="Secret">Whether it belongs in a key vault.</param>
public sealed record Setting(
    string Name, string Meaning, string OnALaptop, SettingReader Reader = SettingReader.Product, bool Secret = false);
