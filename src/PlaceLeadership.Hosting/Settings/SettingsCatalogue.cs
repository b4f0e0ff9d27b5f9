using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlaceLeadership.Hosting.Mailing;

namespace PlaceLeadership.Hosting.Settings;

/// <summary>
/// Every setting there is, once. The sample file and the table in the guide are written from it, and the host reads its
/// settings through it, so none of the three can say something else.
/// </summary>
public static class SettingsCatalogue
{
    /// <summary>Signs links and encrypts texts on a laptop. It stands in the source, so it protects nobody.</summary>
    public const string LaptopKeys = "UGxhY2VMZWFkZXJzaGlwIG9uIGEgbGFwdG9wLCBub3c=";

    /// <summary>Lets anybody manage cohorts on a laptop.</summary>
    public const string LaptopManagerKey = "laptop-only-manager-key-0000";

    /// <summary>What is said of either where others can come, after the setting's name.</summary>
    public const string SamplesKey = "is the sample's, which everybody knows. Make one with 'openssl rand -base64 32'.";

    private const string Emulator = "UseDevelopmentStorage=true";

    public static readonly Setting Storage = new(
        "PLACELEAD_STORAGE",
        "Where cohorts are kept: the address of the table service of a storage account, such as "
        + "https://ACCOUNT.table.core.windows.net/, which is then entered with the app's own identity, or a connection string.",
        Emulator);

    public static readonly Setting PublicAddress = new(
        "PLACELEAD_PUBLIC_ADDRESS",
        "The address under which people reach the pages; links in messages begin with it. Elsewhere than on a laptop it is https.",
        "http://127.0.0.1:7071/");

    public static readonly Setting Keys = new(
        "PLACELEAD_KEYS",
        "The secrets that sign links, protect sign-ins and encrypt reflections: 32 random bytes in base64 each, newest first, "
        + "separated by commas. Losing them makes every stored reflection unreadable.",
        LaptopKeys, Secret: true);

    public static readonly Setting ManagerKey = new(
        "PLACELEAD_MANAGER_KEY",
        "With what somebody gets in at /manage as a manager without an account: at least 24 characters, 10 of them different, no blanks. "
        + "Needed without a provider; with one it is refused, but on a laptop.",
        LaptopManagerKey, Secret: true);

    public static readonly Setting OidcAuthority = new(
        "PLACELEAD_OIDC_AUTHORITY",
        "The address of the OpenID Connect provider at which people sign in at /manage, such as "
        + "https://login.microsoftonline.com/TENANT/v2.0. Empty: with the manager key alone.",
        "");

    public static readonly Setting OidcClientId = new(
        "PLACELEAD_OIDC_CLIENT_ID",
        "What the provider knows this place by: the client id of its registration there. Needed with an authority.",
        "");

    public static readonly Setting OidcClientSecret = new(
        "PLACELEAD_OIDC_CLIENT_SECRET",
        "The client secret of that registration. Needed with an authority.",
        "", Secret: true);

    public static readonly Setting OidcTenants = new(
        "PLACELEAD_OIDC_TENANTS",
        "The ids of the Entra tenants whose people may sign in, separated by commas. Empty for a provider of one tenant.",
        "");

    public static readonly Setting OidcGroups = new(
        "PLACELEAD_OIDC_GROUPS",
        "What members of the provider's groups are granted, such as GROUP=manager@everywhere, GROUP=evaluator@cohort:ID. Roles are better: a "
        + "token may leave groups out.",
        "");

    public static readonly Setting OidcAudience = new(
        "PLACELEAD_OIDC_AUDIENCE",
        "Whom the provider's access tokens for the API under /api/v1 are for (the claim aud), such as api://placelead. Empty: the client id.",
        "");

    public static readonly Setting TrustedProxies = new(
        "PLACELEAD_TRUSTED_PROXIES",
        "The networks of the proxies in front, separated by commas, such as 10.0.0.0/8: what these say of where somebody comes from is "
        + "believed. Empty: nobody's word is.",
        "");

    public static readonly Setting BrandName = new(
        "PLACELEAD_BRAND_NAME",
        "What stands on top of the pages of staff instead of PlaceLeadership, and in the title of the first page: at most 60 characters.",
        "");

    public static readonly Setting BrandColour = new(
        "PLACELEAD_BRAND_COLOUR",
        "The colour of headers, buttons and links, such as #0a5568. One that people could not read is refused, with a shade that would do. "
        + "Empty: the product's own.",
        "");

    public static readonly Setting BrandLogo = new(
        "PLACELEAD_BRAND_LOGO",
        "The file of a logo for white paper, in .svg or .png, of at most 100 kB. A path that is not absolute starts at the app's folder. "
        + "Needs a name, which is read to whoever does not see it.",
        "");

    public static readonly Setting BrandContact = new(
        "PLACELEAD_BRAND_CONTACT",
        "How to reach the team, at the foot of every page as it is written: at most 200 characters.",
        "");

    public static readonly Setting Mail = MailBy(MailProviders.BuiltIn);

    public static readonly Setting ReplyDomain = new(
        "PLACELEAD_REPLY_DOMAIN",
        "The domain at which people may answer a poll for a date by mail, whose mail goes to SendGrid's Inbound Parse and nowhere else. "
        + "Empty: polls are answered on the page alone.",
        "replies.example.org");

    public static readonly Setting ReplyKey = new(
        "PLACELEAD_REPLY_KEY",
        "What Inbound Parse says as its password when it hands in a mail: at least 24 letters, digits, hyphens or underscores. Needed "
        + "for sendgrid with a reply domain.",
        "", Secret: true);

    public static readonly Setting Clock = new(
        "PLACELEAD_CLOCK",
        "real, or rehearsal for a clock that 'placelead demo --host' moves; rehearsal only goes with pickup and the emulator.",
        "real");

    public static readonly Setting WatchdogSchedule = new(
        "PLACELEAD_WATCHDOG_SCHEDULE",
        "When to look whether every cohort is looked after: six fields as Azure Functions reads them. It also bounds how long "
        + "a change made by the command line waits.",
        "0 */10 * * * *");

    public static readonly Setting Telemetry = new(
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "Where traces, metrics and logs go. Empty: nowhere.",
        "");

    public static readonly Setting WebJobsStorage = new(
        "AzureWebJobsStorage",
        "The storage account of the Functions host and of the task hub. Its content can be thrown away.",
        Emulator, SettingReader.Platform);

    public static readonly Setting Hub = new(
        "PLACELEAD_HUB",
        "The name of the task hub: 3 to 45 letters and digits, a letter first. Another name is a new, empty hub, and the cohorts "
        + "are taken up in it from the tables.",
        "placeleadership", SettingReader.Platform);

    public static readonly Setting WorkerRuntime = new(
        "FUNCTIONS_WORKER_RUNTIME", "Which worker the host starts. Not set on Flex Consumption.", "dotnet-isolated",
        SettingReader.Platform);

    public static readonly Setting NoHomepage = new(
        "AzureWebJobsDisableHomepage", "Keeps the host's own page away from /, where ours is.", "true", SettingReader.Platform);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Setting> All { get; } = With(MailProviders.BuiltIn);

    /// <summary>All that there are when messages can leave in these ways.</summary>
    public static IReadOnlyList<Setting> With(IReadOnlyList<MailProvider> providers) =>
    [
        Storage, PublicAddress, Keys, ManagerKey, OidcAuthority, OidcClientId, OidcClientSecret, OidcTenants, OidcGroups, OidcAudience, TrustedProxies,
        BrandName, BrandColour, BrandLogo, BrandContact, MailBy(providers),
        .. providers.SelectMany(provider => provider.Settings), ReplyDomain, ReplyKey, Clock, WatchdogSchedule, Telemetry, WebJobsStorage, Hub, WorkerRuntime, NoHomepage,
    ];

    private static Setting MailBy(IReadOnlyList<MailProvider> providers) => new(
        "PLACELEAD_MAIL", $"How messages leave: {string.Join(", or ", providers.Select(provider => provider.Meaning).Reverse())}.", providers[0].Word);

    /// <summary>The sample file: what a laptop needs, each setting with its meaning above it.</summary>
    public static string ToLocalSettings(IReadOnlyList<Setting> all)
    {
        var text = new StringBuilder("{\n  \"IsEncrypted\": false,\n  \"Values\": {\n");
        foreach (var setting in all)
        {
            text.Append("    // ").Append(setting.Meaning).Append('\n')
                .Append("    \"").Append(setting.Name).Append("\": \"")
                .Append(JsonEncodedText.Encode(setting.OnALaptop, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append('"')
                .Append(setting == all[^1] ? "\n" : ",\n");
        }

        return text.Append("  },\n  \"Host\": {\n    \"LocalHttpPort\": 7071\n  }\n}\n").ToString();
    }

    /// <summary>The table of the guide, in Markdown.</summary>
    public static string ToMarkdown(IReadOnlyList<Setting> all)
    {
        var text = new StringBuilder("| setting | meaning | on a laptop |\n|---|---|---|\n");
        foreach (var setting in all)
        {
            text.Append("| `").Append(setting.Name).Append("` | ").Append(setting.Meaning)
                .Append(setting.Secret ? " **Keep it in the key vault.**" : "")
                .Append(" | ").Append(setting.OnALaptop.Length == 0 ? "(empty)" : $"`{setting.OnALaptop}`").Append(" |\n");
        }

        return text.ToString();
    }
}
