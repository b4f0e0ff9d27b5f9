// Who may do what: the app's identity, and nobody else. Each role is given on the smallest thing that works.

@description('Object id of the app\'s identity. It makes the names of the assignments too: a recreated app has another, and an assignment never changes whom it is for.')
param principalId string

@description('The account that holds cohorts and what people wrote.')
param dataAccountName string

@description('The account of the task hub and of the deployed package.')
param hubAccountName string

@description('The vault.')
param vaultName string

@description('The secrets that the app reads.')
param secrets array

@description('The Application Insights component.')
param insightsName string

var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName
}

resource hubAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hubAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' existing = [
  for name in secrets: {
    parent: vault
    name: name
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Reads and writes cohorts, identities and encrypted reflections, and creates the tables at its first start, which a role on
// a single table would not allow. The account holds nothing else, and the app gets neither its blobs nor its queues.
resource dataTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dataAccount
  name: guid(dataAccount.id, principalId, roles.storageTableDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageTableDataContributor
    )
  }
}

// The Functions host takes leases on blobs of its own and sets their owners; Durable Functions keeps its leases and large
// messages in blobs; the deployed package is a blob that the app fetches and, when it is deployed to, writes.
resource hubBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hubAccount
  name: guid(hubAccount.id, principalId, roles.storageBlobDataOwner)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

// Durable Functions creates its queues and moves its work through them.
resource hubQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hubAccount
  name: guid(hubAccount.id, principalId, roles.storageQueueDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageQueueDataContributor
    )
  }
}

// Durable Functions keeps instances and their history in tables that it creates.
resource hubTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hubAccount
  name: guid(hubAccount.id, principalId, roles.storageTableDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageTableDataContributor
    )
  }
}

// Reads each of its secrets by name: it can neither list the vault nor read a secret that somebody else puts there.
resource secretReaders 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, index) in secrets: {
    scope: secret[index]
    name: guid(vault.id, name, principalId, roles.keyVaultSecretsUser)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    }
  }
]

// Sends traces, metrics and logs; it cannot read them.
resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, principalId, roles.monitoringMetricsPublisher)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
  }
}
