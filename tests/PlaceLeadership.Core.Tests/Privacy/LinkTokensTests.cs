using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Tests.Privacy;

public sealed class LinkTokensTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 3, 9, 0);

    private static readonly Link Link = new(
        LinkPurpose.Answer, "leeds-2026", "p4bc9cib2mcry", "map-people", new LocalDate(2026, 3, 3), Now + Duration.FromDays(30));

    private readonly LinkTokens _tokens = new(Ring(1));

    [Fact]
    public void A_link_is_read_back_as_it_was_made_however_often() => Assert.All(
        Enum.GetValues<LinkPurpose>().SelectMany(purpose => Enumerable.Repeat(purpose, 3)),
        purpose =>
        {
            var link = Link with { Purpose = purpose };
            Assert.Equal(link, Assert.IsType<LinkReading.Valid>(_tokens.Read(_tokens.Issue(link), purpose, Now)).Link);
        });

    [Fact]
    public void A_token_is_safe_in_the_path_of_a_URL_and_names_nobody()
    {
        var token = _tokens.Issue(Link);
        Assert.Equal(token, Uri.EscapeDataString(token));
        Assert.All(token, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'));
    }

    [Fact]
    public void A_token_with_any_bit_turned_over_is_invalid()
    {
        var token = _tokens.Issue(Link);
        for (var bit = 0; bit < token.Length * 8; bit++)
        {
            var letters = token.ToCharArray();
            letters[bit / 8] ^= (char)(1 << (bit % 8));
            Assert.True(
                _tokens.Read(new string(letters), Link.Purpose, Now) is LinkReading.Invalid, $"Bit {bit % 8} of letter {bit / 8} does not count.");
        }
    }

    [Fact]
    public void A_token_cut_short_or_lengthened_anywhere_is_invalid()
    {
        var token = _tokens.Issue(Link);
        for (var length = 0; length < token.Length; length++)
        {
            Assert.IsType<LinkReading.Invalid>(_tokens.Read(token[..length], Link.Purpose, Now));
            Assert.IsType<LinkReading.Invalid>(_tokens.Read(token.Remove(length, 1), Link.Purpose, Now));
        }

        Assert.All(["=", "==", " ", "\n", "A", ".", "." + token, "%20"], more =>
            Assert.IsType<LinkReading.Invalid>(_tokens.Read(token + more, Link.Purpose, Now)));
        Assert.IsType<LinkReading.Invalid>(_tokens.Read(" " + token, Link.Purpose, Now));
        Assert.IsType<LinkReading.Invalid>(_tokens.Read(token + new string('A', 600), Link.Purpose, Now));
    }

    [Fact]
    public void Arbitrary_text_is_invalid_and_never_an_exception() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.String, Gen.String, (one, two) => one + "." + two))
            .Sample(text => _tokens.Read(text, LinkPurpose.Answer, Now) is LinkReading.Invalid, iter: 5_000);

    [Fact]
    public void A_link_does_nothing_from_the_second_on_in_which_it_expires()
    {
        var token = _tokens.Issue(Link);
        Assert.IsType<LinkReading.Valid>(_tokens.Read(token, Link.Purpose, Link.Expires - Duration.FromSeconds(1)));
        Assert.Equal(Link, Assert.IsType<LinkReading.Expired>(_tokens.Read(token, Link.Purpose, Link.Expires)).Link);
    }

    [Fact]
    public void A_link_for_one_purpose_serves_no_other()
    {
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            foreach (var other in Enum.GetValues<LinkPurpose>().Where(other => other != purpose))
            {
                Assert.IsType<LinkReading.Invalid>(_tokens.Read(_tokens.Issue(Link with { Purpose = purpose }), other, Now));
            }
        }
    }

    [Fact]
    public void The_signature_of_another_link_does_not_fit()
    {
        var one = _tokens.Issue(Link).Split('.');
        var two = _tokens.Issue(Link with { Participant = "pzzzzzzzzzzzz" }).Split('.');
        Assert.IsType<LinkReading.Invalid>(_tokens.Read($"{two[0]}.{one[1]}", Link.Purpose, Now));
    }

    [Fact]
    public void A_link_under_another_key_is_invalid_and_under_a_rotated_key_still_valid()
    {
        var old = new LinkTokens(Ring(2)).Issue(Link);
        Assert.IsType<LinkReading.Invalid>(_tokens.Read(old, Link.Purpose, Now));

        var rotated = new LinkTokens(Ring(1, 2));
        Assert.IsType<LinkReading.Valid>(rotated.Read(old, Link.Purpose, Now));
        Assert.IsType<LinkReading.Valid>(_tokens.Read(rotated.Issue(Link), Link.Purpose, Now));
    }

    [Theory]
    [InlineData("a.b/c d+e=")]
    [InlineData("Llŷn-ẞ-日本-\U0001F33F")]
    [InlineData("")]
    public void Ids_may_hold_odd_letters(string id)
    {
        var link = Link with { Cohort = id, Participant = id, Step = id };
        Assert.Equal(link, Assert.IsType<LinkReading.Valid>(_tokens.Read(_tokens.Issue(link), link.Purpose, Now)).Link);
    }

    [Fact]
    public void An_id_that_would_blur_into_its_neighbour_is_refused() => Assert.All(
        [Link with { Cohort = "a|b" }, Link with { Participant = "a|b" }, Link with { Step = "|" }],
        link => Assert.Throws<ArgumentException>(() => _tokens.Issue(link)));

    [Fact]
    public void The_longest_ids_of_the_product_fit_into_a_token()
    {
        var link = Link with { Cohort = new string('c', 60), Step = new string('s', 60) };
        Assert.IsType<LinkReading.Valid>(_tokens.Read(_tokens.Issue(link), link.Purpose, Now));
    }

    internal static KeyRing Ring(params IReadOnlyList<byte> seeds) =>
        new([.. seeds.Select(seed => Enumerable.Repeat(seed, KeyRing.SecretBytes).ToArray())]);
}
