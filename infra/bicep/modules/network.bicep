// A network for the app, with private endpoints of the storage accounts and the vault, which then need no public address.
// People reach the pages as before.

@description('Where.')
param location string

@description('Name of the network; the names of its endpoints begin with it.')
param name string

@description('The addresses of the network; half of them are for the app, an eighth for the endpoints.')
param addresses string

@description('Name of the subnet that the app is in.')
param appSubnetName string

@description('The account that holds cohorts and what people wrote.')
param dataAccountName string

@description('The account of the task hub and of the deployed package.')
param hubAccountName string

@description('The vault.')
param vaultName string

var services = ['blob', 'queue', 'table', 'vault']

// The names that Azure itself leads to for an account or a vault that has a private endpoint.
var zoneNames = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}

var addressBits = int(split(addresses, '/')[1])

// One for each service that the app uses. Of the data account these are the tables alone.
var endpoints = [
  {
    name: 'data-table'
    service: 'table'
    type: 'Microsoft.Storage/storageAccounts'
    target: dataAccountName
  }
  {
    name: 'hub-blob'
    service: 'blob'
    type: 'Microsoft.Storage/storageAccounts'
    target: hubAccountName
  }
  {
    name: 'hub-queue'
    service: 'queue'
    type: 'Microsoft.Storage/storageAccounts'
    target: hubAccountName
  }
  {
    name: 'hub-table'
    service: 'table'
    type: 'Microsoft.Storage/storageAccounts'
    target: hubAccountName
  }
  {
    name: 'vault'
    service: 'vault'
    type: 'Microsoft.KeyVault/vaults'
    target: vaultName
  }
]

// Subnets stand in the network itself: as resources of their own, a later deployment would take them away first.
resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: name
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        addresses
      ]
    }
    subnets: [
      {
        name: appSubnetName
        properties: {
          addressPrefix: cidrSubnet(addresses, addressBits + 1, 0)
          // What Flex Consumption runs in. The subscription has to know the provider Microsoft.App.
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
          // Mail, telemetry and sign-in are on the internet.
          defaultOutboundAccess: true
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addresses, addressBits + 3, 4)
          defaultOutboundAccess: false
        }
      }
    ]
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: zoneNames[service]
    location: 'global'
  }
]

// Without its link a zone is not asked, and the app would ask at the public address, which is closed.
resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, index) in services: {
    parent: zone[index]
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

// One after the other: an account and a subnet each bear one change at a time.
@batchSize(1)
resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for each in endpoints: {
    name: '${name}-${each.name}'
    location: location
    properties: {
      subnet: {
        id: network::endpointSubnet.id
      }
      privateLinkServiceConnections: [
        {
          name: each.name
          properties: {
            privateLinkServiceId: resourceId(each.type, each.target)
            groupIds: [
              each.service
            ]
          }
        }
      ]
    }
  }
]

// Writes the address of the endpoint into the zone.
resource endpointName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (each, index) in endpoints: {
    parent: endpoint[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: each.service
          properties: {
            privateDnsZoneId: zone[indexOf(services, each.service)].id
          }
        }
      ]
    }
    dependsOn: [
      link
    ]
  }
]
