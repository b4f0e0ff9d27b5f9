// A domain of the place's own, in two deployments: the first binds the name and asks for a certificate, the second switches
// HTTPS on with it. In one go every later deployment would switch HTTPS off and on again.

@description('Where.')
param location string

@description('Name of the app.')
param appName string

@description('The domain, such as prompts.example.org. Its CNAME and its asuid record have to exist.')
param domain string

@description('Whether the certificate is there and HTTPS is switched on with it.')
param secured bool

var certificateName = replace(domain, '.', '-')

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

// Made by the first deployment, and there when the second comes.
resource issued 'Microsoft.Web/sites/certificates@2025-03-01' existing = if (secured) {
  parent: app
  name: certificateName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2025-03-01' = {
  parent: app
  name: domain
  properties: {
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: secured ? 'SniEnabled' : 'Disabled'
    thumbprint: secured ? issued!.properties.thumbprint : null
  }
}

// Free, and renewed by Azure for as long as the CNAME points at the app.
resource certificate 'Microsoft.Web/sites/certificates@2025-03-01' = if (!secured) {
  parent: app
  name: certificateName
  location: location
  properties: {
    canonicalName: domain
  }
  dependsOn: [
    binding
  ]
}
