// The key vault, and the secrets of the app in it.

import { secretNames } from 'secrets.bicep'

@description('Where.')
param location string

@description('Name of the vault: 3 to 24 letters, digits and hyphens.')
param name string

@description('Whether the vault is reached by its private endpoint alone. Secrets are written by a deployment all the same.')
param closed bool

@description('Whether the vault is locked against deletion.')
param locked bool

@description('Where logs go.')
param workspaceId string

@description('Signs links, protects sign-ins and encrypts reflections. Empty: what the vault holds stays.')
@secure()
param keys string

@description('What programme managers sign in with. Empty: what the vault holds stays.')
@secure()
param managerKey string

@description('The SendGrid key. Empty: what the vault holds stays.')
@secure()
param sendGridKey string

@description('What Inbound Parse says as its password. Empty: what the vault holds stays, if it holds one.')
@secure()
param replyKey string

@description('What the app says to the provider at which people sign in. Empty: what the vault holds stays, if it holds one.')
@secure()
param oidcClientSecret string

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Not even an owner destroys a key at once: without the keys every stored reflection is unreadable for good.
    enablePurgeProtection: true
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

// A secret is only written when a value is given, so that a later deployment cannot put an old key back.
resource keysSecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(keys)) {
  parent: vault
  name: secretNames.keys
  properties: {
    value: keys
  }
}

resource managerKeySecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(managerKey)) {
  parent: vault
  name: secretNames.managerKey
  properties: {
    value: managerKey
  }
}

resource sendGridKeySecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(sendGridKey)) {
  parent: vault
  name: secretNames.sendGridKey
  properties: {
    value: sendGridKey
  }
}

resource replyKeySecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(replyKey)) {
  parent: vault
  name: secretNames.replyKey
  properties: {
    value: replyKey
  }
}

resource oidcClientSecretSecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(oidcClientSecret)) {
  parent: vault
  name: secretNames.oidcClientSecret
  properties: {
    value: oidcClientSecret
  }
}

// The only stable version, of 2016, takes no name.
#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: vault
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Without these keys every stored reflection is unreadable. Remove this lock only to take the place down.'
  }
}
