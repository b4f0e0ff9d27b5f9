using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Hosting.Pages;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Hosting.Tests;

/// <summary>
/// A cohort in which everything that belongs to a person carries a marker is run with every output listened to: logs of every
/// level, spans, metrics, and what goes in and out of the runtime. No marker may be in any of them.
/// </summary>
public sealed partial class RedactionTests : IAsyncDisposable
{
    private const string Marker = "zzmarked";
    private static readonly CohortId Cohort = new("marked-place");

    private readonly ConcurrentQueue<string> _outputs = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<string?> _causes = new();
    private readonly ActivityListener _tracing;
    private readonly MeterListener _metrics = new();
    private readonly Rehearsal _rehearsal;

    public RedactionTests()
    {
        _tracing = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_tracing);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _metrics.Start();
        _rehearsal = new Rehearsal(new Listening(_outputs), (cohort, _) =>
        {
            _outputs.Enqueue("raised " + cohort);
            _causes.Enqueue(Activity.Current?.Id);
            return Task.FromResult(true);
        });
    }

    [Fact]
    public async Task Nothing_of_a_person_is_in_a_log_a_span_a_metric_or_the_runtime_and_a_reply_can_be_followed_to_the_send()
    {
        await LaunchAsync();
        var letter = await RunUntilAskedAsync();
        var token = AnswerLink().Match(letter.Text).Groups[1].Value;
        Assert.Contains("<form", await AskAsync("GET", $"/a/{token}"), StringComparison.Ordinal);
        await AskAsync("POST", $"/a/{token}", $"do=answer&text.hope={Marker}");
        await AskAsync("GET", $"/a/{token}{Marker}");
        await AskAsync("POST", "/manage/sign-in", $"key={Marker}");
        await AskAsync("GET", $"/nowhere/{Marker}?q={Marker}");
        await AskAsync("POST", "/p/" + Link("p", letter.Text), $"until=day&day={Marker}");
        await AskAsync("POST", "/p/" + Link("p", letter.Text), "until=two-weeks");
        await AskAsync("POST", "/u/" + Link("p", letter.Text), "List-Unsubscribe=One-Click");
        await AskAsync("POST", "/l/" + Link("l", letter.Text), "do=leave");
        await _rehearsal.The<ReportsWebhook>().ReceiveAsync("sendgrid", Request("POST", "/api", $"[\"{Marker}\"]").Request);
        await RoundAsync(_causes.Last());

        // Heard at all, or the rest would prove nothing.
        var all = string.Join('\n', _outputs);
        foreach (var heard in new[] { "tend", "deliver", "/a/{token}", "messages.due", "messages.sent", $"Cohort {Cohort} tended", "raised " + Cohort })
        {
            Assert.Contains(heard, all, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Marker, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", all, StringComparison.OrdinalIgnoreCase);

        // From the page that took the reply to the tending and the delivery that followed from it.
        var page = _spans.First(span => span.OperationName == "/a/{token}" && _causes.Contains(span.Id));
        Assert.Contains(_spans, span => span.OperationName == "tend" && span.TraceId == _spans.Last(other => other.Id == _causes.Last()).TraceId);
        Assert.Equal(ActivityKind.Server, page.Kind);
    }

    public async ValueTask DisposeAsync()
    {
        _tracing.Dispose();
        _metrics.Dispose();
        await _rehearsal.DisposeAsync();
    }

    private async Task LaunchAsync()
    {
        await _rehearsal.GoToAsync(Rehearsal.OnDay(-1, 9));
        var people = string.Concat(Enumerable.Range(1, 3).Select(number =>
            $"{Marker} {number},{Marker}{number}@example.org,{Marker} Trust {number},nhs,{Marker} lead\r\n"));
        var roster = RosterReader.Read(Encoding.UTF8.GetBytes("Name,E-mail,Organisation,Sector,Role\r\n" + people), "roster.csv");
        var order = new LaunchOrder(
            $"{Marker} Vale", Rehearsal.Start, Cohort, UkDivision.EnglandAndWales, new Sender(Marker, $"{Marker}@example.org", Marker));
        var ids = 0;
        var draft = LaunchDraft.Of(
            order, ProgrammeText.BuiltIn, BuiltIn.Kinds, "roster.csv", roster, Rehearsal.Start.PlusDays(-1), () => new ParticipantId($"p{++ids:D3}"));
        Assert.Empty(draft.Problems);
        Assert.Null((await _rehearsal.The<LaunchDesk>().StoreAsync(draft, Asker.CommandLine(Rehearsal.OnDay(-1, 9)), default)).Problem);
    }

    /// <summary>Runs from wake to wake until a message asks something.</summary>
    private async Task<InboxMessage> RunUntilAskedAsync()
    {
        for (var round = 0; ; round++)
        {
            Assert.True(round < 100, "Nothing was asked in 100 rounds.");
            var tended = await RoundAsync(null);
            if (new PickupInbox(_rehearsal.MailFolder).List(100).FirstOrDefault(mail => AnswerLink().IsMatch(mail.Text)) is { } letter)
            {
                return letter;
            }

            await _rehearsal.GoToAsync(NodaTime.Instant.FromDateTimeOffset(tended.Noted!.NextWake!.Value));
        }
    }

    private async Task<TendReport> RoundAsync(string? cause)
    {
        var rounds = _rehearsal.The<CohortRounds>();
        var order = new TendOrder(Cohort.Value, null, cause);
        var tended = await rounds.TendAsync(order, default);
        _outputs.Enqueue(JsonSerializer.Serialize(order) + JsonSerializer.Serialize(tended));
        if (tended.Convene)
        {
            var convening = new ConveneOrder(Cohort.Value, tended.Trace);
            _outputs.Enqueue(JsonSerializer.Serialize(convening) + JsonSerializer.Serialize(await rounds.ConveneAsync(convening, default)));
            order = order with { Noted = tended.Noted, Convened = true };
            tended = await rounds.TendAsync(order, default);
            _outputs.Enqueue(JsonSerializer.Serialize(order) + JsonSerializer.Serialize(tended));
        }

        for (var slice = 0; slice < tended.Slices; slice++)
        {
            var delivery = new DeliverOrder(Cohort.Value, slice, tended.Slices, tended.Trace);
            _outputs.Enqueue(JsonSerializer.Serialize(delivery) + JsonSerializer.Serialize(await rounds.DeliverAsync(delivery, default)));
        }

        return tended;
    }

    private async Task<string> AskAsync(string method, string path, string form = "")
    {
        await using var scope = _rehearsal.The<IServiceScopeFactory>().CreateAsyncScope();
        var context = Request(method, path, form);
        context.RequestServices = scope.ServiceProvider;
        await _rehearsal.The<PagesPipeline>().RunAsync(context);
        context.Response.Body.Position = 0;
        return await new StreamReader(context.Response.Body).ReadToEndAsync();
    }

    private DefaultHttpContext Request(string method, string path, string form)
    {
        var body = Encoding.UTF8.GetBytes(form);
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = "request" });
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("127.0.0.1");
        context.Request.Path = path.Split('?')[0];
        context.Request.QueryString = new QueryString(path.Contains('?', StringComparison.Ordinal) ? "?" + path.Split('?')[1] : "");
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        return context;
    }

    private void Hear(Activity span)
    {
        _spans.Enqueue(span);
        _outputs.Enqueue($"{span.OperationName} {span.DisplayName} {span.StatusDescription} {span.TraceStateString} "
            + string.Join(',', span.TagObjects) + string.Join(',', span.Baggage)
            + string.Join(',', span.Events.Select(item => item.Name + string.Join(',', item.Tags))));
    }

    private void Hear<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _outputs.Enqueue($"{instrument.Name} {value} {string.Join(',', tags.ToArray())}");

    private static string Link(string letter, string text) => Regex.Match(text, $@"/{letter}/(\S+)").Groups[1].Value;

    [GeneratedRegex(@"/a/([^\s?]+)")]
    private static partial Regex AnswerLink();

    /// <summary>Hears every log with the values and the scopes around it.</summary>
    private sealed class Listening(ConcurrentQueue<string> outputs) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ILogger CreateLogger(string categoryName) => new Ear(this, outputs, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Ear(Listening all, ConcurrentQueue<string> outputs, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(',', named) : "";
                var around = new StringBuilder();
                all._scopes?.ForEachScope((scope, text) => text.Append(scope is IEnumerable<KeyValuePair<string, object?>> pairs
                    ? string.Join(',', pairs) : scope), around);
                outputs.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {around} {exception}");
            }
        }
    }
}
