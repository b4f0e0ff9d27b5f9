using System.Text.Json;
using PlaceLeadership.Hosting.Settings;

namespace PlaceLeadership.Hosting.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void The_sample_settings_are_right_as_they_stand()
    {
        var settings = HostSettings.Read(Laptop().GetValueOrDefault);
        Assert.Equal("UseDevelopmentStorage=true", settings.StorageConnection);
        Assert.EndsWith("mail", settings.Mail.Folder, StringComparison.Ordinal);
        Assert.Equal("pickup", settings.Mail.Provider.Word);
        Assert.False(settings.Rehearsal);
    }

    [Fact]
    public void The_sample_file_is_written_from_the_catalogue()
    {
        Assert.Equal(SettingsCatalogue.ToLocalSettings(SettingsCatalogue.All), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")));
        using var sample = JsonDocument.Parse(
            SettingsCatalogue.ToLocalSettings(SettingsCatalogue.All), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal(
            SettingsCatalogue.All.Select(setting => (setting.Name, setting.OnALaptop)),
            sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => (value.Name, value.Value.GetString()!)));
    }

    [Fact]
    public void The_README_shows_the_table_of_the_catalogue() => Assert.Contains(
        SettingsCatalogue.ToMarkdown(SettingsCatalogue.All), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")), StringComparison.Ordinal);

    [Fact]
    public void The_host_reads_every_setting_of_the_catalogue_and_no_other()
    {
        var read = new HashSet<string>();
        HostSettings.Read(name =>
        {
            read.Add(name);
            return Laptop().GetValueOrDefault(name);
        });
        Assert.Equal(
            SettingsCatalogue.All.Where(setting => setting.Reader == SettingReader.Product).Select(setting => setting.Name).Order(), read.Order());
    }

    [Fact]
    public void Without_any_setting_the_host_names_every_one_that_it_needs()
    {
        var wrong = Assert.Throws<SettingsException>(() => HostSettings.Read(_ => null));
        foreach (var needed in new[]
        {
            SettingsCatalogue.Storage, SettingsCatalogue.PublicAddress, SettingsCatalogue.Keys, SettingsCatalogue.ManagerKey,
            SettingsCatalogue.Mail, SettingsCatalogue.Clock, SettingsCatalogue.WatchdogSchedule,
        })
        {
            Assert.Contains(wrong.Problems, problem => problem.StartsWith(needed.Name + " is missing", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_no_value_is_shown()
    {
        var settings = new Dictionary<string, string>
        {
            ["PLACELEAD_STORAGE"] = "https://account.table.core.windows.net/?sig=SECRET-1",
            ["PLACELEAD_PUBLIC_ADDRESS"] = "http://prompts.example.org/SECRET-2",
            ["PLACELEAD_KEYS"] = "SECRET-3",
            ["PLACELEAD_MANAGER_KEY"] = "SECRET-4",
            ["PLACELEAD_MAIL"] = "SECRET-5",
            ["PLACELEAD_SENDGRID_EVENTS_KEY"] = "SECRET-6",
            ["PLACELEAD_REPLY_DOMAIN"] = "SECRET 9",
            ["PLACELEAD_REPLY_KEY"] = "SECRET-10",
            ["PLACELEAD_CLOCK"] = "SECRET-7",
            ["PLACELEAD_WATCHDOG_SCHEDULE"] = "SECRET-8",
        };
        var wrong = Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault));
        Assert.All(settings.Keys, name => Assert.Contains(wrong.Problems, problem => problem.StartsWith(name, StringComparison.Ordinal)));
        Assert.DoesNotContain("SECRET", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLACELEAD_KEYS", "sample")]
    [InlineData("PLACELEAD_MANAGER_KEY", "sample")]
    [InlineData("PLACELEAD_MAIL", "pickup")]
    public void What_is_safe_on_a_laptop_is_refused_with_a_real_storage_account(string name, string because)
    {
        var settings = Laptop();
        settings["PLACELEAD_STORAGE"] = "https://account.table.core.windows.net/";
        var wrong = Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault));
        Assert.Contains(wrong.Problems, problem => problem.StartsWith(name, StringComparison.Ordinal) && problem.Contains(because, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("k                       ")]
    [InlineData("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")]
    [InlineData("abcabcabcabcabcabcabcabcabcabc")]
    [InlineData("a long key that has blanks in it")]
    [InlineData("abcdefghijklmnop\u00A0qrstuvwxyz")]
    public void A_manager_key_that_can_be_guessed_is_refused(string key)
    {
        var settings = Laptop();
        settings["PLACELEAD_MANAGER_KEY"] = key;
        var wrong = Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault));
        Assert.StartsWith("PLACELEAD_MANAGER_KEY is not 24 or more characters", Assert.Single(wrong.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain(key, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_a_hundred_characters_is_good_enough() =>
        Assert.True(HostSettings.IsManagerKey(string.Concat(Enumerable.Range(0, 100).Select(number => (char)('a' + (number % 26))))));

    [Fact]
    public void A_key_from_openssl_is_good_enough()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var bytes = new byte[32];
            new Random(seed).NextBytes(bytes);
            Assert.True(HostSettings.IsManagerKey(Convert.ToBase64String(bytes)), $"seed {seed}");
        }
    }

    [Fact]
    public void A_rehearsal_never_sends_to_real_people()
    {
        var settings = Laptop();
        settings["PLACELEAD_CLOCK"] = "rehearsal";
        Assert.True(HostSettings.Read(settings.GetValueOrDefault).Rehearsal);

        settings["PLACELEAD_MAIL"] = "sendgrid";
        var wrong = Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault));
        Assert.Contains(wrong.Problems, problem => problem.StartsWith("PLACELEAD_CLOCK", StringComparison.Ordinal));
        Assert.Contains(wrong.Problems, problem => problem.StartsWith("PLACELEAD_SENDGRID_KEY is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("replies.example.org", "", "PLACELEAD_REPLY_KEY is missing")]
    [InlineData("replies.example.org", "0123456789abcdef+/=0123456789", "PLACELEAD_REPLY_KEY is not")]
    [InlineData("replies", "0123456789abcdef0123456789", "PLACELEAD_REPLY_DOMAIN is not")]
    [InlineData("poll@replies.example.org", "0123456789abcdef0123456789", "PLACELEAD_REPLY_DOMAIN is not")]
    [InlineData("", "", null)]
    [InlineData("replies.example.org", "0123456789abcdef0123456789", null)]
    public void Answers_by_mail_are_asked_for_only_where_somebody_takes_them(string domain, string secret, string? because)
    {
        var settings = Laptop();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        settings["PLACELEAD_MAIL"] = "sendgrid";
        settings["PLACELEAD_SENDGRID_KEY"] = "SG.key";
        settings["PLACELEAD_SENDGRID_EVENTS_KEY"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        settings["PLACELEAD_REPLY_DOMAIN"] = domain;
        settings["PLACELEAD_REPLY_KEY"] = secret;
        if (because is null)
        {
            var read = HostSettings.Read(settings.GetValueOrDefault);
            Assert.Equal((domain, secret), (read.ReplyDomain ?? "", read.ReplyKey ?? ""));
            return;
        }

        Assert.StartsWith(
            because, Assert.Single(Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault)).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.example.org/", "", null)]
    [InlineData("https://login.example.org/?a=1", "", "PLACELEAD_OIDC_AUTHORITY is not the https address")]
    [InlineData("http://login.example.org/", "", "PLACELEAD_OIDC_AUTHORITY is not the https address")]
    [InlineData("login.example.org", "", "PLACELEAD_OIDC_AUTHORITY is not the https address")]
    [InlineData("https://login.microsoftonline.com/organizations/v2.0", "", "PLACELEAD_OIDC_TENANTS is missing")]
    [InlineData("https://login.microsoftonline.com/common/v2.0", "", "PLACELEAD_OIDC_TENANTS is missing")]
    [InlineData("https://login.microsoftonline.com/organizations/v2.0", "us, them", "PLACELEAD_OIDC_TENANTS holds something")]
    [InlineData("https://login.microsoftonline.com/organizations/v2.0", "8A4925A9-fd8e-4866-b31c-f719fb05dce6", null)]
    public void People_sign_in_at_a_provider_that_is_well_named(string authority, string tenants, string? because)
    {
        var settings = WithProvider();
        (settings["PLACELEAD_OIDC_AUTHORITY"], settings["PLACELEAD_OIDC_TENANTS"]) = (authority, tenants);
        if (because is not null)
        {
            Assert.StartsWith(because, Assert.Single(Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault)).Problems), StringComparison.Ordinal);
            return;
        }

        var provider = HostSettings.Read(settings.GetValueOrDefault).Provider!;
        Assert.Equal(authority, provider.Authority.AbsoluteUri);
        Assert.Equal("pages", provider.Audience);
        settings["PLACELEAD_OIDC_AUDIENCE"] = "api://placelead";
        Assert.Equal("api://placelead", HostSettings.Read(settings.GetValueOrDefault).Provider!.Audience);
        Assert.Equal(tenants.Length == 0 ? [] : ["https://login.microsoftonline.com/8a4925a9-fd8e-4866-b31c-f719fb05dce6/v2.0"], provider.Issuers);
    }

    [Fact]
    public void A_provider_without_its_client_or_with_groups_and_proxies_that_are_none_is_refused()
    {
        var settings = WithProvider();
        settings["PLACELEAD_OIDC_CLIENT_ID"] = settings["PLACELEAD_OIDC_CLIENT_SECRET"] = "";
        settings["PLACELEAD_OIDC_GROUPS"] = "g-1=manager@everywhere, g-2=owner@everywhere";
        settings["PLACELEAD_TRUSTED_PROXIES"] = "10.0.0.0/8, proxy.example.org";
        Assert.Equal(
            ["PLACELEAD_OIDC_CLIENT_ID is", "PLACELEAD_OIDC_CLIENT_SECRET is", "PLACELEAD_OIDC_GROUPS holds", "PLACELEAD_TRUSTED_PROXIES holds"],
            Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault)).Problems.Select(problem => string.Join(' ', problem.Split(' ').Take(2))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void With_a_provider_there_is_no_manager_key_where_others_can_come()
    {
        var settings = WithProvider();
        Assert.NotEmpty(HostSettings.Read(settings.GetValueOrDefault).ManagerKey);
        settings["PLACELEAD_PUBLIC_ADDRESS"] = "https://prompts.example.org/";
        Assert.StartsWith(
            "PLACELEAD_MANAGER_KEY is set beside a provider", Assert.Single(Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault)).Problems),
            StringComparison.Ordinal);
        settings["PLACELEAD_MANAGER_KEY"] = "";
        var read = HostSettings.Read(settings.GetValueOrDefault);
        Assert.Equal(("", "https://prompts.example.org/"), (read.ManagerKey, read.Provider!.Here.AbsoluteUri));
    }

    private static Dictionary<string, string> WithProvider()
    {
        var settings = Laptop();
        settings["PLACELEAD_OIDC_AUTHORITY"] = "https://login.example.org/";
        settings["PLACELEAD_OIDC_CLIENT_ID"] = "pages";
        settings["PLACELEAD_OIDC_CLIENT_SECRET"] = "secret";
        return settings;
    }

    private static Dictionary<string, string> Laptop() =>
        SettingsCatalogue.All.ToDictionary(setting => setting.Name, setting => setting.OnALaptop);
}
