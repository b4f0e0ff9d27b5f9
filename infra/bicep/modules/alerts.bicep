// What wakes somebody. Each alert says what to do first and where docs/operations.md goes on.

@description('Where.')
param location string

@description('What the names of the alerts begin with.')
param namePrefix string

@description('The workspace that holds the metrics.')
param workspaceId string

@description('Who is told.')
param email string

@description('How many minutes the oldest message may wait before that is an alert.')
param outboxAgeMinutesMax int

@description('What the place may cost in a month, in the currency of the subscription.')
param monthlyBudget int

@description('The first day of the month in which the budget begins. Empty: the budget that is there stays.')
param budgetStart string

var alerts = [
  {
    name: 'in-doubt'
    title: 'Messages are in doubt'
    severity: 2
    query: 'AppMetrics | where Name == "placeleadership.messages.in_doubt"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    description: 'Nobody knows whether these messages left. Do not send them again. First wait 15 minutes: the provider\'s events settle most of them. Then see docs/operations.md, "Messages in doubt".'
  }
  {
    name: 'outbox-age'
    title: 'Messages wait too long'
    severity: 2
    query: 'AppMetrics | where Name == "placeleadership.outbox.age"'
    column: 'Max'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: outboxAgeMinutesMax * 60
    description: 'Messages that are due do not leave. First look whether SendGrid is up and its key still valid. Then see docs/operations.md, "Messages wait".'
  }
  {
    name: 'watchdog-mends'
    title: 'The watchdog keeps mending'
    severity: 3
    query: 'AppMetrics | where Name == "placeleadership.watchdog.mends"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 2
    description: 'Cohorts had stopped and were started again; no message is lost. Once after a deployment or a rebuild is normal. First look for failed rounds. Then see docs/operations.md, "The watchdog mends".'
  }
  {
    name: 'refused'
    title: 'Messages were refused'
    severity: 2
    query: 'AppMetrics | where Name in ("placeleadership.messages.refused", "placeleadership.messages.held")'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    description: 'The provider refused messages, for their address or for what is in them. First tell the programme manager, who sees which. Then see docs/operations.md, "Messages were refused".'
  }
  {
    name: 'sending-stopped'
    title: 'Nothing is sent'
    severity: 1
    query: 'AppMetrics | where Name == "placeleadership.sending.stopped"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    description: 'The mail provider does not take the key, the sender or the account. No message is lost. First sign in to SendGrid and look for a notice on the account. Then see docs/operations.md, "Nothing is sent".'
  }
  {
    name: 'standstill'
    title: 'A cohort stood still'
    severity: 2
    query: 'AppMetrics | where Name == "placeleadership.standstills"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    description: 'Messages waited and nothing moved; the app sends them by itself. First open /health/ready: 200 means that they have gone. Then see docs/operations.md, "A cohort stood still".'
  }
  {
    name: 'rounds-failed'
    title: 'Tending or delivery fails'
    severity: 2
    query: 'AppMetrics | where Name == "placeleadership.rounds.failed"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 5
    description: 'Rounds fail and are tried again every five minutes; nothing is lost meanwhile. First open /health/ready. Then see docs/operations.md, "Rounds fail".'
  }
  {
    name: 'silence'
    title: 'Nothing is heard of the app'
    severity: 1
    query: 'union isfuzzy=true AppMetrics, AppRequests, AppTraces | summarize Heard = count()'
    column: 'Heard'
    aggregation: 'Total'
    operator: 'LessThan'
    threshold: 1
    description: 'The watchdog reports every few minutes, and nothing came for an hour: the app does not start. First open /health/live. Then see docs/operations.md, "Silence".'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-operators'
  location: 'global'
  properties: {
    groupShortName: 'placelead'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in alerts: {
    name: '${namePrefix}-${alert.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      // A quarter of an hour costs a third of what five minutes do. The window is wider than the step because telemetry
      // arrives some minutes late.
      evaluationFrequency: 'PT15M'
      windowSize: alert.name == 'silence' ? 'PT1H' : 'PT30M'
      autoMitigate: true
      // The tables appear with the first telemetry, and the rules are there before it.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: alert.column
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = if (!empty(budgetStart)) {
  name: '${namePrefix}-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetStart
    }
    notifications: {
      // What to do: docs/operations.md, "The budget is used up".
      most_of_it_is_spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [
          email
        ]
        contactGroups: [
          people.id
        ]
      }
      it_will_not_be_enough: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [
          email
        ]
        contactGroups: [
          people.id
        ]
      }
    }
  }
}
