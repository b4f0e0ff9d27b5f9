using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Telemetry;

/// <summary>
/// The traces and metrics of a host. They carry the ids of cohorts and counts, and nothing about a person: no name, no
/// address, no pseudonym, no token, no path of a page.
/// </summary>
public sealed class Instruments : IDisposable
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "PlaceLeadership";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter = new(Name);
    private readonly HashSet<string> _alarms = [];
    private readonly Counter<long> _due;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _inDoubt;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _postponed;
    private readonly Counter<long> _held;
    private readonly Counter<long> _stopped;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _mends;
    private readonly Counter<long> _standstills;
    private readonly Histogram<double> _outboxAge;
    private readonly Histogram<double> _wakeDelay;

    /// <summary>Makes them.</summary>
    public Instruments()
    {
        _due = _meter.CreateCounter<long>("placeleadership.messages.due", "{message}", "Messages that became due.");
        _sent = _meter.CreateCounter<long>("placeleadership.messages.sent", "{message}", "Messages the provider accepted.");
        _inDoubt = Alarm("placeleadership.messages.in_doubt", "{message}", "Messages that came into doubt.");
        _refused = Alarm("placeleadership.messages.refused", "{message}", "Messages refused for good.");
        _postponed = _meter.CreateCounter<long>("placeleadership.messages.postponed", "{message}", "Messages to be tried again.");
        _held = Alarm("placeleadership.messages.held", "{message}", "Messages refused for what is in them.");
        _stopped = Alarm(
            "placeleadership.sending.stopped", "{delivery}", "Deliveries that stopped because of the key, the sender or the account.");
        _failed = Alarm("placeleadership.rounds.failed", "{round}", "Tendings and deliveries that failed.");
        _mends = Alarm("placeleadership.watchdog.mends", "{cohort}", "Cohorts the watchdog had to start or wake.");
        _standstills = Alarm(
            "placeleadership.standstills", "{cohort}", "Cohorts in which nothing moved although something waited, counted at each glance.");
        _alarms.Add("placeleadership.outbox.age");
        _outboxAge = _meter.CreateHistogram<double>("placeleadership.outbox.age", "s", "How long the oldest message has waited.");
        _wakeDelay = _meter.CreateHistogram<double>("placeleadership.wake.delay", "s", "How late a cohort was tended.");
    }

    /// <summary>The metrics that somebody must be told of: nothing else shows from outside what they count.</summary>
    public IReadOnlySet<string> Alarms => _alarms;

    /// <summary>Runs a piece of work in a span of its own, which follows from its cause, and counts its failure.</summary>
    /// <param name="what">The name of the span.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cause">The traceparent of what asked for it, or null.</param>
    /// <param name="work">The work.</param>
    public async Task<T> MeasureAsync<T>(string what, CohortId cohort, string? cause, Func<Activity?, Task<T>> work)
    {
        using var span = ActivityContext.TryParse(cause, null, isRemote: true, out var parent)
            ? _source.StartActivity(what, ActivityKind.Internal, parent)
            : _source.StartActivity(what);
        span?.SetTag("placeleadership.cohort", cohort.Value);
        try
        {
            return await work(span).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // The message of an exception may hold what it was about; its type says enough here. A tag, for the status's
            // description is not exported.
            span?.SetStatus(ActivityStatusCode.Error);
            span?.SetTag("error.type", failure.GetType().FullName);
            _failed.Add(1, new KeyValuePair<string, object?>("work", what));
            throw;
        }
    }

    /// <summary>A span of a page, by the template of its route: the path itself holds a token.</summary>
    public Activity? StartPage(string route) => _source.StartActivity(route, ActivityKind.Server);

    /// <summary>Counts what tending came to.</summary>
    public void Tended(TendingResult tended, Instant now)
    {
        _due.Add(tended.Queued);
        if (tended.OldestDue is { } oldest && oldest <= now)
        {
            _outboxAge.Record((now - oldest).TotalSeconds);
        }

        if (tended.WasDue is { } due && due <= now)
        {
            _wakeDelay.Record((now - due).TotalSeconds);
        }
    }

    /// <summary>Counts what delivering came to.</summary>
    public void Delivered(DeliveryResult delivered)
    {
        _sent.Add(delivered.Sent);
        _inDoubt.Add(delivered.InDoubt);
        _refused.Add(delivered.Refused);
        _postponed.Add(delivered.Postponed);
        _held.Add(delivered.Held);
        _stopped.Add(delivered.Stopped is null ? 0 : 1);
    }

    /// <summary>Counts what the watchdog had to mend.</summary>
    public void Mended(int cohorts) => _mends.Add(cohorts);

    /// <summary>Counts the cohorts in which nothing moved although something waited.</summary>
    public void StoodStill(int cohorts) => _standstills.Add(cohorts);

    private Counter<long> Alarm(string name, string unit, string description)
    {
        _alarms.Add(name);
        return _meter.CreateCounter<long>(name, unit, description);
    }

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }
}
