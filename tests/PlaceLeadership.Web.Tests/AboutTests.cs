using System.Net;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using PlaceLeadership.Web.Inbox;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class AboutTests
{
    [Fact]
    public async Task The_bare_address_helps_whoever_typed_it()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("There is nothing to log in to.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_page_says_who_sees_what()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync("/privacy");
        Assert.Contains("No manager, facilitator, evaluator or employer can see it in this service.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Whoever facilitates your set sees the same names and addresses", page.Text, StringComparison.Ordinal);
        Assert.Contains("That you asked for somebody else is shown to nobody", page.Text, StringComparison.Ordinal);
        Assert.Contains("no tracking pictures", page.Text, StringComparison.Ordinal);
        foreach (var kept in new[] { "name", "address", "organisation", "sector", "role", "level", "line manager", "you offer", "want to grow in", "need to take part", "working days and hours", "language", "not to be brought together with" })
        {
            Assert.Contains(kept, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("no way yet to delete one person alone", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("numbers large enough", page.Text, StringComparison.Ordinal);
        Assert.Contains("level AA", (await site.GetAsync("/accessibility")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_visit_fetches_little_and_what_it_fetches_may_be_kept()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync("/");
        var bytes = page.Html.Length;
        foreach (var (name, type) in new[] { ("pages.css", "text/css"), ("pages.js", "text/javascript") })
        {
            var address = System.Text.RegularExpressions.Regex.Match(page.Html, $"\"(/{name}[^\"]+)\"").Groups[1].Value;
            using var wish = new HttpRequestMessage(HttpMethod.Get, address);
            wish.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var small = await site.Browser.SendAsync(wish);
            Assert.Equal("gzip", small.Content.Headers.ContentEncoding.Single());
            Assert.Equal(type, small.Content.Headers.ContentType!.MediaType);
            await using var unzipped = new System.IO.Compression.GZipStream(await small.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
            using var reader = new StreamReader(unzipped);
            Assert.Equal(await site.Browser.GetStringAsync(address), await reader.ReadToEndAsync());
            bytes += (await small.Content.ReadAsByteArrayAsync()).Length;
            await KeptAsync(site, address);
        }

        Assert.InRange(bytes, 1_000, 150_000);
    }

    private static async Task KeptAsync(Site site, string address)
    {
        using var css = await site.Browser.GetAsync(address);
        Assert.Contains("immutable", css.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(css.Headers.ETag!);
        using var unchanged = await site.Browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.DoesNotContain("immutable", (await site.Browser.GetAsync(address[..address.IndexOf('?', StringComparison.Ordinal)] + "?v=old")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_means_that_the_store_answers()
    {
        await using var site = await Site.OpenAsync();
        Assert.Equal("The store answers.\n", (await site.GetAsync("/health/ready")).Html);
        site.Place.Tables.Trouble = new InvalidOperationException("secret-host");
        var ready = await site.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The store does not answer.\n"), (ready.Status, ready.Html));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task A_local_host_puts_its_cohorts_at_the_bare_address()
    {
        await using var site = await Site.OpenAsync(more: app => app.MapLocalHome(_ => Task.FromResult<IReadOnlyList<LocalCohort>>(
            [new(new CohortId("harbour-1"), "Harbour <b>Town", "running", 42, "Thursday 5 March, 10:00")])));
        var page = await site.GetAsync("/");
        Assert.Contains("Harbour <b>Town harbour-1 running 42 Thursday 5 March, 10:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/inbox\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_local_inbox_lists_newest_first_filters_and_shows_a_letter_in_a_sandbox()
    {
        var early = Instant.FromUtc(2026, 3, 5, 9, 0);
        InboxLetter[] letters =
        [
            new("c/one/p1/prompt", "asha@example.org", "priya@example.org", "Early <script>", early, "See https://place.example.org/a/token1.x now", "<html><body><a href=\"https://place.example.org/a/token1.x\">Answer</a></body></html>"),
            new("c/two/p2/prompt", "chris@example.org", "priya@example.org", "Later", early + Duration.FromHours(1), "Text", "") { Calendar = "BEGIN:VCALENDAR" },
        ];
        await using var site = await Site.OpenAsync(more: app => app.MapLocalInbox(
            _ => [.. letters.Select(letter => new InboxItem(letter.Id, letter.To, letter.Subject, letter.When) { HasCalendar = letter.Calendar is not null })],
            id => letters.FirstOrDefault(letter => letter.Id == id)));

        var list = await site.GetAsync("/inbox");
        Assert.True(list.Text.IndexOf("Later", StringComparison.Ordinal) < list.Text.IndexOf("Early", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", list.WithoutOurScript, StringComparison.Ordinal);
        Assert.DoesNotContain("Early", (await site.GetAsync("/inbox?to=CHRIS")).Text, StringComparison.Ordinal);
        var address = System.Text.RegularExpressions.Regex.Match(list.Html, "href=\"(/inbox/[^\"]*one[^\"]*)\"").Groups[1].Value;
        var letter = await site.GetAsync(address);
        Assert.Contains("<a href=\"https://place.example.org/a/token1.x\">", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"<iframe src=\"{address}/html\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Thursday 5 March 2026, 09:00", letter.Text, StringComparison.Ordinal);
        var html = await site.GetAsync(address + "/html");
        Assert.StartsWith("<base target=\"_top\">", html.Html, StringComparison.Ordinal);
        Assert.Contains("sandbox", html.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/inbox/none")).Status);
        Assert.Contains("Later , with a calendar file", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar", letter.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address + "/calendar")).Status);
        Assert.Contains("href=\"/inbox/c%2Ftwo%2Fp2%2Fprompt/calendar\">invite.ics", (await site.GetAsync("/inbox/c%2Ftwo%2Fp2%2Fprompt")).Html, StringComparison.Ordinal);
        var file = await site.GetAsync("/inbox/c%2Ftwo%2Fp2%2Fprompt/calendar");
        Assert.Equal(("BEGIN:VCALENDAR", "text/calendar"), (file.Html, file.Response.Content.Headers.ContentType!.MediaType));
    }
}
