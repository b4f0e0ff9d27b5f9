using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>
/// From a message id to the name of its file: <c>cohort/step/participant/prompt</c> lies in
/// <c>cohort~step~participant~prompt.eml</c>. Two ids never share a name: an id with anything but small letters, digits,
/// <c>. _ - /</c>, or a long one, gets a part of its hash.
/// </summary>
internal static class PickupFileName
{
    public const string Extension = ".eml";

    private const int ReadableCharactersMax = 120;

    public static string StemOf(string messageId)
    {
        var readable = string.Concat(messageId.Select(c => c == '/' ? '~' : IsPlain(c) ? c : '_'));
        var isFaithful = readable.Length <= ReadableCharactersMax
            && readable[0] != '.'
            && !messageId.Contains("//", StringComparison.Ordinal)
            && messageId.All(c => c == '/' || IsPlain(c));
        return isFaithful
            ? readable
            : $"{readable[..Math.Min(readable.Length, ReadableCharactersMax)].TrimStart('.')}~~{HashOf(messageId)}";
    }

    /// <summary>Sixteen hexadecimal digits of SHA-256, enough to tell apart what one folder can hold.</summary>
    public static string HashOf(string messageId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 8));

    /// <summary>Capital letters are not plain: some file systems take them for small ones.</summary>
    private static bool IsPlain(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-';
}
