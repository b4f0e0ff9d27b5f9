using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PlaceLeadership.Tests.Provider;

namespace PlaceLeadership.Web.Tests.Provider;

/// <summary>Walks through the code flow step by step, without any library of OpenID Connect.</summary>
internal sealed class HandMadeClient(TestProvider provider) : IDisposable
{
    public const string Nonce = "n-0S6_WzA2Mj";

    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public static readonly Uri Redirect = new("http://127.0.0.1:9/signin");

    public static readonly Uri AfterSignOut = new("http://127.0.0.1:9/out");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = provider.Issuer };

    public Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>What the provider sends the browser back with.</summary>
    public async Task<Dictionary<string, string>> AuthorizeAsync(params (string Name, string? Value)[] more)
    {
        using var answer = await AskAsync(more);
        return await ReadAsync(answer, Redirect);
    }

    /// <summary>What the browser asks the provider for, with some of it changed.</summary>
    public async Task<HttpResponseMessage> AskAsync(params (string Name, string? Value)[] more)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = provider.ClientId,
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["scope"] = "openid profile email",
            ["redirect_uri"] = Redirect.AbsoluteUri,
            ["state"] = "af0ifjsldkj",
            ["nonce"] = Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more)
        {
            query[name] = value;
        }

        return await _http.GetAsync(QueryHelpers.AddQueryString("connect/authorize", query));
    }

    public async Task<Dictionary<string, string>> EndSessionAsync(params (string Name, string? Value)[] query)
    {
        var pairs = query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value));
        using var answer = await _http.GetAsync(QueryHelpers.AddQueryString("connect/endsession", pairs));
        return await ReadAsync(answer, AfterSignOut);
    }

    public Task<HttpResponseMessage> RedeemAsync(string code, string? verifier = null, string? secret = null) =>
        _http.PostAsync("connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = provider.ClientId,
            ["client_secret"] = secret ?? provider.ClientSecret,
            ["code"] = code,
            ["redirect_uri"] = Redirect.AbsoluteUri,
            ["code_verifier"] = verifier ?? Verifier,
        }));

    /// <summary>The whole of a sign-in, to the id token.</summary>
    public async Task<JsonWebToken> SignInAsync(params (string Name, string? Value)[] more)
    {
        using var answer = await RedeemAsync((await AuthorizeAsync(more))["code"]);
        answer.EnsureSuccessStatusCode();
        return new JsonWebToken((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id_token").GetString());
    }

    /// <summary>Whether a published key has signed it, for whom it should be for.</summary>
    public async Task<TokenValidationResult> CheckAsync(string token, string audience, string type)
    {
        var keys = new JsonWebKeySet(await _http.GetStringAsync((await GetAsync(".well-known/openid-configuration")).GetProperty("jwks_uri").GetString()));
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer.AbsoluteUri,
            ValidAudience = audience,
            ValidTypes = [type],
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Dictionary<string, string>> ReadAsync(HttpResponseMessage answer, Uri expected)
    {
        var location = answer.Headers.Location;
        Assert.True(location is not null, $"The provider sends nobody on, but answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal(expected.GetLeftPart(UriPartial.Path), location.GetLeftPart(UriPartial.Path));
        return QueryHelpers.ParseQuery(location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }
}
