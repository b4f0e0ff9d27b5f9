using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>The pages of a place behind a test server, as a browser without scripts meets them.</summary>
public sealed partial class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(TestPlace place, WebApplication app, LogBook log)
    {
        Place = place;
        _app = app;
        Log = log;
        Browser = app.GetTestClient();
    }

    public TestPlace Place { get; }

    public LogBook Log { get; }

    /// <summary>Follows no redirect.</summary>
    public HttpClient Browser { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<Site> OpenAsync(
        TestPlace? place = null, Action<PagesOptions>? configure = null, Action<IEndpointRouteBuilder>? more = null)
    {
        place ??= await TestPlace.LaunchAsync();
        var log = new LogBook();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        place.AddTo(builder.Services).AddPlaceLeadershipPages(configure);
        var app = builder.Build();
        app.UsePlaceLeadershipSafeguards();
        app.MapPlaceLeadershipPages();
        more?.Invoke(app);
        await app.StartAsync();
        return new Site(place, app, log);
    }

    /// <summary>Posts as if from this network address, through proxies that say what they say.</summary>
    public async Task<(int Status, string RetryAfter)> PostFromAsync(System.Net.IPAddress from, string? passedOn, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var body = await form.ReadAsByteArrayAsync();
        var answer = await _app.GetTestServer().SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = from;
            (context.Request.Method, context.Request.Path, context.Request.Host) = ("POST", path, new Microsoft.AspNetCore.Http.HostString("localhost"));
            context.Request.ContentType = form.Headers.ContentType!.ToString();
            context.Request.Headers["X-Forwarded-For"] = passedOn ?? "";
            context.Request.Body = new MemoryStream(body);
        });
        return (answer.Response.StatusCode, answer.Response.Headers.RetryAfter.ToString());
    }

    public async Task<Reading> GetAsync(string path) => await Reading.OfAsync(await Browser.GetAsync(path));

    public async Task<Reading> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Reading.OfAsync(await Browser.PostAsync(path, form));
    }

    /// <summary>Posts, expects to be sent on, and goes there.</summary>
    public async Task<Reading> PostAndFollowAsync(string path, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Empty(answer.Html);
        return await GetAsync(answer.Response.Headers.Location!.ToString());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>An answer as it was received.</summary>
    public sealed partial record Reading(HttpResponseMessage Response, HttpStatusCode Status, string Html)
    {
        public string Title => WebUtility.HtmlDecode(TitleTag().Match(Html).Groups[1].Value);

        public string Language => LanguageAttribute().Match(Html).Groups[1].Value;

        /// <summary>The page without the line that fetches our script: nothing else in it may begin like one.</summary>
        public string WithoutOurScript => OurScript().Replace(Html, "", 1);

        /// <summary>What a person reads, one space between words.</summary>
        public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html[Math.Max(0, Html.IndexOf("<body", StringComparison.Ordinal))..], " ")), " ");

        public static async Task<Reading> OfAsync(HttpResponseMessage response) =>
            new(response, response.StatusCode, await response.Content.ReadAsStringAsync());

        /// <summary>What stands in a text field; a browser drops the line end it begins with.</summary>
        public string Field(string id)
        {
            var content = WebUtility.HtmlDecode(Regex.Match(Html, $"<textarea [^>]*id=\"{id}\"[^>]*>([^<]*)</textarea>").Groups[1].Value);
            Assert.StartsWith("\n", content, StringComparison.Ordinal);
            return content[1..];
        }

        public bool IsTicked(string id) => Regex.IsMatch(Html, $"<input [^>]*id=\"{id}\"[^>]* checked");

        [GeneratedRegex("<title>([^<]*)</title>")]
        private static partial Regex TitleTag();

        [GeneratedRegex("<html lang=\"([^\"]*)\">")]
        private static partial Regex LanguageAttribute();

        [GeneratedRegex("<script type=\"module\" src=\"/pages\\.js\\?v=[0-9a-f]{12}\"></script>")]
        private static partial Regex OurScript();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tags();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();
    }
}
