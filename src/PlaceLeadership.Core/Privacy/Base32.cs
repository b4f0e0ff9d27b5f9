using System.Text;

namespace PlaceLeadership.Core.Privacy;

/// <summary>Base32 (RFC 4648) in small letters, for whole groups of five bytes: no padding, and one way of writing each.</summary>
internal static class Base32
{
    public const int BitsOfLetter = 5;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Letters(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / BitsOfLetter);
        var (bits, count) = (0, 0);
        foreach (var octet in bytes)
        {
            bits = ((bits << 8) | octet) & 0xFFF;
            count += 8;
            while (count >= BitsOfLetter)
            {
                count -= BitsOfLetter;
                text.Append(Alphabet[(bits >> count) & 0x1F]);
            }
        }

        return text.ToString();
    }

    /// <summary>The bytes, or null when a letter is none of base32.</summary>
    public static byte[]? BytesIn(ReadOnlySpan<char> letters)
    {
        var bytes = new List<byte>(letters.Length * BitsOfLetter / 8);
        var (bits, count) = (0, 0);
        foreach (var letter in letters)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            bits = ((bits << BitsOfLetter) | value) & 0xFFF;
            count += BitsOfLetter;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
