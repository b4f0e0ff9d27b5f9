using System.Net;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Hosting.Settings;

/// <summary>Reads where people at the desk sign in.</summary>
public static class SignInSettings
{
    /// <summary>The provider that the settings name; null when they name none, or are wrong.</summary>
    /// <param name="reading">The settings.</param>
    /// <param name="here">Where people reach the pages; ends in a slash.</param>
    public static SignInProvider? Provider(SettingsReading reading, Uri here)
    {
        var (address, id, secret) = (
            reading.Optional(SettingsCatalogue.OidcAuthority), reading.Optional(SettingsCatalogue.OidcClientId), reading.Optional(SettingsCatalogue.OidcClientSecret));
        var (tenants, groups, audience) = (Listed(reading, SettingsCatalogue.OidcTenants), Groups(reading), reading.Optional(SettingsCatalogue.OidcAudience));
        if (address is null)
        {
            return null;
        }

        foreach (var (setting, value) in new[] { (SettingsCatalogue.OidcClientId, id), (SettingsCatalogue.OidcClientSecret, secret) })
        {
            if (value is null)
            {
                reading.Wrong(setting, $"is missing, and {SettingsCatalogue.OidcAuthority.Name} is set. {setting.Meaning}");
            }
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var authority) || authority.Query.Length > 0 || authority.UserInfo.Length > 0
            || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
        {
            reading.Wrong(SettingsCatalogue.OidcAuthority, "is not the https address of a provider, such as https://login.microsoftonline.com/TENANT/v2.0.");
            return null;
        }

        if (tenants.FirstOrDefault(tenant => !Guid.TryParse(tenant, out _)) is not null)
        {
            reading.Wrong(SettingsCatalogue.OidcTenants, "holds something that is not the id of a tenant, such as 8a4925a9-fd8e-4866-b31c-f719fb05dce6.");
        }

        if (IsOfSeveralTenants(authority) && tenants.Count == 0)
        {
            reading.Wrong(SettingsCatalogue.OidcTenants, "is missing, and the authority lets in people of every tenant there is.");
        }

        return id is null || secret is null ? null : new SignInProvider(authority, id, secret, here)
        {
            Issuers = [.. tenants.Select(tenant => $"{authority.GetLeftPart(UriPartial.Authority)}/{tenant.ToLowerInvariant()}/v2.0")],
            Groups = groups,
            Audience = audience ?? id,
        };
    }

    /// <summary>The networks of the proxies that are believed.</summary>
    public static IReadOnlyList<IPNetwork> Proxies(SettingsReading reading)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in Listed(reading, SettingsCatalogue.TrustedProxies))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(text, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                reading.Wrong(SettingsCatalogue.TrustedProxies, "holds something that is neither an address nor a network, such as 10.0.0.0/8.");
            }
        }

        return networks;
    }

    // Microsoft's words for an authority that vouches for whomever (https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc).
    private static bool IsOfSeveralTenants(Uri authority) => authority.Segments.Skip(1).FirstOrDefault()?.Trim('/') is "organizations" or "common" or "consumers";

    private static Dictionary<string, Grant> Groups(SettingsReading reading)
    {
        var groups = new Dictionary<string, Grant>(StringComparer.Ordinal);
        foreach (var text in Listed(reading, SettingsCatalogue.OidcGroups))
        {
            if (text.Split('=', 2) is [{ Length: > 0 } group, var word] && Grant.Parse(word.Trim()) is { } grant)
            {
                groups[group.Trim()] = grant;
            }
            else
            {
                reading.Wrong(SettingsCatalogue.OidcGroups, "holds something that is not GROUP=ROLE@everywhere, GROUP=ROLE@place:NAME or GROUP=ROLE@cohort:ID, with a role such as manager.");
            }
        }

        return groups;
    }

    private static IReadOnlyList<string> Listed(SettingsReading reading, Setting setting) =>
        reading.Optional(setting)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
