using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>
/// From a message id to the name of its file: <c>cohort/participant/17</c> lies in <c>cohort~letter-17~hash.eml</c>, and what goes by what it
/// is about in <c>cohort~step~hash~unclear.eml</c>, which says of whom it is to nobody. Any other id, or a long one, is a hash alone.
/// </summary>
internal static class PickupFileName
{
    public const string Extension = ".eml";

    private const int ReadableCharactersMax = 120;
    private const int NameableCharactersMax = 220;

    public static string StemOf(string messageId) =>
        LetterId.Parse(messageId) is not { } id || !IsFaithful(messageId, NameableCharactersMax) ? $"mail~~{HashOf(messageId)}"
        : id.About is { } about ? $"{id.Cohort}~{about.Step}~{HashOf(messageId)}~{MessageId.Word(about.Kind)}"
        : string.Create(CultureInfo.InvariantCulture, $"{id.Cohort}~letter-{id.Number}~{HashOf(messageId)}");

    /// <summary>The name of the file in which an earlier release put the message: it named the participant.</summary>
    public static string EarlierStemOf(string messageId)
    {
        var readable = string.Concat(messageId.Select(c => c == '/' ? '~' : IsPlain(c) ? c : '_'));
        return IsFaithful(messageId, ReadableCharactersMax)
            ? readable
            : $"{readable[..Math.Min(readable.Length, ReadableCharactersMax)].TrimStart('.')}~~{HashOf(messageId)}";
    }

    /// <summary>Whether this can be the name of a message's file in the folder, and of nothing outside it.</summary>
    public static bool IsStem(string name) => name.Length is > 0 and <= 250 && name[0] != '.' && name.All(c => IsPlain(c) || c == '~');

    /// <summary>Sixteen hexadecimal digits of SHA-256, enough to tell apart what one folder can hold.</summary>
    public static string HashOf(string messageId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 8));

    private static bool IsFaithful(string messageId, int charactersMax) => messageId.Length <= charactersMax
        && messageId[0] != '.'
        && !messageId.Contains("//", StringComparison.Ordinal)
        && messageId.All(c => c == '/' || IsPlain(c));

    /// <summary>Capital letters are not plain: some file systems take them for small ones.</summary>
    private static bool IsPlain(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-';
}
