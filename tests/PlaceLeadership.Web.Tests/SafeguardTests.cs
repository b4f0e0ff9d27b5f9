using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class SafeguardTests
{
    private const string Secret = "words-that-must-not-get-lost";

    [Fact]
    public async Task Every_answer_carries_the_safe_headers_and_no_cookie()
    {
        await using var site = await Site.OpenAsync(more: app => app.MapGet("/fails", string () => throw new InvalidOperationException("x")));
        var answers = new List<HttpResponseMessage>();
        foreach (var path in Enum.GetValues<LinkPage>().Select(purpose => site.Place.Path(purpose))
            .Concat(["/", "/privacy", "/accessibility", "/health/live", "/health/ready", "/nowhere", "/fails", "/a/forged", site.Place.Path(expires: TestPlace.Today), site.Place.Path() + "/mine"]))
        {
            answers.Add((await site.GetAsync(path)).Response);
        }

        answers.Add((await site.PostAsync(site.Place.Path(), ("do", "kept"))).Response);
        answers.Add((await site.PostAsync(site.Place.Path(), ("do", "answer"))).Response);
        answers.Add((await site.PostAsync(site.Place.Path() + "/mine")).Response);
        answers.Add((await site.PostAsync(site.Place.Path(), ("text.hope", new string('x', 300_000)))).Response);
        Assert.All(answers, answer =>
        {
            string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
            Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", Header("Content-Security-Policy"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-store", Header("Cache-Control"));
            Assert.StartsWith("noindex", Header("X-Robots-Tag"), StringComparison.Ordinal);
            Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        });
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_style_of_its_own()
    {
        await using var site = await Site.OpenAsync();
        foreach (var path in Enum.GetValues<LinkPage>().Select(purpose => site.Place.Path(purpose)).Append("/").Append("/privacy"))
        {
            var html = (await site.GetAsync(path)).WithoutOurScript;
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" on", System.Text.RegularExpressions.Regex.Match(html, "<[^>]* on[a-z]+=").Value, StringComparison.Ordinal);
            Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_megabytes_get_a_readable_no_and_nothing_is_stored(bool saysItsLength)
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        var body = System.Text.Encoding.ASCII.GetBytes("do=answer&text.hope=" + new string('x', 5_000_000));
        using HttpContent content = saysItsLength ? new ByteArrayContent(body) : new UnmeasuredContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        var page = await Site.Reading.OfAsync(await site.Browser.PostAsync(site.Place.Path(), content));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("larger than 256 kB, the most this page can take. Nothing was stored.", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Theory]
    [InlineData("application/json", "{\"do\":\"kept\"}")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    public async Task A_body_that_is_no_form_gets_a_readable_no(string type, string body)
    {
        await using var site = await Site.OpenAsync();
        var before = await site.Place.RowsAsync();
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var page = await Site.Reading.OfAsync(await site.Browser.PostAsync(site.Place.Path(), content));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("We could not read that", page.Title);
        Assert.Equal(before, await site.Place.RowsAsync());
    }

    [Fact]
    public async Task A_form_of_two_thousand_fields_gets_a_readable_no()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.PostAsync(site.Place.Path(), [.. Enumerable.Range(0, 2_000).Select(number => ($"text.q{number}", "x"))]);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task While_the_store_cannot_be_reached_the_person_gets_their_text_back_and_can_try_again()
    {
        await using var site = await Site.OpenAsync();
        site.Place.Tables.Trouble = new TimeoutException("The store at secret-host did not answer.");
        var page = await site.PostAsync(
            site.Place.Path(), ("do", "answer"), ("text.hope", $"{Secret}\r\n<second>"), ("text.hinder", "Another"), ("choice.x", "3"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.StartsWith("Error: We cannot store anything just now", page.Title, StringComparison.Ordinal);
        Assert.Contains("Please take it that nothing was stored. Please keep your text and try again in a few minutes.", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{Secret}\n<second>", page.Field("lost-0"));
        Assert.Equal("Another", page.Field("lost-1"));
        Assert.Contains("<input type=\"hidden\" name=\"do\" value=\"answer\" />", page.Html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"choice.x\" value=\"3\" />", page.Html, StringComparison.Ordinal);
        Assert.Contains($"action=\"{site.Place.Path()}?lang=en\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-host", page.Html, StringComparison.Ordinal);

        site.Place.Tables.Trouble = null;
        Assert.Null(await site.Place.WordsAsync());
        await site.PostAndFollowAsync(site.Place.Path(), ("do", "answer"), ("text.hope", page.Field("lost-0")));
        Assert.Equal($"{Secret}\n<second>", (await site.Place.WordsAsync())!["hope"]);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_loses_no_words_either()
    {
        await using var site = await Site.OpenAsync();
        site.Place.Tables.TroubleStoring = new IOException("Broken pipe", new System.Net.Sockets.SocketException());
        var page = await site.PostAsync(site.Place.Path(person: TestPlace.Bronwen) + "?lang=cy", ("do", "answer"), ("text.hope", Secret));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("cy", page.Language);
        Assert.Equal(Secret, page.Field("lost-0"));
        Assert.Empty(await site.Place.FactsAsync(TestPlace.Bronwen));
    }

    [Fact]
    public async Task A_host_names_the_exceptions_of_its_own_store()
    {
        await using var site = await Site.OpenAsync(configure: options => options.MeansUnreachable = broken => broken is NotSupportedException);
        site.Place.Tables.Trouble = new AggregateException(new NotSupportedException());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.GetAsync(site.Place.Path())).Status);
    }

    [Fact]
    public async Task Any_other_failure_says_nothing_about_itself_and_loses_no_words()
    {
        await using var site = await Site.OpenAsync();
        site.Place.Tables.Trouble = new InvalidDataExceptionWithDetails();
        var page = await site.PostAsync(site.Place.Path(), ("do", "answer"), ("text.hope", Secret));

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("Something went wrong on our side", page.Text, StringComparison.Ordinal);
        Assert.Equal(Secret, page.Field("lost-0"));
        Assert.DoesNotContain("inner-workings", page.Html, StringComparison.Ordinal);
        Assert.Contains("inner-workings", site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_addresses_and_words_are_in_no_log_at_any_level()
    {
        await using var site = await Site.OpenAsync();
        var tokens = Enum.GetValues<LinkPage>().Select(purpose => site.Place.Path(purpose)).ToList();
        foreach (var path in tokens)
        {
            await site.GetAsync(path);
            await site.PostAsync(path, ("do", "answer"), ("text.hope", Secret), ("List-Unsubscribe", "One-Click"));
        }

        await site.PostAsync(tokens[0] + "/mine");
        site.Place.Tables.Trouble = new TimeoutException();
        await site.PostAsync(tokens[0], ("do", "answer"), ("text.hope", Secret));
        site.Place.Tables.Trouble = null;

        Assert.Contains("The store could not be reached for a page.", site.Log.All, StringComparison.Ordinal);
        foreach (var path in tokens)
        {
            Assert.DoesNotContain(path[3..], site.Log.All, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Secret, site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_and_a_wrong_verb_get_a_page_too()
    {
        await using var site = await Site.OpenAsync();
        var missing = await site.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal("There is no page here", missing.Title);
        var wrong = await site.PostAsync("/privacy");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.Status);
        Assert.Equal("That does not work here", wrong.Title);
    }

    [Fact]
    public async Task Two_buttons_pressed_at_once_leave_one_reply()
    {
        await using var site = await Site.OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            site.PostAsync(site.Place.Path(), ("do", number % 2 == 0 ? "kept" : "answer"), ("text.hope", number % 2 == 0 ? "" : $"{number}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Single(await site.Place.FactsAsync());
    }

    private sealed class InvalidDataExceptionWithDetails() : InvalidOperationException("inner-workings");

    private sealed class UnmeasuredContent(byte[] body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(body).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
