using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A programme manager in front of a browser without scripts.</summary>
public sealed partial class Manager
{
    public const string Key = "the-key-of-the-managers-0001";

    private readonly HttpClient _browser;

    private Manager(HttpClient browser) => _browser = browser;

    /// <summary>What the browser sends as cookies; null for none.</summary>
    public string? Cookie { get; set; }

    /// <summary>What the forms of this sign-in carry.</summary>
    public string Proof { get; set; } = "";

    /// <summary>Further headers of every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>A site with a manager key.</summary>
    public static async Task<Site> SiteAsync(TestPlace? place = null, Action<PagesOptions>? configure = null)
    {
        place ??= await TestPlace.LaunchAsync();
        return await Site.OpenAsync(place, options =>
        {
            options.ManagerKey = Key;
            options.RealClock = place.Clock;
            configure?.Invoke(options);
        });
    }

    public static Task<Manager> SignedInAsync(Site site) => SignedInAsync(site.Browser);

    public static async Task<Manager> SignedInAsync(HttpClient browser)
    {
        var manager = new Manager(browser);
        var answer = await manager.SignInAsync(Key);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/manage", answer.Response.Headers.Location!.ToString());
        manager.Cookie = answer.Response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        manager.Proof = ProofField().Match((await manager.GetAsync("/manage")).Html).Groups[1].Value;
        Assert.NotEmpty(manager.Proof);
        return manager;
    }

    public static Manager Outside(Site site) => new(site.Browser);

    public Task<Site.Reading> SignInAsync(string key) => SendAsync(HttpMethod.Post, "/manage/sign-in", Form([("key", key)]));

    public Task<Site.Reading> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Site.Reading> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form([("proof", Proof), .. fields]));

    /// <summary>Posts, expects to be sent on, and goes there.</summary>
    public async Task<Site.Reading> PostAndFollowAsync(string path, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await GetAsync(answer.Response.Headers.Location!.ToString());
    }

    /// <summary>Posts the form of a launch with these files.</summary>
    public Task<Site.Reading> CheckAsync(
        byte[]? roster, Dictionary<string, string>? fields = null, string rosterName = "people.csv", byte[]? programme = null)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in LaunchFields(fields))
        {
            content.Add(new StringContent(value), name);
        }

        Add(content, "roster", rosterName, roster);
        Add(content, "programme", "mine.yaml", programme);
        return SendAsync(HttpMethod.Post, "/manage/launch", content);
    }

    /// <summary>The launch that a page carries.</summary>
    public static string Carried(Site.Reading page) => CarriedField().Match(page.Html).Groups[1].Value;

    public static byte[] Roster(params string[] names) => Encoding.UTF8.GetBytes(RosterWriter.Csv(
    [
        .. names.Select(name => new RosterEntry(
            name, $"{name.ToLowerInvariant().Split(' ')[0]}@example.org", "Vale Council", Sectors.All[0], "", null, null,
            Language.English, WorkingPattern.FullWeek, 10, [], [], null)),
    ]));

    private Dictionary<string, string> LaunchFields(Dictionary<string, string>? fields)
    {
        var all = new Dictionary<string, string>
        {
            ["proof"] = Proof,
            ["do"] = "check",
            ["whose-programme"] = "built-in",
            ["place"] = "Elmbridge Vale",
            ["start"] = "2026-04-13",
            ["division"] = "england-and-wales",
            ["id"] = "elmbridge",
            ["sender"] = "Ruth Adeyemi",
            ["sender-email"] = "ruth@example.org",
            ["contact"] = "01632 960 123",
        };
        foreach (var (name, value) in fields ?? [])
        {
            all[name] = value;
        }

        return all;
    }

    private static void Add(MultipartFormDataContent content, string field, string name, byte[]? file)
    {
        var part = new ByteArrayContent(file ?? []);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        // Without a choice a browser sends the field with an empty name.
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{(file is null ? "" : name)}\"");
        content.Add(part);
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<Site.Reading> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Site.Reading.OfAsync(await _browser.SendAsync(request));
    }

    [GeneratedRegex("name=\"proof\" value=\"([^\"]+)\"")]
    private static partial Regex ProofField();

    [GeneratedRegex("name=\"carried\" value=\"([^\"]+)\"")]
    private static partial Regex CarriedField();
}
