// The settings of the app, after its identity has been let in everywhere: a reference to the vault that fails at its first
// try is looked at again only after hours.

import { secretNames } from 'secrets.bicep'

@description('Name of the app.')
param appName string

@description('Where people reach the pages.')
param publicAddress string

@description('Address of the table service that keeps cohorts.')
param tableEndpoint string

@description('Address of the vault, with a slash at its end.')
param vaultUri string

@description('The account of the Functions host and of the task hub.')
param hubAccountName string

@description('Name of the task hub.')
param hubName string

@description('Address of the SendGrid API.')
param sendGridEndpoint string

@description('The public key with which SendGrid signs its events.')
param sendGridEventsKey string

@description('Domain at which polls are answered by mail; empty for on the page alone.')
param replyDomain string

@description('Address of the OpenID Connect provider at which people sign in; empty for the manager key alone.')
param oidcAuthority string

@description('What the provider knows the place by.')
param oidcClientId string

@description('Ids of the Entra tenants whose people may sign in, separated by commas.')
param oidcTenants string

@description('What members of the provider\'s groups are granted; empty where its roles say it.')
param oidcGroups string

@description('Whom the provider\'s access tokens for the API are for; empty for the client id.')
param oidcAudience string

@description('Networks of the proxies in front of the app, separated by commas.')
param trustedProxies string

@description('What stands on top of the pages of staff; empty for the name of the product.')
param brandName string

@description('Colour of headers, buttons and links; empty for that of the product.')
param brandColour string

@description('File of the logo in the folder of the app; empty for none.')
param brandLogo string

@description('How to reach the team.')
param brandContact string

@description('When the watchdog looks.')
param watchdogSchedule string

@description('Where telemetry goes; the identity of the app lets it in.')
param insightsConnectionString string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

// FUNCTIONS_WORKER_RUNTIME is not set: on Flex Consumption the runtime is a property of the app.
resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    PLACELEAD_STORAGE: tableEndpoint
    PLACELEAD_HUB: hubName
    PLACELEAD_PUBLIC_ADDRESS: publicAddress
    PLACELEAD_KEYS: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secretNames.keys})'
    PLACELEAD_MANAGER_KEY: empty(oidcAuthority)
      ? '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secretNames.managerKey})'
      : ''
    PLACELEAD_OIDC_AUTHORITY: oidcAuthority
    PLACELEAD_OIDC_CLIENT_ID: empty(oidcAuthority) ? '' : oidcClientId
    PLACELEAD_OIDC_CLIENT_SECRET: empty(oidcAuthority)
      ? ''
      : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secretNames.oidcClientSecret})'
    PLACELEAD_OIDC_TENANTS: empty(oidcAuthority) ? '' : oidcTenants
    PLACELEAD_OIDC_GROUPS: empty(oidcAuthority) ? '' : oidcGroups
    PLACELEAD_OIDC_AUDIENCE: empty(oidcAuthority) ? '' : oidcAudience
    PLACELEAD_TRUSTED_PROXIES: trustedProxies
    PLACELEAD_BRAND_NAME: brandName
    PLACELEAD_BRAND_COLOUR: brandColour
    PLACELEAD_BRAND_LOGO: brandLogo
    PLACELEAD_BRAND_CONTACT: brandContact
    PLACELEAD_MAIL: 'sendgrid'
    PLACELEAD_SENDGRID_KEY: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secretNames.sendGridKey})'
    PLACELEAD_SENDGRID_ENDPOINT: sendGridEndpoint
    PLACELEAD_SENDGRID_EVENTS_KEY: sendGridEventsKey
    PLACELEAD_REPLY_DOMAIN: replyDomain
    PLACELEAD_REPLY_KEY: empty(replyDomain)
      ? ''
      : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secretNames.replyKey})'
    PLACELEAD_CLOCK: 'real'
    PLACELEAD_WATCHDOG_SCHEDULE: watchdogSchedule
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
    AzureWebJobsStorage__accountName: hubAccountName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsDisableHomepage: 'true'
  }
}
