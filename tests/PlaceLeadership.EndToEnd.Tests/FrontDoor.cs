using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>A proxy that asks each instance in turn, and the next where one does not answer, as the front door of a platform does.</summary>
public sealed class FrontDoor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
    private readonly ConcurrentDictionary<Uri, int> _answers = new();
    private int _turn;

    private FrontDoor(WebApplication app)
    {
        _app = app;
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        app.Map("{**path}", async (HttpContext context) =>
        {
            // What was sent may be sent again: a form is small.
            context.Request.EnableBuffering();
            var instances = Instances;
            var first = Interlocked.Increment(ref _turn);
            for (var attempt = 0; attempt < instances.Count; attempt++)
            {
                var instance = instances[(first + attempt) % instances.Count];
                context.Request.Body.Position = 0;
                if (await forwarder.SendAsync(context, instance.AbsoluteUri, _client, ForwarderRequestConfig.Empty, HttpTransformer.Default) == ForwarderError.None)
                {
                    _answers.AddOrUpdate(instance, 1, (_, before) => before + 1);
                    return;
                }

                context.Features.Set<IForwarderErrorFeature>(null);
                context.Response.Clear();
            }

            context.Response.StatusCode = (int)HttpStatusCode.BadGateway;
        });
    }

    /// <summary>The instances behind it.</summary>
    public IReadOnlyList<Uri> Instances { get; set; } = [];

    public string Address => _app.Urls.Single();

    /// <summary>How often an instance answered.</summary>
    public int AnswersOf(Uri instance) => _answers.GetValueOrDefault(instance);

    public static async Task<FrontDoor> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        var door = new FrontDoor(builder.Build());
        await door._app.StartAsync();
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }
}
