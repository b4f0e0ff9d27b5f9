using System.Text;

namespace PlaceLeadership.Core.Places;

/// <summary>
/// The text of a file in whichever encoding a spreadsheet program left it: UTF-8 or UTF-16 by its mark, UTF-16 without a
/// mark by its zero bytes, otherwise UTF-8 when it is valid and Windows-1252 when it is not.
/// </summary>
internal static class RosterText
{
    private const int SampleBytes = 4_096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, and a note when the encoding had to be guessed.</summary>
    public static (string Text, string? Note) Decode(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("\uFEFF"u8))
        {
            return (Encoding.UTF8.GetString(file[3..]), null);
        }

        if (file.Length >= 2 && Utf16Of(file) is { } utf16)
        {
            var text = utf16.GetString(file);
            return (text.StartsWith('\uFEFF') ? text[1..] : text, null);
        }

        try
        {
            return (StrictUtf8.GetString(file), null);
        }
        catch (DecoderFallbackException)
        {
            return (Windows1252.GetString(file),
                "The file is not UTF-8 and was read as Windows-1252: check that accented letters in names are right.");
        }
    }

    private static Encoding? Utf16Of(ReadOnlySpan<byte> file)
    {
        if (file is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode;
        }

        if (file is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode;
        }

        var sample = file[..(Math.Min(file.Length, SampleBytes) & ~1)];
        var (zerosFirst, zerosSecond) = (0, 0);
        for (var index = 0; index < sample.Length; index += 2)
        {
            zerosFirst += sample[index] == 0 ? 1 : 0;
            zerosSecond += sample[index + 1] == 0 ? 1 : 0;
        }

        // A roster's letters are mostly Latin, so one byte of most pairs is zero, and hardly ever the other one.
        var many = sample.Length / 4;
        return zerosSecond > many && zerosFirst <= zerosSecond / 8 ? Encoding.Unicode
            : zerosFirst > many && zerosSecond <= zerosFirst / 8 ? Encoding.BigEndianUnicode
            : null;
    }
}
