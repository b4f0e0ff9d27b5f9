// The function app on Flex Consumption. Its settings come later, from settings.bicep: they refer to the vault, and the app's
// identity has to be let in there first.

@description('Where.')
param location string

@description('Name of the app; its address is https://NAME.azurewebsites.net.')
param name string

@description('Name of the plan.')
param planName string

@description('Address of the blob container that holds the deployed package.')
param packageContainerUrl string

@description('Whether one instance for pages is kept warm, so that nobody waits for a cold start.')
param keepOneInstanceReady bool

@description('Memory of an instance, in megabytes.')
param instanceMemoryMB int

@description('The most instances there are at one time.')
param maximumInstanceCount int

@description('The network that the app goes out through; empty for none.')
param networkName string

@description('The subnet of it that is the app\'s.')
param subnetName string

@description('Where logs go.')
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2026-03-01' existing = if (!empty(networkName)) {
  name: '${networkName}/${subnetName}'
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // People open the pages, and SendGrid tells what became of mails.
    publicNetworkAccess: 'Enabled'
    ...(empty(networkName)
      ? {}
      : {
          virtualNetworkSubnetId: subnet.id
          outboundVnetRouting: {
            allTraffic: true
          }
        })
    // The certificate of a custom domain belongs to the app itself on Flex Consumption. This can only be chosen when the app
    // is created. The compiler's types do not know the property yet.
    #disable-next-line BCP037
    siteScopedCertificatesEnabled: true
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'SystemAssignedIdentity'
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: keepOneInstanceReady
          ? [
              {
                name: 'http'
                instanceCount: 1
              }
            ]
          : []
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      http20Enabled: true
    }
  }
}

// Deploying goes with an identity too: the passwords of the publishing profile are switched off.
resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

// Never the log of HTTP requests: the path of a page holds the token that lets its reader in.
// The only stable version, of 2016, takes no name.
#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}

output principalId string = app.identity.principalId
output hostName string = app.properties.defaultHostName
output domainVerificationId string = app.properties.customDomainVerificationId
