// A storage account that is entered with identities only. Used twice: for what must be kept, and for the runtime's task hub.

@description('Where.')
param location string

@description('Name of the account: 3 to 24 lower-case letters and digits.')
param name string

@description('How many copies, and where.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param redundancy string

@description('Blob containers to create.')
param containers array

@description('Which requests to tables, queues and blobs are logged.')
param loggedRequests array

@description('Whether the account is reached by private endpoints alone.')
param closed bool

@description('Whether the account is locked against deletion.')
param locked bool

@description('Where logs go.')
param workspaceId string

@description('For how many days a deleted blob or container can be brought back.')
param softDeleteDays int = 14

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // No key that can be copied, and so no shared access signature made from one.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // Flex Consumption without a virtual network reaches the account over its public endpoint. Who may enter is decided by
    // identity alone.
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    // Once somebody opens the public address by hand, it lets in the addresses that they name and no other.
    ...(closed
      ? {
          networkAcls: {
            defaultAction: 'Deny'
            bypass: 'None'
          }
        }
      : {})
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2026-06-01' = {
  parent: account
  name: 'default'
}

// Tables know no soft delete and no restore to a point in time: docs/operations.md says what there is instead.
resource tables 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' = {
  parent: account
  name: 'default'
}

// The only stable version, of 2016, takes no name.
#disable-next-line use-recent-api-versions
resource accountLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'Capacity'
        enabled: true
      }
    ]
  }
}

// The only stable version, of 2016, takes no name.
#disable-next-line use-recent-api-versions
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      for category in loggedRequests: {
        category: category
        enabled: true
      }
    ]
  }
}

// The only stable version, of 2016, takes no name.
#disable-next-line use-recent-api-versions
resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: queues
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      for category in loggedRequests: {
        category: category
        enabled: true
      }
    ]
  }
}

// The only stable version, of 2016, takes no name.
#disable-next-line use-recent-api-versions
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tables
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      for category in loggedRequests: {
        category: category
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'The account holds what people wrote. Remove this lock only to take the place down.'
  }
}
