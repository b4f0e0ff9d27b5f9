using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about who may do what.</summary>
internal static class AccessRules
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";
    private const string File = "modules/access.bicep";
    private const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string QueueContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    public static IReadOnlyList<Rule> All { get; } =
    [
        Rule.OfEach(
            Assignment, "A role is given on the smallest thing that works", "A stolen identity opens what its roles open, and no more.",
            (assignment, deployment) =>
            {
                var role = assignment.Text("properties.roleDefinitionId")!.Split('/')[^1];
                return Needed(assignment.Scope, deployment).Contains(role) ? null : $"role {role} is not needed on {assignment.Scope}";
            },
            new Edit(File, "scope: secret[index]", "scope: vault"),
            new Edit(File, "  scope: insights\n", ""),
            new Edit(File, "  scope: hubAccount\n  name: guid(hubAccount.id, principalId, roles.storageBlobDataOwner)", "  scope: dataAccount\n  name: guid(dataAccount.id, principalId, roles.storageBlobDataOwner)"),
            new Edit(File, "  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'", "  storageTableDataContributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c'")),

        Rule.OfEach(
            Assignment, "Roles are given to the app and to nobody else", "People get theirs for an hour, from whoever watches over that.",
            assignment => assignment.Text("properties.principalType") == "ServicePrincipal"
                && assignment.Text("properties.principalId")?.Contains("outputs.principalId", StringComparison.Ordinal) == true
                    ? null
                    : "it is given to somebody else",
            new Edit(File, "principalType: 'ServicePrincipal'", "principalType: 'User'"),
            new Edit("main.bicep", "principalId: app.outputs.principalId", "principalId: '11111111-1111-1111-1111-111111111111'")),

        Rule.OfEach(
            Assignment, "A recreated app gets roles of its own", "Whom an assignment is for cannot be changed, so one of the same name would stop the deployment.",
            assignment => assignment.Name.Contains("outputs.principalId", StringComparison.Ordinal)
                || assignment.Text("properties.principalId")?.StartsWith('[') == false
                    ? null
                    : "its name does not say whom it is for",
            new Edit(File, "guid(insights.id, principalId, ", "guid(insights.id, insightsName, ")),
    ];

    private static IReadOnlyList<string> Needed(string scope, Deployment deployment)
    {
        var name = scope.Split('/')[^1];
        var kind = scope.Split("/providers/")[^1];
        return kind.Split('/') switch
        {
            ["Microsoft.Storage", "storageAccounts", _] when deployment.Settings.GetValueOrDefault("AzureWebJobsStorage__accountName") == name =>
                [BlobOwner, QueueContributor, TableContributor],
            ["Microsoft.Storage", "storageAccounts", _] when deployment.Settings.GetValueOrDefault("PLACELEAD_STORAGE")?.Contains(name, StringComparison.Ordinal) == true =>
                [TableContributor],
            ["Microsoft.KeyVault", "vaults", _, "secrets", _] => [SecretsUser],
            ["Microsoft.Insights", "components", _] => [MetricsPublisher],
            _ => [],
        };
    }
}
