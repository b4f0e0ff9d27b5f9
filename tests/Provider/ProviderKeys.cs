using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PlaceLeadership.Tests.Provider;

/// <summary>The keys of a provider, and of those who would like to be taken for it.</summary>
internal sealed class ProviderKeys
{
    private const int ForeignKey = -1;

    // Making a key takes longer than starting a provider. They are the same for all in this process, which trust each other by address alone.
    private static readonly ConcurrentDictionary<int, Lazy<RSAParameters>> Made = new();

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private int _current = 1;

    public RsaSecurityKey Current => Key(_current, Name(_current));

    public RsaSecurityKey Next() => Key(++_current, Name(_current));

    /// <summary>The token that says this.</summary>
    public string Sign(IDictionary<string, object> claims, string type, SignedBy by)
    {
        var payload = JsonSerializer.Serialize(claims);
        var header = new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type };
        return by == SignedBy.Nobody
            ? Handler.CreateToken(payload, header)
            : Handler.CreateToken(payload, new SigningCredentials(KeyOf(by), SecurityAlgorithms.RsaSha256), header);
    }

    private RsaSecurityKey KeyOf(SignedBy by) => by switch
    {
        SignedBy.Provider => Current,
        SignedBy.Impostor => Key(ForeignKey, Name(_current)),
        _ => Key(ForeignKey, "stranger"),
    };

    private static string Name(int number) => $"key-{number}";

    private static RsaSecurityKey Key(int number, string name) =>
        new(Made.GetOrAdd(number, _ => new Lazy<RSAParameters>(Make)).Value) { KeyId = name };

    private static RSAParameters Make()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    }
}
