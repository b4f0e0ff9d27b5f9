using System.Text;

namespace PlaceLeadership.Core.Programmes;

/// <summary>The text of a programme file, under the name that its problems are told with.</summary>
/// <param name="Name">The name of the file, without its folder.</param>
/// <param name="Text">What it holds.</param>
public sealed record ProgrammeText(string Name, string Text)
{
    private const string BuiltInName = "place-leadership.yaml";

    /// <summary>The programme that comes with the product.</summary>
    public static ProgrammeText BuiltIn { get; } = new(BuiltInName, ReadBuiltIn());

    /// <summary>The text of an uploaded file, or null when it is not saved as UTF-8.</summary>
    public static ProgrammeText? Decode(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            // Bytes that are no UTF-8 become the replacement sign, which the reader would take for text.
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return new ProgrammeText(name, strict.GetString(content).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string ReadBuiltIn()
    {
        using var reader = new StreamReader(typeof(ProgrammeText).Assembly.GetManifestResourceStream(BuiltInName)!);
        return reader.ReadToEnd();
    }
}
