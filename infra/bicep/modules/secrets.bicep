// What the secrets are called in the vault; their values are nowhere in this folder.

@export()
var secretNames = {
  keys: 'placelead-keys'
  managerKey: 'placelead-manager-key'
  sendGridKey: 'placelead-sendgrid-key'
  replyKey: 'placelead-reply-key'
  oidcClientSecret: 'placelead-oidc-client-secret'
}
