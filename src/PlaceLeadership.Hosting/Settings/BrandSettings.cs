using System.Globalization;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Hosting.Settings;

/// <summary>Reads what a place shows of itself.</summary>
public static class BrandSettings
{
    /// <summary>What the settings say, without what is wrong. The logo is read once, here.</summary>
    /// <param name="reading">The settings.</param>
    /// <param name="folder">Where a path that is not absolute starts.</param>
    public static Brand Read(SettingsReading reading, string folder)
    {
        var name = Line(reading, SettingsCatalogue.BrandName, Brand.NameCharactersMax);
        var logo = reading.Optional(SettingsCatalogue.BrandLogo);
        if (logo is not null && reading.Optional(SettingsCatalogue.BrandName) is null)
        {
            reading.Wrong(SettingsCatalogue.BrandName, $"is missing, and {SettingsCatalogue.BrandLogo.Name} is set: it is what is read to whoever does not see the logo.");
        }

        return new Brand
        {
            Name = name,
            Colour = reading.Optional(SettingsCatalogue.BrandColour) is { } colour
                ? BrandColour.Read(colour, what => reading.Wrong(SettingsCatalogue.BrandColour, what))
                : null,
            Logo = logo is null ? null : Logo(Path.Combine(folder, logo), what => reading.Wrong(SettingsCatalogue.BrandLogo, what)),
            Contact = Line(reading, SettingsCatalogue.BrandContact, Brand.ContactCharactersMax),
        };
    }

    private static string? Line(SettingsReading reading, Setting setting, int charactersMax)
    {
        var text = reading.Optional(setting);
        if (text?.Length > charactersMax)
        {
            reading.Wrong(setting, $"has more than {charactersMax} characters.");
        }
        else if (text?.Any(IsUnseen) == true)
        {
            reading.Wrong(setting, "is more than one line, or holds a character that nobody sees.");
        }

        return text;
    }

    // Joiners shape letters of some scripts; whatever else steers text could turn the line around it.
    private static bool IsUnseen(char letter) => letter is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static BrandLogo? Logo(string path, Action<string> wrong)
    {
        try
        {
            using var file = File.OpenRead(path);

            // One byte more than may be there is enough to know.
            var content = new byte[BrandLogo.BytesMax + 1];
            return BrandLogo.Read(path, content[..file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)], wrong);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            wrong("is a file that is not there. To be sure, give its whole path.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            wrong("is not a file that can be read.");
        }

        return null;
    }
}
