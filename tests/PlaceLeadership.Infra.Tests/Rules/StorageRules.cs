using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Rules about storage accounts.</summary>
internal static class StorageRules
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string File = "modules/storage.bicep";
    private const int SoftDeleteDaysMin = 7;

    public static IReadOnlyList<Rule> All { get; } =
    [
        Rule.OfEach(
            Account, "Storage is reached over HTTPS only", "What people write must not travel in the open.",
            account => account.Flag("properties.supportsHttpsTrafficOnly") == true ? null : "supportsHttpsTrafficOnly is not true",
            new Edit(File, "supportsHttpsTrafficOnly: true", "supportsHttpsTrafficOnly: false"),
            new Edit(File, "    supportsHttpsTrafficOnly: true\n", "")),

        Rule.OfEach(
            Account, "Storage speaks TLS 1.2 or later", "Earlier versions are broken.",
            account => account.Text("properties.minimumTlsVersion") is "TLS1_2" or "TLS1_3" ? null : "minimumTlsVersion is earlier than 1.2",
            new Edit(File, "minimumTlsVersion: 'TLS1_2'", "minimumTlsVersion: 'TLS1_1'"),
            new Edit(File, "    minimumTlsVersion: 'TLS1_2'\n", "")),

        Rule.OfEach(
            Account, "No blob is public", "Nobody reads what they are not let in to.",
            (account, deployment) => account.Flag("properties.allowBlobPublicAccess") != false
                ? "allowBlobPublicAccess is not false"
                : deployment.Of(Account + "/blobServices/containers")
                    .FirstOrDefault(container => container.Id.StartsWith(account.Id + "/", StringComparison.Ordinal)
                        && container.Text("properties.publicAccess") != "None") is { } open
                    ? $"the container {open.Name} is public"
                    : null,
            new Edit(File, "allowBlobPublicAccess: false", "allowBlobPublicAccess: true"),
            new Edit(File, "publicAccess: 'None'", "publicAccess: 'Blob'")),

        Rule.OfEach(
            Account, "Storage has no keys", "A key opens everything, fits anybody, and is not logged by person.",
            account => account.Flag("properties.allowSharedKeyAccess") == false ? null : "allowSharedKeyAccess is not false",
            new Edit(File, "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
            new Edit(File, "    allowSharedKeyAccess: false\n", "")),

        Rule.OfEach(
            Account, "The portal opens storage as the person who looks", "Otherwise it tries a key first, and there is none.",
            account => account.Flag("properties.defaultToOAuthAuthentication") == true ? null : "defaultToOAuthAuthentication is not true",
            new Edit(File, "defaultToOAuthAuthentication: true", "defaultToOAuthAuthentication: false")),

        Rule.OfEach(
            Account, "Nothing is copied to another tenant", "Data of a place stays with the place.",
            account => account.Flag("properties.allowCrossTenantReplication") == false ? null : "allowCrossTenantReplication is not false",
            new Edit(File, "allowCrossTenantReplication: false", "allowCrossTenantReplication: true")),

        Rule.OfEach(
            Account, "A deleted blob or container can be brought back", "The deployed package is one, and so is whatever is exported there.",
            (account, deployment) => deployment.Of(Account + "/blobServices").FirstOrDefault(blobs => blobs.Id == $"{account.Id}/blobServices/default")
                is { } blobs && IsKept(blobs, "deleteRetentionPolicy") && IsKept(blobs, "containerDeleteRetentionPolicy")
                    ? null
                    : $"soft delete of blobs and of containers is not on for at least {SoftDeleteDaysMin} days",
            new Edit(File, "    deleteRetentionPolicy: {\n      enabled: true", "    deleteRetentionPolicy: {\n      enabled: false"),
            new Edit(File, "containerDeleteRetentionPolicy: {\n      enabled: true", "containerDeleteRetentionPolicy: {\n      enabled: false"),
            new Edit(File, "param softDeleteDays int = 14", "param softDeleteDays int = 1")),
    ];

    private static bool IsKept(Resource blobs, string policy) =>
        blobs.Flag($"properties.{policy}.enabled") == true && blobs.Number($"properties.{policy}.days") >= SoftDeleteDaysMin;
}
