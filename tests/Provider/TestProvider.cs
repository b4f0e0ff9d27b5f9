using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace PlaceLeadership.Tests.Provider;

/// <summary>
/// An OpenID Connect provider of a test's own, listening on this machine over plain HTTP. It has no sign-in page: who comes to it is
/// <see cref="SignedIn"/>, or is sent back with an error where nobody is.
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ProviderKeys _keys = new();
    private readonly ProviderClock _clock;
    private readonly ConcurrentDictionary<string, ProviderSession> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    private TestProvider(TimeProvider time)
    {
        _clock = new ProviderClock(time);
        _app = ProviderHost.Build(this, new ProviderRules(this, _keys), _keys, _clock);
    }

    /// <summary>As in its tokens, with the slash at the end.</summary>
    public Uri Issuer { get; private set; } = null!;

    /// <summary>The client that people sign in to.</summary>
    public string ClientId => "pages";

    public string ClientSecret => "secret-of-the-pages";

    /// <summary>The client that asks for tokens for itself (client credentials).</summary>
    public string ScriptId => "script";

    public string ScriptSecret => "secret-of-the-script";

    /// <summary>Told in the script's next token as the claim "roles".</summary>
    public IReadOnlyList<string> ScriptRoles { get; set; } = [];

    /// <summary>Whom the script's next token is for.</summary>
    public string Audience { get; set; } = "api://placelead";

    public ProviderFaults Faults { get; } = new();

    /// <summary>How fast the provider's clock is, or, if negative, how slow.</summary>
    public TimeSpan ClockShift
    {
        get => _clock.Shift;
        set => _clock.Shift = value;
    }

    /// <summary>What the provider's clock says.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>For whom its discovery document speaks, if not for itself.</summary>
    public Uri? SpeaksFor { get; set; }

    /// <summary>Whether it gives tokens to ask again by.</summary>
    public bool CanBeAskedAgain { get; set; } = true;

    /// <summary>Whether it says when somebody proved who they are.</summary>
    public bool SaysWhen { get; set; } = true;

    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    public TimeSpan IdTokenLifetime { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Who is signed in at the provider in the browser of the test. Setting it begins a session; nobody ends it.</summary>
    public ProviderPerson? SignedIn
    {
        get => Session?.Person;
        set
        {
            Session = value is null ? null : new ProviderSession(value, RandomNumberGenerator.GetHexString(32, lowercase: true), Now);
            if (Session is not null)
            {
                _known[value!.Subject] = Session;
            }
        }
    }

    /// <summary>Changes what it says of somebody, from the next token on; nobody signs in or out for it.</summary>
    public void Change(ProviderPerson person) => _known[person.Subject] = _known[person.Subject] with { Person = person };

    /// <summary>Somebody is not here any more: what they were given to ask again with is worth nothing.</summary>
    public void Forget(ProviderPerson person) => _known.TryRemove(person.Subject, out _);

    internal ProviderSession? Known(string subject) => _known.GetValueOrDefault(subject);

    /// <summary>The session of who is signed in, with its "sid".</summary>
    public ProviderSession? Session { get; private set; }

    /// <summary>How often somebody was sent here to sign out.</summary>
    public int EndSessionCalls => Calls("/connect/endsession");

    /// <summary>Listens as soon as it is there.</summary>
    /// <param name="time">The clock that tokens are issued by; the machine's if there is none.</param>
    /// <param name="redirects">Where sign-ins of the client may come back to.</param>
    /// <param name="afterSignOut">Where sign-outs of the client may come back to.</param>
    public static async Task<TestProvider> StartAsync(
        TimeProvider? time = null, IEnumerable<Uri>? redirects = null, IEnumerable<Uri>? afterSignOut = null)
    {
        var provider = new TestProvider(time ?? TimeProvider.System);
        await provider._app.StartAsync();
        provider.Issuer = new Uri(provider._app.Urls.Single() + "/");
        await provider.RegisterAsync([.. redirects ?? []], [.. afterSignOut ?? []]);
        return provider;
    }

    /// <summary>More addresses that sign-ins and sign-outs of the client may come back to.</summary>
    public async Task AllowAsync(Uri redirect, Uri? afterSignOut = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var client = await clients.FindByClientIdAsync(ClientId) ?? throw new InvalidOperationException("The client is not registered.");
        var description = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(description, client);
        description.RedirectUris.Add(redirect);
        if (afterSignOut is not null)
        {
            description.PostLogoutRedirectUris.Add(afterSignOut);
        }

        await clients.UpdateAsync(client, description);
    }

    /// <summary>How often this path was asked for, such as "/connect/token".</summary>
    public int Calls(string path) => _calls.GetValueOrDefault(path);

    /// <summary>From now on another key signs. The key before is published still, if it is kept.</summary>
    public void ChangeKey(bool keepOld = false)
    {
        var credentials = _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials;
        if (!keepOld)
        {
            credentials.Clear();
        }

        credentials.Insert(0, new SigningCredentials(_keys.Next(), SecurityAlgorithms.RsaSha256));
    }

    /// <summary>Asks the token endpoint, as a script does.</summary>
    public async Task<string> ScriptTokenAsync()
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = GrantTypes.ClientCredentials,
            ["client_id"] = ScriptId,
            ["client_secret"] = ScriptSecret,
        });
        using var answer = await http.PostAsync(new Uri(Issuer, ProviderHost.TokenPath), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>A token like the script's, changed before it is signed.</summary>
    public string ScriptToken(Action<IDictionary<string, object>>? change = null, SignedBy by = SignedBy.Provider, string type = "at+jwt")
    {
        var claims = Claims(Audience);
        claims["nbf"] = claims["iat"];
        claims["sub"] = claims["client_id"] = ScriptId;
        claims["roles"] = ScriptRoles;
        change?.Invoke(claims);
        return _keys.Sign(claims, type, by);
    }

    /// <summary>Tells the client that somebody, or only one of their sessions, is over (back-channel logout).</summary>
    public string LogoutToken(
        string? subject, string? sid, Action<IDictionary<string, object>>? change = null,
        SignedBy by = SignedBy.Provider, string type = "logout+jwt")
    {
        var claims = Claims(ClientId);
        claims["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() };
        if (subject is not null)
        {
            claims["sub"] = subject;
        }

        if (sid is not null)
        {
            claims["sid"] = sid;
        }

        change?.Invoke(claims);
        return _keys.Sign(claims, type, by);
    }

    /// <summary>Signs them out here, if it is they who are signed in, and tells the client with a <see cref="LogoutToken"/>.</summary>
    /// <param name="through">What reaches a client that has no port of its own.</param>
    public async Task<HttpResponseMessage> LogOutEverywhereAsync(
        Uri backChannelUri, string subject, string? sid, Action<IDictionary<string, object>>? change = null, HttpClient? through = null)
    {
        if (SignedIn?.Subject == subject)
        {
            SignedIn = null;
        }

        using var own = through is null ? new HttpClient() : null;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = LogoutToken(subject, sid, change) });
        return await (through ?? own!).PostAsync(backChannelUri, form);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal void Note(string path) => _calls.AddOrUpdate(path, 1, (_, calls) => calls + 1);

    /// <summary>Whoever is signed in shows again that it is they.</summary>
    internal ProviderSession SignInAgain() => Session = Session! with { Since = Now };

    private Dictionary<string, object> Claims(string audience) => new()
    {
        ["iss"] = Issuer.AbsoluteUri,
        ["aud"] = audience,
        ["iat"] = Now.ToUnixTimeSeconds(),
        ["exp"] = (Now + TimeSpan.FromMinutes(2)).ToUnixTimeSeconds(),
        ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
    };

    private async Task RegisterAsync(Uri[] redirects, Uri[] afterSignOut)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var pages = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile, Permissions.Scopes.Email,
            },
        };
        pages.RedirectUris.UnionWith(redirects);
        pages.PostLogoutRedirectUris.UnionWith(afterSignOut);
        await clients.CreateAsync(pages);
        await clients.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ScriptId,
            ClientSecret = ScriptSecret,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        });
    }
}
