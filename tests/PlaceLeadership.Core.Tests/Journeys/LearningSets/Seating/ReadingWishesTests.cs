using CsCheck;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

public sealed class ReadingWishesTests
{
    [Theory]
    [InlineData(null, MeetingPlace.Either)]
    [InlineData("Step-free access and somewhere to park close by", MeetingPlace.Either)]
    [InlineData("Online only, please", MeetingPlace.OnlineOnly)]
    [InlineData("I can’t travel at the moment", MeetingPlace.OnlineOnly)]
    [InlineData("In-person only (I lip-read)", MeetingPlace.InPersonOnly)]
    [InlineData("Face to face only", MeetingPlace.InPersonOnly)]
    [InlineData("Not online only", MeetingPlace.Either)]
    [InlineData("Online only in winter, in person only in summer", MeetingPlace.Either)]
    public void Access_needs_decide_where_somebody_meets_only_in_words_that_are_known(string? needs, MeetingPlace place) =>
        Assert.Equal(place, MeetingPlaces.Of(needs));

    [Theory]
    [InlineData("Chairing meetings", "Chairing", "", "", 1)]
    [InlineData("Chairing meetings", "Chairing", "Young people", "Working with young people", 2)]
    [InlineData("Working with people", "Working with health partners", "", "", 0)]
    [InlineData("Budgets", "Art", "Art", "Maps", 0)]
    public void A_strength_meets_a_wish_by_a_word_that_says_something(string offered, string sought, string offeredBack, string soughtBack, int exchanges)
    {
        var interests = new Interests(
        [
            Town.Person("a") with { StrengthsOffered = [offered], GrowthSought = [soughtBack] },
            Town.Person("b") with { StrengthsOffered = [offeredBack], GrowthSought = [sought] },
        ]);
        Assert.Equal(exchanges, interests.Exchanges(0, 1));
        Assert.Equal(exchanges, interests.Exchanges(1, 0));
    }

    [Fact]
    public void People_share_hours_when_there_is_a_day_and_a_start_that_suit_all() =>
        Gen.Select(Gen.Select(Gen.Int[1, 31], Gen.Int[8, 14], Gen.Int[1, 6]).Array[1, 4], Gen.Int[1, 4]).Sample((people, hours) =>
        {
            WorkingPattern[] patterns = [.. people.Select(person => new WorkingPattern((Weekdays)person.Item1, person.Item2, Math.Min(18, person.Item2 + person.Item3)))];
            var suits = from day in Enumerable.Range(0, 5)
                        from start in Enumerable.Range(8, 10)
                        select patterns.All(pattern => ((int)pattern.Days & (1 << day)) != 0 && pattern.FromHour <= start && start + hours <= pattern.ToHour);
            Assert.Equal(suits.Any(all => all), CommonTime.Of(patterns).Hours >= hours);
        });
}
