using System.Net;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Storage;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Hosting.Settings;

/// <summary>The settings of a host, read and checked once at its start.</summary>
public sealed record HostSettings
{
    /// <summary>The fewest characters of a manager key.</summary>
    public const int ManagerKeyCharactersMin = 24;

    /// <summary>The fewest different characters of a manager key.</summary>
    public const int ManagerKeyDifferentMin = 10;

    /// <summary>What is said of a manager key that can be guessed, after its name.</summary>
    public static readonly string WeakManagerKey =
        $"is not {ManagerKeyCharactersMin} or more characters, at least {ManagerKeyDifferentMin} of them different and none of them a blank. Make one with 'openssl rand -base64 32'.";

    /// <summary>What is said of a manager key where a provider says who somebody is, after its name.</summary>
    public const string KeyBesideProvider =
        "is set beside a provider, at an address that others reach: whoever had the key could do everything, and nobody could say who it was. Take it away.";

    /// <summary>The fewest characters of a reply key.</summary>
    public const int ReplyKeyCharactersMin = 24;

    private const int ScheduleFields = 6;

    /// <summary>A connection string, or null when <see cref="StorageAddress"/> says where.</summary>
    public string? StorageConnection { get; private init; }

    /// <summary>The table service, entered with the app's identity, or null.</summary>
    public Uri? StorageAddress { get; private init; }

    /// <summary>Where people reach the pages; ends in a slash.</summary>
    public Uri PublicAddress { get; private init; } = new("http://127.0.0.1/");

    /// <summary>The secrets.</summary>
    public KeyRing Keys { get; private init; } = null!;

    /// <summary>With what somebody gets in without an account; empty where there is only a provider.</summary>
    public string ManagerKey { get; private init; } = "";

    /// <summary>Where people at the desk sign in; null where there is only the manager key.</summary>
    public SignInProvider? Provider { get; private init; }

    /// <summary>The networks of the proxies that are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; private init; } = [];

    /// <summary>What the place shows of itself around every page.</summary>
    public Brand Brand { get; private init; } = Brand.None;

    /// <summary>How messages leave.</summary>
    public MailChannel Mail { get; private init; } = null!;

    /// <summary>The domain at which answers to polls are taken by mail, or null.</summary>
    public string? ReplyDomain { get; private init; }

    /// <summary>What is said by whoever hands in such answers, or null when none are taken.</summary>
    public string? ReplyKey { get; private init; }

    /// <summary>Whether the clock is one that a rehearsal moves.</summary>
    public bool Rehearsal { get; private init; }

    /// <summary>Where telemetry goes, or null.</summary>
    public string? Telemetry { get; private init; }

    /// <summary>Reads and checks every setting of ours.</summary>
    /// <param name="get">Gives the value of a setting by its name, or null.</param>
    /// <param name="providers">The ways by which messages can leave, or null for ours.</param>
    /// <exception cref="SettingsException">Something is wrong; the message says all that is.</exception>
    public static HostSettings Read(Func<string, string?> get, IReadOnlyList<MailProvider>? providers = null)
    {
        var reading = new SettingsReading(get);
        var storage = reading.Required(SettingsCatalogue.Storage);
        var (connection, address) = Where(reading, storage);
        var onALaptop = connection is not null && IsEmulator(connection);
        providers ??= MailProviders.BuiltIn;
        var word = reading.OneOf(SettingsCatalogue.Mail, [.. providers.Select(each => each.Word).Reverse()]);
        var provider = providers.First(each => each.Word == word);
        if (provider.StaysHere is { } stays && !onALaptop)
        {
            reading.Wrong(SettingsCatalogue.Mail, $"is '{word}', which {stays}. Set it to {Words(writes: true, "'")}.");
        }

        var rehearsal = reading.OneOf(SettingsCatalogue.Clock, "rehearsal", "real") == "rehearsal";
        if (rehearsal && (provider.StaysHere is null || !onALaptop))
        {
            reading.Wrong(SettingsCatalogue.Clock, $"is 'rehearsal', which only goes with the storage emulator and {Words(writes: false)}. Set it to 'real'.");
        }

        var schedule = reading.Required(SettingsCatalogue.WatchdogSchedule);
        if (schedule is not null && schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != ScheduleFields)
        {
            reading.Wrong(SettingsCatalogue.WatchdogSchedule, "needs six fields, such as '0 */10 * * * *' for every ten minutes.");
        }

        var here = Public(reading) ?? new Uri("http://127.0.0.1/");
        var settings = new HostSettings
        {
            StorageConnection = connection,
            StorageAddress = address,
            PublicAddress = here,
            Keys = Secrets(reading, onALaptop)!,
            ManagerKey = Manager(reading, onALaptop, here),
            Provider = SignInSettings.Provider(reading, here),
            TrustedProxies = SignInSettings.Proxies(reading),
            Brand = BrandSettings.Read(reading, AppContext.BaseDirectory),
            Mail = providers.Select(each => each.Read(reading, chosen: each == provider)).ToList().Find(channel => channel is not null)!,
            ReplyDomain = Domain(reading),
            ReplyKey = Replies(reading, provider.StaysHere is null),
            Rehearsal = rehearsal,
            Telemetry = reading.Optional(SettingsCatalogue.Telemetry),
        };
        return reading.Problems.Count == 0 ? settings : throw new SettingsException(reading.Problems);

        string Words(bool writes, string quote = "") => string.Join(
            " or ", providers.Where(each => each.StaysHere is null == writes).Select(each => quote + each.Word + quote));
    }

    private static (string? Connection, Uri? Address) Where(SettingsReading reading, string? storage)
    {
        if (storage is null)
        {
            return (null, null);
        }

        if (storage.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            if (Uri.TryCreate(storage, UriKind.Absolute, out var address)
                && address is { Scheme: "https", Query: "", AbsolutePath: "/" })
            {
                return (null, address);
            }

            reading.Wrong(SettingsCatalogue.Storage, "is not the https address of a table service, such as https://ACCOUNT.table.core.windows.net/, without a key or signature.");
            return (null, null);
        }

        try
        {
            AzureTables.FromConnectionString(storage);
            return (storage, null);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            reading.Wrong(SettingsCatalogue.Storage, "is neither the address of a table service nor the connection string of a storage account.");
            return (null, null);
        }
    }

    /// <summary>Whether a connection string leads to a storage emulator, which may lose what it said it had stored.</summary>
    public static bool IsEmulator(string connection) =>
        connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("//127.0.0.1:", StringComparison.Ordinal)
        || connection.Contains("//localhost:", StringComparison.OrdinalIgnoreCase);

    private static Uri? Public(SettingsReading reading)
    {
        if (reading.Required(SettingsCatalogue.PublicAddress) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !IsPublicAddress(address))
        {
            reading.Wrong(SettingsCatalogue.PublicAddress, "is not an address such as https://prompts.example.org/.");
            return null;
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            reading.Wrong(SettingsCatalogue.PublicAddress, "is not https: what people write would travel in the open.");
        }

        return address;
    }

    private static KeyRing? Secrets(SettingsReading reading, bool onALaptop)
    {
        if (reading.Required(SettingsCatalogue.Keys) is not { } text)
        {
            return null;
        }

        if (!onALaptop && text.Contains(SettingsCatalogue.LaptopKeys, StringComparison.Ordinal))
        {
            reading.Wrong(SettingsCatalogue.Keys, SettingsCatalogue.SamplesKey);
            return null;
        }

        try
        {
            return KeyRing.Parse(text);
        }
        catch (ArgumentException)
        {
            reading.Wrong(SettingsCatalogue.Keys, "is not base64 of 32 bytes, or several of them separated by commas. Make one with 'openssl rand -base64 32'.");
            return null;
        }
    }

    private static string Manager(SettingsReading reading, bool onALaptop, Uri here)
    {
        var withProvider = reading.Optional(SettingsCatalogue.OidcAuthority) is not null;
        var key = (withProvider ? reading.Optional(SettingsCatalogue.ManagerKey) : reading.Required(SettingsCatalogue.ManagerKey)) ?? "";
        if (key.Length > 0 && withProvider && !here.IsLoopback)
        {
            reading.Wrong(SettingsCatalogue.ManagerKey, KeyBesideProvider);
        }

        if (key.Length > 0 && !IsManagerKey(key))
        {
            reading.Wrong(SettingsCatalogue.ManagerKey, WeakManagerKey);
        }

        if (!onALaptop && key == SettingsCatalogue.LaptopManagerKey)
        {
            reading.Wrong(SettingsCatalogue.ManagerKey, SettingsCatalogue.SamplesKey);
        }

        return key;
    }

    /// <summary>Whether pages can be reached at this address, and nothing in it would stand in every link: no password, no query.</summary>
    public static bool IsPublicAddress(Uri address) =>
        address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;

    /// <summary>Whether a manager key is one that nobody guesses: long, of many different characters, and none of them a blank.</summary>
    public static bool IsManagerKey(string key) =>
        key.Length >= ManagerKeyCharactersMin && key.Distinct().Count() >= ManagerKeyDifferentMin
        && !key.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));

    /// <summary>Whether this can be the domain at which answers to polls are taken.</summary>
    public static bool IsReplyDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(text) == UriHostNameType.Dns;

    /// <summary>Whether this can be a reply key: what stands in an address as it is.</summary>
    public static bool IsReplyKey(string text) =>
        text.Length >= ReplyKeyCharactersMin && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static string? Domain(SettingsReading reading)
    {
        if (reading.Optional(SettingsCatalogue.ReplyDomain) is not { } domain)
        {
            return null;
        }

        if (!IsReplyDomain(domain))
        {
            reading.Wrong(SettingsCatalogue.ReplyDomain, "is not a domain, such as replies.example.org.");
        }

        return domain;
    }

    private static string? Replies(SettingsReading reading, bool toRealPeople)
    {
        var domain = reading.Optional(SettingsCatalogue.ReplyDomain);
        if (reading.Optional(SettingsCatalogue.ReplyKey) is not { } secret)
        {
            if (toRealPeople && domain is not null)
            {
                reading.Wrong(SettingsCatalogue.ReplyKey, "is missing: polls would ask for answers by mail that nobody takes.");
            }

            return null;
        }

        if (!IsReplyKey(secret))
        {
            reading.Wrong(SettingsCatalogue.ReplyKey, $"is not {ReplyKeyCharactersMin} or more letters, digits, hyphens and underscores. Make one with 'openssl rand -hex 32'.");
        }

        return secret;
    }
}
