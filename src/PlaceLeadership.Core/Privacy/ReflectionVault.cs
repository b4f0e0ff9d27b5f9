using System.Security.Cryptography;
using System.Text;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Privacy;

/// <summary>
/// Where the words of participants are kept: apart from everything else, in a partition of their author, encrypted with
/// AES-256-GCM and bound to author and step. There is no way to ask for anybody's words but by author and step. The
/// author's own link does, and, of a message that asked for words to be passed on, the letters to those they are for
/// (<c>JourneyLetters</c>); nobody and nothing else.
/// </summary>
/// <param name="tables">Where they are kept.</param>
/// <param name="keysOf">Gives the keys, asked when a text is written or read: deleting needs none.</param>
public sealed class ReflectionVault(ITables tables, Func<KeyRing> keysOf)
{
    /// <summary>The shape of a stored text.</summary>
    public const string Shape = "reflection/1";

    private const string KeyPurpose = "placeleadership/reflections";

    /// <summary>A vault with these keys.</summary>
    public ReflectionVault(ITables tables, KeyRing keys)
        : this(tables, () => keys)
    {
    }

    /// <summary>Keeps what somebody wrote about a step, by question, instead of what was there.</summary>
    public Task KeepAsync(
        ParticipantId participant, StepId step, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        var plain = Encoding.UTF8.GetBytes(Documents.Write(answers));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipher = new byte[plain.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var keys = keysOf();
        using var aes = new AesGcm(keys.Derive(keys.CurrentId, KeyPurpose)!, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag, Binding(participant, step));
        var body = Documents.Write(new Sealed(keys.CurrentId, nonce, tag, cipher));
        return tables.SubmitAsync(Table.Reflections, participant.Value, [new RowChange.Put(step.Value, Shape, body)], cancellation);
    }

    /// <summary>What somebody wrote about a step, by question, or null.</summary>
    /// <exception cref="CryptographicException">The text was changed in the store, or its key is gone.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(
        ParticipantId participant, StepId step, CancellationToken cancellation)
    {
        if (await tables.GetAsync(Table.Reflections, participant.Value, step.Value, cancellation).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        var stored = Documents.Read<Sealed>(row, Shape);
        if (stored is not { Nonce.Length: 12, Tag.Length: 16, Key: not null, Text: not null })
        {
            throw new CryptographicException("A stored text is not as it was encrypted: it was changed in the store.");
        }

        var key = keysOf().Derive(stored.Key, KeyPurpose)
            ?? throw new CryptographicException($"The key '{stored.Key}' that a text was encrypted with is not in the key ring.");
        var plain = new byte[stored.Text.Length];
        using var aes = new AesGcm(key, stored.Tag.Length);
        aes.Decrypt(stored.Nonce, stored.Text, stored.Tag, plain, Binding(participant, step));
        return Documents.Read<Dictionary<string, string>>(row with { Body = Encoding.UTF8.GetString(plain) }, Shape);
    }

    /// <summary>Whether somebody has words kept about a step.</summary>
    public async Task<bool> HoldsAsync(ParticipantId participant, StepId step, CancellationToken cancellation) =>
        await tables.GetAsync(Table.Reflections, participant.Value, step.Value, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Deletes what somebody wrote about a step, at once. Deleting what is not there changes nothing.</summary>
    public async Task DeleteAsync(ParticipantId participant, StepId step, CancellationToken cancellation)
    {
        while (await tables.GetAsync(Table.Reflections, participant.Value, step.Value, cancellation).ConfigureAwait(false) is { } row)
        {
            try
            {
                await tables.SubmitAsync(
                    Table.Reflections, participant.Value, [new RowChange.Delete(step.Value, row.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // It was changed at this moment: the newer text goes as well.
            }
        }
    }

    /// <summary>Deletes everything somebody wrote. Deleting what is not there changes nothing.</summary>
    public async Task DeleteAllAsync(ParticipantId participant, CancellationToken cancellation)
    {
        var steps = new List<string>();
        await foreach (var row in tables.RangeAsync(Table.Reflections, participant.Value, "!", "~", cancellation).ConfigureAwait(false))
        {
            steps.Add(row.Key);
        }

        foreach (var step in steps)
        {
            await DeleteAsync(participant, new StepId(step), cancellation).ConfigureAwait(false);
        }
    }

    private static byte[] Binding(ParticipantId participant, StepId step) => Encoding.UTF8.GetBytes($"{participant}|{step}");

    private sealed record Sealed(string Key, byte[] Nonce, byte[] Tag, byte[] Text);
}
