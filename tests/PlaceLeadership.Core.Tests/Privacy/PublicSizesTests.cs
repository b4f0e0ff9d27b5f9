using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Tests.Privacy;

/// <summary>Sizes decide what is told of how many, never the number itself.</summary>
public sealed class PublicSizesTests
{
    [Theory]
    [InlineData(9, ToldAs.Nothing)]
    [InlineData(10, ToldAs.Share)]
    [InlineData(29, ToldAs.Share)]
    [InlineData(30, ToldAs.Count)]
    public void The_size_alone_decides_how_it_is_told(int people, ToldAs told)
    {
        Assert.Equal(told, PublicSizes.Of(people));
        foreach (var number in Enumerable.Range(0, people + 1).SelectMany(count => new[] { PublicSizes.Tell(people, count, people), PublicSizes.TellBand(people, count) }))
        {
            Assert.Equal(told != ToldAs.Nothing, number.IsTold);
            Assert.Equal(told == ToldAs.Count, number.Count is not null);
            Assert.True(number.Percent is null || (told == ToldAs.Share && number.Percent % PublicSizes.Points == 0));
        }
    }

    [Fact]
    public void Of_fewer_than_ten_the_same_is_said_whatever_they_did() => Assert.Single(
        Enumerable.Range(0, 10).SelectMany(people => Enumerable.Range(0, people + 1).Select(count => PublicSizes.Tell(people, count, people).InWords)).Distinct());

    // Otherwise it would be said of each of them.
    [Fact]
    public void That_nobody_did_it_or_everybody_is_never_said() => Assert.All(Enumerable.Range(PublicSizes.SharesFrom, 60), people =>
    {
        foreach (var tell in new Func<int, PublicNumber>[] { count => PublicSizes.Tell(people, count, people), count => PublicSizes.TellBand(people, count) })
        {
            Assert.Equal(tell(0), tell(1));
            Assert.Equal(tell(people), tell(people - 1));
        }
    });

    [Theory]
    [InlineData(40, 0, "2 or fewer of 40")]
    [InlineData(40, 3, "3 of 40")]
    [InlineData(40, 37, "37 of 40")]
    [InlineData(40, 38, "38 or more of 40")]
    [InlineData(20, 0, "10 in 100 or fewer")]
    [InlineData(20, 9, "about 45 in 100")]
    [InlineData(20, 20, "90 in 100 or more")]
    [InlineData(9, 9, "not told of so few people")]
    public void It_is_said_in_words(int people, int count, string words) => Assert.Equal(words, PublicSizes.Tell(people, count, people).InWords);
}
