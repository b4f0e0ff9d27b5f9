using System.Text.Json.Nodes;
using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about a place with a private network: storage and vault are reached from it, and from nowhere else.</summary>
internal static class NetworkRules
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string App = "Microsoft.Web/sites";
    private const string Network = "Microsoft.Network/virtualNetworks";
    private const string Endpoint = "Microsoft.Network/privateEndpoints";
    private const string Zone = "Microsoft.Network/privateDnsZones";
    private const string File = "modules/network.bicep";

    // What Azure leads the name of an account or a vault to, once it has a private endpoint.
    private static readonly Dictionary<string, string> ZoneNames = new()
    {
        ["blob"] = "[format('privatelink.blob.{0}', environment().suffixes.storage)]",
        ["queue"] = "[format('privatelink.queue.{0}', environment().suffixes.storage)]",
        ["table"] = "[format('privatelink.table.{0}', environment().suffixes.storage)]",
        ["vault"] = "[format('privatelink{0}', replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.'))]",
    };

    // What has to be there before what.
    private static readonly (string First, string Then)[] Order =
        [("dataAccount", "network"), ("hubAccount", "network"), ("vault", "network"), ("network", "app"), ("app", "access"), ("access", "settings")];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "Storage and vault are closed to the public",
            "Whoever steals an identity does not get at the data from elsewhere.",
            deployment => deployment.Of(Account, Vault).Select(resource => (
                resource.Id,
                resource.Text("properties.publicNetworkAccess") == "Disabled"
                    && resource.Text("properties.networkAcls.defaultAction") == "Deny"
                    && resource.Text("properties.networkAcls.bypass") == "None"
                    && resource.List("properties.networkAcls.ipRules").Count == 0
                        ? null
                        : "it answers on its public address, or would let in others than those who are named once somebody opens it")),
            [
                new Edit("modules/storage.bicep", "closed ? 'Disabled' : 'Enabled'", "'Enabled'"),
                new Edit("modules/storage.bicep", "defaultAction: 'Deny'", "defaultAction: 'Allow'"),
                new Edit("modules/storage.bicep", "bypass: 'None'", "bypass: 'AzureServices'"),
                new Edit("modules/storage.bicep", "bypass: 'None'", "bypass: 'None'\n            ipRules: [{ value: '203.0.113.7' }]"),
                new Edit("modules/vault.bicep", "closed ? 'Disabled' : 'Enabled'", "'Enabled'"),
                new Edit("modules/vault.bicep", "...(closed", "...(locked && false"),
                new Edit("main.bicep", "name: vaultName\n    closed: privateNetwork", "name: vaultName\n    closed: false"),
                new Edit("main.bicep", "closed: privateNetwork\n    locked: false", "closed: false\n    locked: false"),
            ]),

        new(
            "Every service that the app uses has a private endpoint",
            "Its public address does not answer.",
            deployment => deployment.Of(Account, Vault)
                .Select(resource => (resource, Services: Used(resource, deployment).ToList()))
                .Select(used => (
                    used.resource.Id,
                    used.Services.Count == 0
                        ? "no setting uses it"
                        : used.Services.FirstOrDefault(service => !HasEndpoint(used.resource, service, deployment)) is { } without
                            ? $"its service {without} has none"
                            : null)),
            [
                new Edit(File, "target: dataAccountName", "target: hubAccountName"),
                new Edit(File, "    service: 'queue'\n    type", "    service: 'blob'\n    type"),
                new Edit(File, "    service: 'table'\n    type: 'Microsoft.Storage/storageAccounts'\n    target: hubAccountName", "    service: 'table'\n    type: 'Microsoft.Storage/storageAccounts'\n    target: dataAccountName"),
                new Edit(File, "name: 'vault'\n    service: 'vault'\n    type: 'Microsoft.KeyVault/vaults'\n    target: vaultName", "name: 'vault'\n    service: 'vault'\n    type: 'Microsoft.KeyVault/vaults'\n    target: 'another'"),
            ]),

        Rule.OfEach(
            Endpoint, "Every private endpoint is found by the name of what it leads to", "Settings name accounts and the vault by their public names.",
            (endpoint, deployment) => deployment.Of(Endpoint + "/privateDnsZoneGroups")
                .Where(names => names.Id.StartsWith(endpoint.Id + "/", StringComparison.Ordinal))
                .SelectMany(names => names.List("properties.privateDnsZoneConfigs"))
                .Select(config => (string?)config["properties"]!["privateDnsZoneId"])
                .Any(id => deployment.Of(Zone).Any(zone => zone.Id == id && zone.Name == ZoneNames.GetValueOrDefault(ServiceOf(endpoint))))
                    ? null
                    : $"it is not in the zone of {ServiceOf(endpoint)}",
            new Edit(File, "(each, index) in endpoints", "(each, index) in take(endpoints, 4)"),
            new Edit(File, "zone[indexOf(services, each.service)]", "zone[0]"),
            new Edit(File, "'privatelink.table.", "'privatelink.tables."),
            new Edit(File, "'.vaultcore.'", "'.vault-core.'")),

        Rule.OfEach(
            Zone, "Every zone is asked by the network of the app", "Otherwise the app asks at the public address, which is closed.",
            (zone, deployment) => deployment.Of(Zone + "/virtualNetworkLinks").Any(link =>
                link.Name.Contains(zone.Name.Trim('[', ']'), StringComparison.Ordinal)
                && deployment.Of(Network).Any(network => network.Id == link.Text("properties.virtualNetwork.id")))
                    ? null
                    : "it is not linked",
            new Edit(File, "(service, index) in services", "(service, index) in take(services, 3)"),
            new Edit(File, "id: network.id", "id: resourceId('Microsoft.Network/virtualNetworks', 'another')")),

        Rule.OfEach(
            App, "The app is in a subnet that is handed to it", "Flex Consumption takes no other, and none whose name has an underscore.",
            (app, deployment) => SubnetOf(app, deployment) is not { } subnet ? "it is in no subnet of the network"
                : subnet["properties"]!["delegations"]?.AsArray().Any(to => (string?)to!["properties"]!["serviceName"] == "Microsoft.App/environments") != true
                    ? "its subnet is not delegated to Microsoft.App/environments"
                    : ((string)subnet["name"]!).Contains('_', StringComparison.Ordinal) ? "the name of its subnet has an underscore" : null,
            new Edit("modules/app.bicep", "virtualNetworkSubnetId: subnet.id", "virtualNetworkSubnetId: null"),
            new Edit("modules/app.bicep", "'${networkName}/${subnetName}'", "'${networkName}/endpoints'"),
            new Edit("modules/app.bicep", "'${networkName}/${subnetName}'", "'another/${subnetName}'"),
            new Edit(File, "'Microsoft.App/environments'", "'Microsoft.Web/serverFarms'"),
            new Edit("main.bicep", "var appSubnetName = 'app'", "var appSubnetName = 'the_app'")),

        Rule.OfEach(
            App, "All that the app sends goes through the network", "The deployed package, secrets and queues are fetched by different parts of Azure.",
            app => app.Flag("properties.outboundVnetRouting.allTraffic") == true ? null : "outboundVnetRouting.allTraffic is not true",
            new Edit("modules/app.bicep", "allTraffic: true", "applicationTraffic: true"),
            new Edit("modules/app.bicep", "allTraffic: true", "allTraffic: false")),

        Rule.OfEach(
            Endpoint, "Private endpoints stand beside the app and not with it", "A subnet that is delegated takes none.",
            (endpoint, deployment) => deployment.Of(Network).Any(network => network.List("properties.subnets").Any(subnet =>
                $"{network.Id}/subnets/{subnet["name"]}" == endpoint.Text("properties.subnet.id") && subnet["properties"]!["delegations"] is null))
                    ? null
                    : "it is in no subnet of the network that is free",
            new Edit(File, "id: network::endpointSubnet.id", "id: resourceId('Microsoft.Network/virtualNetworks/subnets', name, appSubnetName)"),
            new Edit(File, "id: network::endpointSubnet.id", "id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'another', 'endpoints')")),

        new(
            "Endpoints are there before the app, and the app is let in before it gets its settings",
            "A package or a secret that is not reached at the first try is asked for again only after hours.",
            deployment => Order.Select(pair => (
                $"{pair.First} before {pair.Then}",
                (deployment.Template["resources"]![pair.Then]?["dependsOn"] as JsonArray)?.Any(name => (string?)name == pair.First) == true
                    ? null
                    : $"{pair.Then} does not wait")),
            [
                new Edit("main.bicep", "    hubAccount\n    network\n", "    hubAccount\n"),
                new Edit("main.bicep", "    dataAccount\n    hubAccount\n    vault\n  ]\n}\n\n// After the network", "    dataAccount\n    hubAccount\n  ]\n}\n\n// After the network"),
                new Edit("main.bicep", "  dependsOn: [\n    access\n  ]\n", ""),
            ]),
    ];

    /// <summary>The services of an account or a vault that the app's settings and its package lead to.</summary>
    private static IEnumerable<string> Used(Resource resource, Deployment deployment)
    {
        var addresses = deployment.Settings.Values
            .Concat(deployment.Of(App).Select(app => app.Text("properties.functionAppConfig.deployment.storage.value")).OfType<string>())
            .Where(address => address.Contains(resource.Name, StringComparison.Ordinal))
            .ToList();
        if (resource.Type == Vault)
        {
            return addresses.Count > 0 ? ["vault"] : [];
        }

        // The Functions host and the task hub work with all three.
        return deployment.Settings.GetValueOrDefault("AzureWebJobsStorage__accountName") == resource.Name
            ? ["blob", "queue", "table"]
            : new[] { "blob", "queue", "table" }.Where(service =>
                addresses.Any(address => address.Contains($".{service}.", StringComparison.Ordinal)));
    }

    private static bool HasEndpoint(Resource resource, string service, Deployment deployment) => deployment.Of(Endpoint).Any(endpoint =>
        Connections(endpoint).Any(to => (string?)to["privateLinkServiceId"] == resource.Id) && ServiceOf(endpoint) == service);

    private static string ServiceOf(Resource endpoint) =>
        string.Join(",", Connections(endpoint).SelectMany(to => to["groupIds"]!.AsArray()).Select(service => (string?)service));

    private static IEnumerable<JsonNode> Connections(Resource endpoint) =>
        endpoint.List("properties.privateLinkServiceConnections").Select(connection => connection["properties"]!);

    private static JsonNode? SubnetOf(Resource app, Deployment deployment) => deployment.Of(Network)
        .SelectMany(network => network.List("properties.subnets").Select(subnet => (Id: $"{network.Id}/subnets/{subnet["name"]}", subnet)))
        .FirstOrDefault(each => each.Id == app.Text("properties.virtualNetworkSubnetId")).subnet;
}
