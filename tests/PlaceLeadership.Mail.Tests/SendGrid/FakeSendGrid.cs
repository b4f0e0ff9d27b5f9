using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlaceLeadership.Mail.Tests.SendGrid;

/// <summary>SendGrid's send endpoint on this computer: records what arrives, and misbehaves as it is told.</summary>
public sealed class FakeSendGrid : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _next = new();
    private int _arrivals;

    private FakeSendGrid()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v3/mail/send", AnswerAsync);
    }

    public ConcurrentQueue<JsonElement> Bodies { get; } = new();

    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>How many requests have come, whatever became of them.</summary>
    public int Arrivals => Volatile.Read(ref _arrivals);

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakeSendGrid> StartAsync()
    {
        var fake = new FakeSendGrid();
        await fake._app.StartAsync();
        return fake;
    }

    /// <summary>Answers the next request so, and the ones after it with 202 unless told more.</summary>
    public FakeSendGrid Then(Func<HttpContext, Task> answer)
    {
        _next.Enqueue(answer);
        return this;
    }

    public FakeSendGrid Then(int status, string? header = null, string? value = null, string body = "") =>
        Then(async context =>
        {
            context.Response.StatusCode = status;
            if (header is not null)
            {
                context.Response.Headers[header] = value;
            }

            await context.Response.WriteAsync(body);
        });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _arrivals);
        if (_next.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        await RecordAsync(context);
        context.Response.StatusCode = 202;
        context.Response.Headers["X-Message-Id"] = "sg-1";
    }

    public async Task RecordAsync(HttpContext context)
    {
        Authorizations.Enqueue(context.Request.Headers.Authorization);
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        Bodies.Enqueue(document.RootElement.Clone());
    }
}
