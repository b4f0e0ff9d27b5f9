using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Tests.Privacy;

public sealed class KeyRingTests
{
    [Fact]
    public void A_ring_is_read_back_from_its_export()
    {
        var ring = new KeyRing(new byte[32], [.. Enumerable.Range(0, 32).Select(index => (byte)index)]);
        var again = KeyRing.Parse(ring.Export() + "\r\n");
        Assert.Equal(ring.Export(), again.Export());
        Assert.Equal(ring.CurrentId, again.CurrentId);
        Assert.Equal(ring.Derive(ring.CurrentId, "x"), again.Derive(ring.CurrentId, "x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void What_holds_no_key_is_refused_with_a_sentence(string text) =>
        Assert.Contains("32", Assert.Throws<ArgumentException>(() => KeyRing.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Keys_differ_by_purpose_and_unknown_secrets_give_none()
    {
        var ring = KeyRing.New();
        Assert.NotEqual(ring.Derive(ring.CurrentId, "one"), ring.Derive(ring.CurrentId, "two"));
        Assert.Null(ring.Derive("00000000", "one"));
        Assert.NotEqual(ring.Export(), KeyRing.New().Export());
    }
}
