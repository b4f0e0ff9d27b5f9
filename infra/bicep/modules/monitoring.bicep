// What the app and its neighbours say: one workspace with Application Insights on top of it, and one for who read and wrote what,
// which grows with every request and must not fill the daily limit of the one that alerts are read from.

@description('Where.')
param location string

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of the workspace for who read and wrote storage and vault.')
param auditName string

@description('Name of the Application Insights component.')
param insightsName string

@description('How long logs are kept, in days.')
param retentionDays int

@description('At most this many gigabytes a day: what is beyond is dropped, so that a loop of errors cannot empty the budget.')
param dailyCapGb int

@description('The same for the audit.')
param auditCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    features: {
      // Nobody writes or reads with the workspace's key.
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource audit 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: auditName
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: auditCapGb
    }
    features: {
      // Nobody writes or reads with the workspace's key.
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // The connection string says where, and lets nobody in: the app writes with its identity.
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output auditId string = audit.id
// Not a secret: without local authentication it is an address.
output connectionString string = insights.properties.ConnectionString
