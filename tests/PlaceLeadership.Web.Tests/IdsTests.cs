using System.Text;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Managing;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class IdsTests
{
    [Fact]
    public async Task No_page_and_no_address_on_a_page_names_the_id_of_a_participant()
    {
        var gathering = await Gathering.OfAsync();
        await gathering.GoToAsync(new LocalDate(2026, 4, 1));
        await using var site = await Manager.SiteAsync(gathering.Place);
        var manager = await Manager.SignedInAsync(site);
        var ids = (await gathering.Place.Desk<CohortReader>().IdentitiesAsync(TestPlace.CohortId, default)).Keys;
        List<string> seen = ["/manage", "/manage/launch", "/", .. new[] { "", "/groups", "/week/2026-03-30", "/history/2026-03-30", "/end", "/delete" }.Select(path => $"/manage/cohorts/{TestPlace.CohortId}{path}"), gathering.FacilitatorPath()];
        foreach (var person in ids)
        {
            seen.AddRange(TestPlace.PurposesWithPage.Where(purpose => purpose != LinkPage.Facilitate).SelectMany(purpose =>
                new[] { TestProgramme.Round.About("proposal"), TestProgramme.Round, TestProgramme.MeetingOne.About("poll"), TestProgramme.MeetingOne.About("date") }
                    .Select(step => $"/{TestPlace.Letter(purpose)}/{gathering.Place.Token(gathering.Link(purpose, person, step))}")));
        }

        foreach (var path in seen)
        {
            var page = await manager.GetAsync(path);
            Assert.All(ids, id =>
            {
                Assert.DoesNotContain(id.Value, page.Html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("|" + id + "|"))[2..^4], page.Html + path, StringComparison.Ordinal);
            });
        }
    }
}
