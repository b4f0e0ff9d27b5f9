using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Infra.Tests.Compiling;
using PlaceLeadership.Infra.Tests.Rules;

namespace PlaceLeadership.Infra.Tests;

public sealed class EnvironmentTests(Infrastructure infrastructure)
{
    // Settings of the platform that our list does not name: how the host's telemetry and storage use the app's identity.
    private static readonly string[] OfThePlatform =
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential"];

    // Flex Consumption knows its worker by itself.
    private static readonly Setting[] NotInAzure = [SettingsCatalogue.WorkerRuntime, SettingsCatalogue.WebJobsStorage];

    /// <summary>The template knows one way by which messages leave.</summary>
    internal static IReadOnlyList<MailProvider> OfTheTemplate { get; } = [new SendGridProvider()];

    public static TheoryData<string> Environments => [.. Infrastructure.Environments];

    [Theory]
    [MemberData(nameof(Environments))]
    public void Compiling_it_says_nothing(string environment) => Assert.Empty(infrastructure.Said(environment));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Compiling_it_with_a_private_network_says_nothing(string environment) =>
        Assert.Empty(infrastructure.Said(environment, Edit.WithPrivateNetwork(environment)));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Nothing_of_a_private_network_is_there_unless_it_is_asked_for(string environment)
    {
        var deployment = infrastructure.Compile(environment);
        Assert.False(deployment.Template["parameters"]!["privateNetwork"]!["defaultValue"]!.GetValue<bool>());
        Assert.DoesNotContain(deployment.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.OrdinalIgnoreCase));
        var app = Assert.Single(deployment.Of("Microsoft.Web/sites")).At("properties")!.AsObject();
        Assert.DoesNotContain(app, property => property.Key.Contains("vnet", StringComparison.OrdinalIgnoreCase) || property.Key.StartsWith("virtualNetwork", StringComparison.Ordinal));
        var kept = deployment.Of("Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults");
        Assert.Equal(3, kept.Count);
        Assert.All(kept, resource => Assert.Equal(("Enabled", null), (resource.Text("properties.publicNetworkAccess"), resource.At("properties.networkAcls"))));
    }

    [Fact]
    public void The_linter_is_on() => Assert.Contains(
        infrastructure.Said("test", new Edit("main.bicep", "", "\nparam forgotten string = ''\n")),
        said => said.StartsWith("Error no-unused-params", StringComparison.Ordinal));

    [Fact]
    public void A_version_of_a_resource_that_is_old_is_named() => Assert.Contains(
        infrastructure.Said("test", new Edit(
            "modules/access.bicep", "'Microsoft.KeyVault/vaults@2026-05-15'", "'Microsoft.KeyVault/vaults@2023-07-01'")),
        said => said.StartsWith("Error use-recent-api-versions: Use more recent API version for 'Microsoft.KeyVault/vaults'", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Mail_leaves_with_an_ordinary_key_unless_the_place_says_otherwise(string environment) =>
        Assert.Equal("https://api.sendgrid.com", infrastructure.Compile(environment).Settings[SendGridProvider.Endpoint.Name]);

    [Fact]
    public void A_later_deployment_leaves_the_budget_with_the_month_in_which_it_began()
    {
        const string Budget = "Microsoft.Consumption/budgets";
        Assert.Equal("2026-12-01", Assert.Single(infrastructure.Compile("production").Of(Budget)).Text("properties.timePeriod.startDate"));
        var later = new Edit("production.bicepparam", "readEnvironmentVariable('PLACELEAD_BUDGET_START', '')", "''");
        Assert.Empty(infrastructure.CompileEdited("production", later).Of(Budget));
    }

    [Fact]
    public void There_is_a_parameter_file_for_each_environment_and_no_other() => Assert.Equal(
        Infrastructure.Environments.Order(),
        Directory.GetFiles(Infrastructure.Folder, "*.bicepparam").Select(file => Path.GetFileNameWithoutExtension(file)!).Order());

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_setting_that_belongs_in_Azure_is_set_and_no_other(string environment) => Assert.Equal(
        SettingsCatalogue.With(OfTheTemplate).Except(NotInAzure).Select(setting => setting.Name).Concat(OfThePlatform).Order(),
        infrastructure.Compile(environment).Settings.Keys.Order());

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_host_takes_the_settings_that_do_not_depend_on_the_place(string environment)
    {
        var settings = infrastructure.Compile(environment).Settings;
        Assert.Equal(OfTheTemplate[0].Word, settings[SettingsCatalogue.Mail.Name]);
        Assert.Equal("real", settings[SettingsCatalogue.Clock.Name]);
        Assert.Equal(SettingsCatalogue.Hub.OnALaptop, settings[SettingsCatalogue.Hub.Name]);
        Assert.Equal(6, settings[SettingsCatalogue.WatchdogSchedule.Name].Split(' ').Length);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void What_must_be_kept_and_what_can_be_thrown_away_are_two_accounts(string environment)
    {
        var deployment = infrastructure.Compile(environment);
        Assert.Equal(2, deployment.Of("Microsoft.Storage/storageAccounts").Count);
        Assert.DoesNotContain(deployment.Settings["AzureWebJobsStorage__accountName"], deployment.Settings["PLACELEAD_STORAGE"], StringComparison.Ordinal);
        Assert.All(
            deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Contains(deployment.Settings["AzureWebJobsStorage__accountName"], container.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Production_keeps_a_copy_in_another_region_and_locks_what_cannot_be_replaced()
    {
        var production = infrastructure.Compile("production");
        var data = Assert.Single(production.Of("Microsoft.Storage/storageAccounts"), account => account.Name.StartsWith("data", StringComparison.Ordinal));
        Assert.Equal("Standard_GZRS", data.Text("sku.name"));
        var locked = production.Of("Microsoft.Authorization/locks").Select(held => held.Scope).ToList();
        Assert.Contains(data.Id, locked);
        Assert.Contains(Assert.Single(production.Of("Microsoft.KeyVault/vaults")).Id, locked);
    }

    [Theory]
    [InlineData("test", 0)]
    [InlineData("production", 1)]
    public void An_instance_for_pages_is_kept_warm_where_that_is_asked_for(string environment, int instances) => Assert.Equal(
        instances,
        Assert.Single(infrastructure.Compile(environment).Of("Microsoft.Web/sites"))
            .List("properties.functionAppConfig.scaleAndConcurrency.alwaysReady").Sum(group => (int)group["instanceCount"]!));

    [Fact]
    public void Without_a_domain_there_is_no_binding() =>
        Assert.Empty(infrastructure.Compile("production").Of("Microsoft.Web/sites/hostNameBindings", "Microsoft.Web/sites/certificates"));

    [Fact]
    public void A_new_domain_gets_a_certificate_and_links_keep_the_old_address()
    {
        var deployment = infrastructure.CompileEdited("production", Domain);
        var binding = Assert.Single(deployment.Of("Microsoft.Web/sites/hostNameBindings"));
        Assert.Equal("Disabled", binding.Text("properties.sslState"));
        Assert.Equal("prompts.example.org", Assert.Single(deployment.Of("Microsoft.Web/sites/certificates")).Text("properties.canonicalName"));
        Assert.DoesNotContain("prompts.example.org", deployment.Settings[SettingsCatalogue.PublicAddress.Name], StringComparison.Ordinal);
    }

    [Fact]
    public void A_secured_domain_is_where_links_lead_and_its_certificate_stays_as_it_is()
    {
        var deployment = infrastructure.CompileEdited(
            "production", Domain with { Was = Domain.Was + "param customDomainSecured = false", Becomes = Domain.Becomes + "param customDomainSecured = true" });
        var binding = Assert.Single(deployment.Of("Microsoft.Web/sites/hostNameBindings"));
        Assert.Equal("SniEnabled", binding.Text("properties.sslState"));
        Assert.Contains("thumbprint", binding.Text("properties.thumbprint"), StringComparison.Ordinal);
        Assert.Empty(deployment.Of("Microsoft.Web/sites/certificates"));
        Assert.Equal("https://prompts.example.org/", deployment.Settings[SettingsCatalogue.PublicAddress.Name]);
    }

    [Fact]
    public void Polls_are_answered_by_mail_where_a_domain_is_given_with_a_key_from_the_vault_that_the_app_may_read()
    {
        var without = infrastructure.Compile("production");
        Assert.Equal(("", ""), (without.Settings[SettingsCatalogue.ReplyDomain.Name], without.Settings[SettingsCatalogue.ReplyKey.Name]));

        var deployment = infrastructure.CompileEdited(
            "production", new Edit("production.bicepparam", "param replyDomain = ''", "param replyDomain = 'replies.example.org'"));
        Assert.Equal("replies.example.org", deployment.Settings[SettingsCatalogue.ReplyDomain.Name]);
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", deployment.Settings[SettingsCatalogue.ReplyKey.Name], StringComparison.Ordinal);
        Assert.Contains("placelead-reply-key", deployment.Settings[SettingsCatalogue.ReplyKey.Name], StringComparison.Ordinal);
        Assert.Equal(
            without.Of("Microsoft.Authorization/roleAssignments").Count + 1, deployment.Of("Microsoft.Authorization/roleAssignments").Count);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Without_a_provider_people_sign_in_with_the_manager_key_alone(string environment)
    {
        var settings = infrastructure.Compile(environment).Settings;
        Assert.All(SignIn, setting => Assert.Equal("", settings[setting.Name]));

        // What is left of a provider that was taken away does no harm.
        var left = infrastructure.CompileEdited(
            environment,
            new Edit($"{environment}.bicepparam", "param oidcClientId = ''", "param oidcClientId = 'place'"),
            new Edit($"{environment}.bicepparam", "param oidcTenants = ''", "param oidcTenants = 'one,two'")).Settings;
        Assert.All(SignIn, setting => Assert.Equal("", left[setting.Name]));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void People_sign_in_at_a_provider_where_one_is_given_with_a_secret_from_the_vault_that_the_app_may_read(string environment)
    {
        var parameters = $"{environment}.bicepparam";
        var deployment = infrastructure.CompileEdited(
            environment,
            new Edit(parameters, "param oidcAuthority = ''", "param oidcAuthority = 'https://sign-in.example.org/organizations/v2.0'"),
            new Edit(parameters, "param oidcClientId = ''", "param oidcClientId = 'place'"),
            new Edit(parameters, "param oidcTenants = ''", "param oidcTenants = 'one,two'"));
        Assert.Equal("https://sign-in.example.org/organizations/v2.0", deployment.Settings[SettingsCatalogue.OidcAuthority.Name]);
        Assert.Equal("place", deployment.Settings[SettingsCatalogue.OidcClientId.Name]);
        Assert.Equal("one,two", deployment.Settings[SettingsCatalogue.OidcTenants.Name]);
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", deployment.Settings[SettingsCatalogue.OidcClientSecret.Name], StringComparison.Ordinal);
        Assert.Contains("placelead-oidc-client-secret", deployment.Settings[SettingsCatalogue.OidcClientSecret.Name], StringComparison.Ordinal);
        var more = Assert.Single(
            deployment.Of("Microsoft.Authorization/roleAssignments").Select(assignment => assignment.Scope)
                .Except(infrastructure.Compile(environment).Of("Microsoft.Authorization/roleAssignments").Select(assignment => assignment.Scope)));
        Assert.EndsWith("/secrets/placelead-oidc-client-secret", more, StringComparison.Ordinal);
        Assert.Equal(Broken(infrastructure.Compile(environment)), Broken(deployment));
    }

    private static IEnumerable<string> Broken(Deployment deployment) =>
        RuleBook.OfEveryPlace.Where(rule => rule.Violations(deployment).Count > 0).Select(rule => rule.Name);

    private static Setting[] SignIn { get; } =
    [
        SettingsCatalogue.OidcAuthority, SettingsCatalogue.OidcClientId, SettingsCatalogue.OidcClientSecret, SettingsCatalogue.OidcTenants,
    ];

    private static Edit Domain { get; } =
        new("production.bicepparam", "param customDomain = ''\n", "param customDomain = 'prompts.example.org'\n");
}
