using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>
/// What Azure Tables takes, checked before anything is stored. Both stores ask here, so what works in memory works in
/// Azure; the emulator accepts more than Azure does, so it cannot be the judge.
/// </summary>
/// <remarks>
/// Source of the numbers: "Understanding the Table service data model" and "Performing entity group transactions" in the
/// Azure Storage reference.
/// </remarks>
public static class RowLimits
{
    /// <summary>The most UTF-16 characters a partition or row key holds: 1,024 bytes.</summary>
    public const int KeyCharactersMax = 512;

    /// <summary>The most characters the name of a shape holds.</summary>
    public const int ShapeCharactersMax = 256;

    /// <summary>The most bytes one transaction takes on the wire: 4 MiB.</summary>
    public const int TransactionBytesMax = 4 * 1024 * 1024;

    /// <summary>What the envelope of one change takes at most beside its keys, shape and body, in bytes.</summary>
    private const int EnvelopeBytesMax = 1_400;

    private const int EscapeCharacters = 6;

    private static readonly SearchValues<char> SentAsIs = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !JavaScriptEncoder.Default.WillEncode(c))]);

    /// <summary>
    /// What a change weighs in a transaction, in bytes: its text as JSON on the wire, where a quotation mark or a letter
    /// outside ASCII takes six bytes, and its envelope. Never below the real weight. Callers that fill transactions add
    /// these up to <see cref="TransactionBytesMax"/>.
    /// </summary>
    public static int BytesOf(RowChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (shape, body) = ContentOf(change);
        // A key goes over the wire in the address (percent-encoded, at most 9 bytes a character) and in the JSON (6).
        return EnvelopeBytesMax + (change.Key.Length * 15) + WireBytesOf(shape) + WireBytesOf(body);
    }

    /// <summary>Throws unless both keys are such that Azure Tables takes them.</summary>
    /// <exception cref="ArgumentException">A key is empty, too long, or holds a forbidden character.</exception>
    internal static void CheckKeys(string partition, string key)
    {
        CheckKey(partition, "partition");
        CheckKey(key, "row key");
    }

    /// <summary>Throws unless a range can be asked for. Bounds may hold any character but control characters.</summary>
    /// <exception cref="ArgumentException">The partition is no key, or a bound is too long or holds a control character.</exception>
    internal static void CheckRange(string partition, string from, string to)
    {
        CheckKey(partition, "partition");
        CheckBound(from);
        CheckBound(to);
    }

    /// <summary>Throws unless Azure Tables would take these changes in one transaction.</summary>
    /// <exception cref="ArgumentException">See <see cref="ITables.SubmitAsync"/>.</exception>
    internal static void CheckTransaction(string partition, IReadOnlyList<RowChange> changes)
    {
        CheckKey(partition, "partition");
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > ITables.ChangesMax)
        {
            throw Broken($"A transaction takes 1 to {ITables.ChangesMax} changes, and this one has {changes.Count}.");
        }

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        long bytes = 0;
        foreach (var change in changes)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
            CheckKey(change.Key, "row key");
            if (!keys.Add(change.Key))
            {
                throw Broken($"The row key '{change.Key}' is in the transaction twice; a row can change once in it.");
            }

            CheckContent(change);
            CheckETag(change);
            bytes += BytesOf(change);
        }

        if (bytes > TransactionBytesMax)
        {
            throw Broken($"A transaction takes {TransactionBytesMax} bytes, and this one has {bytes}. Store it in several.");
        }
    }

    private static void CheckKey(string key, string what)
    {
        ArgumentNullException.ThrowIfNull(key, what);
        if (key.Length is 0 or > KeyCharactersMax)
        {
            throw Broken($"A {what} has 1 to {KeyCharactersMax} characters, and this one has {key.Length}.");
        }

        foreach (var character in key)
        {
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
            {
                throw Broken($"The {what} '{Printable(key)}' holds U+{(int)character:X4}, which a key cannot.");
            }
        }

        CheckUnicode(key, what);
    }

    private static void CheckBound(string bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        if (bound.Length > KeyCharactersMax)
        {
            throw Broken($"A bound of a range has at most {KeyCharactersMax} characters, and this one has {bound.Length}.");
        }

        if (bound.Any(char.IsControl))
        {
            throw Broken($"The bound '{Printable(bound)}' of a range holds a control character. No key does; "
                + "the first possible key after K is K followed by a space.");
        }

        CheckUnicode(bound, "bound of a range");
    }

    private static void CheckContent(RowChange change)
    {
        if (change is RowChange.Delete)
        {
            return;
        }

        var (shape, body) = ContentOf(change);
        ArgumentException.ThrowIfNullOrEmpty(shape);
        ArgumentNullException.ThrowIfNull(body);
        if (shape.Length > ShapeCharactersMax)
        {
            throw Broken($"A shape has at most {ShapeCharactersMax} characters, and that of '{change.Key}' has {shape.Length}.");
        }

        if (body.Length > ITables.BodyCharactersMax)
        {
            throw Broken(
                $"A body has at most {ITables.BodyCharactersMax} characters, and that of '{change.Key}' has {body.Length}.");
        }

        CheckUnicode(shape, $"shape of '{change.Key}'");
        CheckUnicode(body, $"body of '{change.Key}'");
    }

    private static void CheckETag(RowChange change)
    {
        var etag = change switch
        {
            RowChange.Replace replace => replace.ETag,
            RowChange.Delete delete => delete.ETag,
            _ => null,
        };

        // Azure reads '*' as 'whatever is there', which would overwrite somebody else's change in silence.
        if (change is RowChange.Replace or RowChange.Delete && (string.IsNullOrEmpty(etag) || etag == "*"))
        {
            throw Broken($"The change of '{change.Key}' carries the ETag '{etag}', which no read has returned.");
        }
    }

    /// <summary>Half a surrogate pair has no UTF-8, so it would come back as another character.</summary>
    private static void CheckUnicode(string text, string what)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var next = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return;
            }

            if (Rune.DecodeFromUtf16(rest[next..], out _, out _) != OperationStatus.Done)
            {
                throw Broken($"The {what} holds half a surrogate pair at character {text.Length - rest.Length + next}.");
            }

            rest = rest[(next + 2)..];
        }
    }

    private static (string Shape, string Body) ContentOf(RowChange change) => change switch
    {
        RowChange.Insert insert => (insert.Shape, insert.Body),
        RowChange.Replace replace => (replace.Shape, replace.Body),
        RowChange.Put put => (put.Shape, put.Body),
        _ => ("", ""),
    };

    /// <summary>Escaped JSON is ASCII, so its characters are its bytes.</summary>
    private static int WireBytesOf(string text)
    {
        var bytes = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var next = rest.IndexOfAnyExcept(SentAsIs);
            if (next < 0)
            {
                return bytes + rest.Length;
            }

            bytes += next + EscapeCharacters;
            rest = rest[(next + 1)..];
        }

        return bytes;
    }

    private static string Printable(string key) =>
        string.Concat(key.Select(c => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString()));

    private static ArgumentException Broken(string sentence) => new(sentence);
}
