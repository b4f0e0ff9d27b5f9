using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Privacy;

public sealed class ReflectionVaultTests
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["what"] = "I was afraid, and nobody noticed.",
        ["now"] = "Gweld y môr. 🌊\n\"Quoted\" \\ and \u0001",
        ["empty"] = "",
    };

    private readonly MemoryTables _tables = new();

    [Fact]
    public async Task Words_are_read_back_as_they_were_written()
    {
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("map"), Words, default);
        Assert.Equal(Words, await Vault(1).ReadAsync(new ParticipantId("p1"), new StepId("map"), default));
        Assert.True(await Vault(1).HoldsAsync(new ParticipantId("p1"), new StepId("map"), default));
        Assert.Null(await Vault(1).ReadAsync(new ParticipantId("p1"), new StepId("other"), default));
        Assert.Null(await Vault(1).ReadAsync(new ParticipantId("p2"), new StepId("map"), default));
    }

    [Fact]
    public async Task What_is_stored_holds_no_word_in_the_clear_and_never_the_same_twice()
    {
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("map"), Words, default);
        var first = await RowAsync("p1", "map");
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("map"), Words, default);
        var second = await RowAsync("p1", "map");

        Assert.NotEqual(first.Body, second.Body);
        var bytes = JsonNode.Parse(first.Body)!.AsObject().Select(field => Decoded(field.Value!.GetValue<string>())).ToList();
        foreach (var secret in new[] { "afraid", "nobody", "Gweld", "what", "Quoted", "🌊" })
        {
            Assert.DoesNotContain(secret, first.Body, StringComparison.OrdinalIgnoreCase);
            Assert.All(bytes, value => Assert.True(value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0));
        }
    }

    [Theory]
    [InlineData("key")]
    [InlineData("nonce")]
    [InlineData("tag")]
    [InlineData("text")]
    public async Task A_text_that_was_changed_in_the_store_is_not_shown(string field)
    {
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("map"), Words, default);
        var row = await RowAsync("p1", "map");
        var original = JsonNode.Parse(row.Body)![field]!.GetValue<string>();
        List<string> forgeries = field == "key"
            ? ["00000000", ""]
            : [.. Forgeries(Convert.FromBase64String(original)).Select(Convert.ToBase64String)];
        foreach (var forgery in forgeries)
        {
            var document = JsonNode.Parse(row.Body)!;
            document[field] = forgery;
            await PutAsync(new ParticipantId("p1"), new StepId("map"), document.ToJsonString());
            await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault(1).ReadAsync(new ParticipantId("p1"), new StepId("map"), default));
        }

        var missing = JsonNode.Parse(row.Body)!.AsObject();
        missing.Remove(field);
        await PutAsync(new ParticipantId("p1"), new StepId("map"), missing.ToJsonString());
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault(1).ReadAsync(new ParticipantId("p1"), new StepId("map"), default));
    }

    [Theory]
    [InlineData("p2", "map")]
    [InlineData("p1", "other")]
    public async Task A_text_put_under_another_person_or_step_is_not_shown(string participant, string step)
    {
        var (person, about) = (new ParticipantId(participant), new StepId(step));
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("map"), Words, default);
        await PutAsync(person, about, (await RowAsync("p1", "map")).Body);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault(1).ReadAsync(person, about, default));
    }

    [Fact]
    public async Task A_replaced_key_still_opens_old_texts_and_closes_new_ones()
    {
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("old"), Words, default);
        await Vault(2, 1).KeepAsync(new ParticipantId("p1"), new StepId("new"), Words, default);

        Assert.Equal(Words, await Vault(2, 1).ReadAsync(new ParticipantId("p1"), new StepId("old"), default));
        Assert.Equal(Words, await Vault(2).ReadAsync(new ParticipantId("p1"), new StepId("new"), default));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault(1).ReadAsync(new ParticipantId("p1"), new StepId("new"), default));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault(2).ReadAsync(new ParticipantId("p1"), new StepId("old"), default));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_at_once_and_deleting_again_changes_nothing()
    {
        await Vault(1).KeepAsync(new ParticipantId("p1"), new StepId("map"), Words, default);
        await Vault(1).DeleteAsync(new ParticipantId("p1"), new StepId("map"), default);
        await Vault(1).DeleteAsync(new ParticipantId("p1"), new StepId("map"), default);
        Assert.False(await Vault(1).HoldsAsync(new ParticipantId("p1"), new StepId("map"), default));
        Assert.Null(await _tables.GetAsync(Table.Reflections, "p1", "map", default));
    }

    private ReflectionVault Vault(params IReadOnlyList<byte> seeds) => new(_tables, LinkTokensTests.Ring(seeds));

    private async Task<Row> RowAsync(string participant, string step) =>
        (await _tables.GetAsync(Table.Reflections, participant, step, default))!;

    private Task PutAsync(ParticipantId participant, StepId step, string body) => _tables.SubmitAsync(
        Table.Reflections, participant.Value, [new RowChange.Put(step.Value, ReflectionVault.Shape, body)], default);

    private static IEnumerable<byte[]> Forgeries(byte[] bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            var forged = (byte[])bytes.Clone();
            forged[index] ^= 1;
            yield return forged;
        }

        yield return bytes[..^1];
        yield return [.. bytes, 0];
        yield return [];
    }

    private static byte[] Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : Encoding.UTF8.GetBytes(text);
    }
}
