// Everything a place needs in Azure, in one resource group. docs/operations.md says how to deploy it.

targetScope = 'resourceGroup'

import { secretNames } from 'modules/secrets.bicep'

@description('Where everything is. A region with availability zones and a paired region, such as uksouth.')
param location string = resourceGroup().location

@description('Name of the app, unique in the world; pages are at https://NAME.azurewebsites.net until there is a domain.')
@minLength(3)
@maxLength(32)
param appName string

@description('Copies of the account that must be kept. GZRS: three zones here, and a copy in the paired region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param dataRedundancy string

@description('Copies of the account of the task hub, whose content can be thrown away.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param hubRedundancy string

@description('Locks the data account and the vault against deletion.')
param locked bool

@description('Name of the task hub. Another name is a new, empty hub, and the cohorts are taken up in it from the tables.')
@minLength(3)
@maxLength(45)
param hubName string = 'placeleadership'

@description('Keeps one instance for pages warm.')
param keepOneInstanceReady bool

@description('Memory of an instance, in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances there are at one time.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Address of the SendGrid API. https://api.eu.sendgrid.com keeps mail data in the European Union and takes only keys of a subuser there: docs/operations.md.')
@allowed(['https://api.sendgrid.com', 'https://api.eu.sendgrid.com'])
param sendGridEndpoint string = 'https://api.sendgrid.com'

@description('The public key with which SendGrid signs its events: not a secret.')
param sendGridEventsKey string

@description('Domain at which polls for a date are answered by mail, such as replies.example.org. Empty: on the page alone.')
param replyDomain string = ''

@description('Address of the OpenID Connect provider at which people sign in: docs/operations.md. Empty: with the manager key alone.')
param oidcAuthority string = ''

@description('What the provider knows this place by: the client id of its registration there.')
param oidcClientId string = ''

@description('Ids of the Entra tenants whose people may sign in, separated by commas. Empty for a provider of one tenant.')
param oidcTenants string = ''

@description('What members of groups of the provider are granted, such as GROUP=manager@everywhere. Empty where its roles say it, which is better.')
param oidcGroups string = ''

@description('Whom the provider\'s access tokens for the API are for, such as api://placelead. Empty for the client id.')
param oidcAudience string = ''

@description('Networks of the proxies in front of the app that are believed when they say where somebody comes from, separated by commas.')
param trustedProxies string = ''

@description('What stands on top of the pages of staff instead of PlaceLeadership: docs/operations.md. Empty: the name of the product.')
@maxLength(60)
param brandName string = ''

@description('Colour of headers, buttons and links, such as #0a5568. Empty: the product\'s own.')
param brandColour string = ''

@description('File of the logo in the folder of the app, such as logo.svg. Empty: none.')
param brandLogo string = ''

@description('How to reach the team, at the foot of every page as it is written.')
@maxLength(200)
param brandContact string = ''

@description('When the watchdog looks: six fields as Azure Functions reads them.')
param watchdogSchedule string = '0 */10 * * * *'

@description('Who is told of alerts and of the budget.')
param alertEmail string

@description('How many minutes the oldest message may wait before that is an alert.')
@minValue(10)
param outboxAgeMinutesMax int = 30

@description('What the place may cost in a month, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('The first day of this month, such as 2026-12-01: needed for the first deployment, as Azure takes no earlier one. Empty afterwards, and the budget stays.')
param budgetStart string

@description('How long logs are kept, in days.')
@minValue(30)
param logRetentionDays int

@description('At most this many gigabytes of logs a day.')
@minValue(1)
param logGbADayMax int = 1

@description('At most this many gigabytes a day of who read and wrote storage and vault: about 1.2 with 1,000 cohorts.')
@minValue(1)
param auditGbADayMax int = 5

@description('Whether storage and vault are reached from a network of their own alone: docs/operations.md. Otherwise their public addresses answer, and let in by identity.')
param privateNetwork bool = false

@description('The addresses of that network. Others only if it is to be joined to a network that has these already.')
param networkAddresses string = '10.71.0.0/23'

@description('A domain of the place\'s own, such as prompts.example.org, or empty.')
param customDomain string = ''

@description('Switches HTTPS on for the domain and moves all links to it. Only once its certificate has been issued.')
param customDomainSecured bool = false

@description('PLACELEAD_KEYS. Needed for the first deployment; empty afterwards, and what the vault holds stays.')
@secure()
param keys string

@description('PLACELEAD_MANAGER_KEY, likewise.')
@secure()
param managerKey string

@description('PLACELEAD_SENDGRID_KEY, likewise.')
@secure()
param sendGridKey string

@description('PLACELEAD_REPLY_KEY, likewise, where replyDomain is given.')
@secure()
param replyKey string

@description('PLACELEAD_OIDC_CLIENT_SECRET, likewise, where oidcAuthority is given.')
@secure()
param oidcClientSecret string

// Names are made here and not handed from module to module, so that a preview (what-if) shows what it would create.
var unique = uniqueString(resourceGroup().id)
var dataAccountName = 'data${unique}'
var hubAccountName = 'hub${unique}'
var vaultName = 'kv-${unique}'
var insightsName = '${appName}-insights'
var packageContainer = 'packages'
var networkName = '${appName}-network'
var appSubnetName = 'app'

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    workspaceName: '${appName}-logs'
    auditName: '${appName}-audit'
    insightsName: insightsName
    retentionDays: logRetentionDays
    dailyCapGb: logGbADayMax
    auditCapGb: auditGbADayMax
  }
}

// Cohorts, names and what people wrote. An account of its own, so that the Functions host, which needs wide rights on its
// storage, has them elsewhere, and so that the hub's account can be emptied without a second thought.
module dataAccount 'modules/storage.bicep' = {
  params: {
    location: location
    name: dataAccountName
    redundancy: dataRedundancy
    containers: []
    // Who read what people wrote is a question that gets asked.
    loggedRequests: [
      'StorageRead'
      'StorageWrite'
      'StorageDelete'
    ]
    closed: privateNetwork
    locked: locked
    workspaceId: monitoring.outputs.auditId
  }
}

// The task hub and the deployed package.
module hubAccount 'modules/storage.bicep' = {
  params: {
    location: location
    name: hubAccountName
    redundancy: hubRedundancy
    containers: [
      packageContainer
    ]
    // Reads and writes here are the runtime's polling, millions a month, and say nothing about anybody.
    loggedRequests: [
      'StorageDelete'
    ]
    closed: privateNetwork
    locked: false
    workspaceId: monitoring.outputs.auditId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    location: location
    name: vaultName
    closed: privateNetwork
    locked: locked
    workspaceId: monitoring.outputs.auditId
    keys: keys
    managerKey: managerKey
    sendGridKey: sendGridKey
    replyKey: replyKey
    oidcClientSecret: oidcClientSecret
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    location: location
    name: networkName
    addresses: networkAddresses
    appSubnetName: appSubnetName
    dataAccountName: dataAccountName
    hubAccountName: hubAccountName
    vaultName: vaultName
  }
  dependsOn: [
    dataAccount
    hubAccount
    vault
  ]
}

// After the network: the app fetches its package, and its secrets, through it.
module app 'modules/app.bicep' = {
  params: {
    location: location
    name: appName
    planName: '${appName}-plan'
    packageContainerUrl: 'https://${hubAccountName}.blob.${environment().suffixes.storage}/${packageContainer}'
    keepOneInstanceReady: keepOneInstanceReady
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    networkName: privateNetwork ? networkName : ''
    subnetName: appSubnetName
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [
    hubAccount
    network
  ]
}

module access 'modules/access.bicep' = {
  params: {
    principalId: app.outputs.principalId
    dataAccountName: dataAccountName
    hubAccountName: hubAccountName
    vaultName: vaultName
    secrets: concat(
      [
        secretNames.keys
        secretNames.sendGridKey
      ],
      empty(oidcAuthority) ? [secretNames.managerKey] : [],
      empty(replyDomain) ? [] : [secretNames.replyKey],
      empty(oidcAuthority) ? [] : [secretNames.oidcClientSecret]
    )
    insightsName: insightsName
  }
  dependsOn: [
    dataAccount
    hubAccount
    vault
  ]
}

module domain 'modules/domain.bicep' = if (!empty(customDomain)) {
  params: {
    location: location
    appName: appName
    domain: customDomain
    secured: customDomainSecured
  }
  dependsOn: [
    app
  ]
}

module settings 'modules/settings.bicep' = {
  params: {
    appName: appName
    publicAddress: customDomainSecured ? 'https://${customDomain}/' : 'https://${app.outputs.hostName}/'
    tableEndpoint: 'https://${dataAccountName}.table.${environment().suffixes.storage}/'
    vaultUri: 'https://${vaultName}${environment().suffixes.keyvaultDns}/'
    hubAccountName: hubAccountName
    hubName: hubName
    sendGridEndpoint: sendGridEndpoint
    sendGridEventsKey: sendGridEventsKey
    replyDomain: replyDomain
    oidcAuthority: oidcAuthority
    oidcClientId: oidcClientId
    oidcTenants: oidcTenants
    oidcGroups: oidcGroups
    oidcAudience: oidcAudience
    trustedProxies: trustedProxies
    brandName: brandName
    brandColour: brandColour
    brandLogo: brandLogo
    brandContact: brandContact
    watchdogSchedule: watchdogSchedule
    insightsConnectionString: monitoring.outputs.connectionString
  }
  dependsOn: [
    access
  ]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    location: location
    namePrefix: appName
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    outboxAgeMinutesMax: outboxAgeMinutesMax
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

@description('Name of the app.')
output appName string = appName

@description('Where the app answers without a domain of its own.')
output address string = 'https://${app.outputs.hostName}/'

@description('The value of the TXT record asuid.DOMAIN.')
output domainVerificationId string = app.outputs.domainVerificationId

@description('Name of the account that must be kept.')
output dataAccount string = dataAccountName

@description('Name of the account of the task hub.')
output hubAccount string = hubAccountName

@description('Name of the vault.')
output vault string = vaultName
