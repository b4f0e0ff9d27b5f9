using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>Everything that is logged, with the scopes around it.</summary>
public sealed class LogBook : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider? _scopes;

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            book._scopes?.ForEachScope((scope, all) => all.Add(scope is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(',', pairs.Select(pair => $"{pair.Key}={pair.Value}"))
                : scope?.ToString() ?? ""), around);
            var values = state is IEnumerable<KeyValuePair<string, object?>> named
                ? string.Join(',', named.Select(pair => $"{pair.Key}={pair.Value}"))
                : "";
            book._lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} [{string.Join(';', around)}] [{values}] {exception}");
        }
    }
}
