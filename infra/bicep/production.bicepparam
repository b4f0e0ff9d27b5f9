// The place itself: real people.
using 'main.bicep'

param appName = 'placelead-elmbridge'
param dataRedundancy = 'Standard_GZRS'
param hubRedundancy = 'Standard_ZRS'
param locked = true
param keepOneInstanceReady = true
param alertEmail = 'it-operations@example.org'
param monthlyBudget = 100
param logRetentionDays = 90

// Shown by SendGrid under Settings, Mail Settings, Event Webhooks, Signed Event Webhook.
param sendGridEventsKey = 'paste the public key here'

// docs/operations.md, "A domain of your own".
param customDomain = ''
param customDomainSecured = false

// docs/operations.md, "Signing in with Microsoft Entra ID".
param oidcAuthority = ''
param oidcClientId = ''
param oidcTenants = ''

// docs/operations.md, "Your own name, colours and logo".
param brandName = ''
param brandColour = ''
param brandLogo = ''
param brandContact = ''

// docs/operations.md, "A private network".
param privateNetwork = false

// docs/operations.md, "Answers by mail".
param replyDomain = ''

// From the environment of whoever deploys, and only the first time: docs/operations.md, "Deploy".
param budgetStart = readEnvironmentVariable('PLACELEAD_BUDGET_START', '')
param keys = readEnvironmentVariable('PLACELEAD_KEYS', '')
param managerKey = readEnvironmentVariable('PLACELEAD_MANAGER_KEY', '')
param sendGridKey = readEnvironmentVariable('PLACELEAD_SENDGRID_KEY', '')
param replyKey = readEnvironmentVariable('PLACELEAD_REPLY_KEY', '')
param oidcClientSecret = readEnvironmentVariable('PLACELEAD_OIDC_CLIENT_SECRET', '')
