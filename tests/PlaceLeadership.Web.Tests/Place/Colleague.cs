using System.Net;
using System.Text.RegularExpressions;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>Somebody at the desk with a work account, in front of a browser without scripts that goes to the provider and back.</summary>
public sealed partial class Colleague(HttpClient browser, TestProvider provider, ProviderPerson person) : IDisposable
{
    private readonly Dictionary<string, string> _cookies = [];
    private readonly HttpClient _elsewhere = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Colleague(Site site, TestProvider provider, ProviderPerson person)
        : this(site.Browser, provider, person)
    {
    }

    /// <summary>Where people reach the test server.</summary>
    public static readonly Uri Here = new("http://localhost/");

    public ProviderPerson Person => person;

    public AccountId Id => AccountId.Of(provider.Issuer.AbsoluteUri, person.Subject);

    /// <summary>What the forms of this sign-in carry.</summary>
    public string Proof { get; set; } = "";

    /// <summary>Further headers of every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Dictionary<string, string> Cookies => _cookies;

    /// <summary>A site at which people sign in at the provider; it has no manager key.</summary>
    public static async Task<Site> SiteAsync(TestProvider provider, TestPlace? place = null, Action<PagesOptions>? configure = null, Func<SignInProvider, SignInProvider>? change = null)
    {
        place ??= await TestPlace.LaunchAsync();
        await provider.AllowAsync(new Uri(Here, "manage/signed-in"), new Uri(Here, "manage/sign-in"));
        var own = new SignInProvider(provider.Issuer, provider.ClientId, provider.ClientSecret, Here);
        return await Site.OpenAsync(place, options =>
        {
            options.Provider = change?.Invoke(own) ?? own;
            options.RealClock = place.Clock;
            configure?.Invoke(options);
        });
    }

    /// <summary>Somebody who has signed in and was granted this.</summary>
    public static async Task<Colleague> SignedInAsync(Site site, TestProvider provider, string subject, params IReadOnlyList<Grant> grants)
    {
        var colleague = new Colleague(site, provider, new ProviderPerson(subject, $"{char.ToUpperInvariant(subject[0])}{subject[1..]} Of-Test", $"{subject}@example.org"));
        Assert.Equal(HttpStatusCode.SeeOther, (await colleague.SignInAsync()).Status);
        foreach (var grant in grants)
        {
            await site.Place.Desk<AccountStore>().GrantAsync(
                colleague.Id, grant, new AccessAct(site.Place.Clock.Now(), AccountId.CommandLine, AccessDeeds.Granted) { Whom = colleague.Id, Detail = grant.Word }, default);
        }

        await colleague.ReadProofAsync();
        return colleague;
    }

    /// <summary>Goes to the provider and back; the last answer of ours.</summary>
    public async Task<Site.Reading> SignInAsync(params (string Name, string Value)[] fields)
    {
        var back = await LeaveAsync(fields);
        return back is null ? throw new InvalidOperationException("The provider sent nobody back.") : await GetAsync(back);
    }

    /// <summary>Goes to the provider; where it sends the browser back to.</summary>
    public async Task<string?> LeaveAsync(params (string Name, string Value)[] fields)
    {
        var away = await PostAsync("/manage/sign-in/provider", fields);
        Assert.Equal(HttpStatusCode.SeeOther, away.Status);
        provider.SignedIn = person;
        using var there = await _elsewhere.GetAsync(away.Response.Headers.Location);
        return there.Headers.Location?.PathAndQuery;
    }

    public async Task ReadProofAsync() => Proof = ProofField().Match((await GetAsync("/manage/you")).Html).Groups[1].Value;

    public Task<Site.Reading> GetAsync(string path, CancellationToken cancellation = default) => SendAsync(HttpMethod.Get, path, null, cancellation);

    public Task<Site.Reading> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, path, new FormUrlEncodedContent(new[] { ("proof", Proof) }.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    /// <summary>Goes wherever this leads, also to the provider and back.</summary>
    public async Task<Uri> FollowAsync(Uri address)
    {
        using var there = await _elsewhere.GetAsync(address);
        return there.Headers.Location!;
    }

    public async Task<Site.Reading> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await browser.SendAsync(request, cancellation);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0][(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }

        return await Site.Reading.OfAsync(answer);
    }

    public void Dispose() => _elsewhere.Dispose();

    [GeneratedRegex("name=\"proof\" value=\"([^\"]+)\"")]
    private static partial Regex ProofField();
}
