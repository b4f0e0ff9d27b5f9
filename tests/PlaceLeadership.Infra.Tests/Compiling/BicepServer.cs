using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PlaceLeadership.Infra.Tests.Compiling;

/// <summary>
/// The Bicep compiler as a server on its standard streams (JSON-RPC with headers): it starts once, for starting takes a
/// second and compiling does not. It reads no network.
/// </summary>
internal sealed class BicepServer : IDisposable
{
    private readonly Process _process;
    private readonly Lock _oneAtATime = new();
    private int _calls;

    public BicepServer(string executable)
    {
        var start = new ProcessStartInfo(executable, ["jsonrpc", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Parameter files read secrets from the environment; whoever runs the tests may have some.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PLACELEAD_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // As on the first deployment: without it there is no budget to look at.
        start.Environment["PLACELEAD_BUDGET_START"] = "2026-12-01";

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
    }

    /// <summary>Asks for one thing and gives its result.</summary>
    /// <exception cref="InvalidOperationException">The compiler answers with an error, or not at all.</exception>
    public JsonObject Call(string method, JsonObject argument)
    {
        lock (_oneAtATime)
        {
            var request = new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = ++_calls,
                ["method"] = method,
                ["params"] = new JsonArray(argument),
            };
            Write(Encoding.UTF8.GetBytes(request.ToJsonString()));
            var answer = JsonNode.Parse(Read())!.AsObject();
            return answer["result"] as JsonObject
                ?? throw new InvalidOperationException($"Bicep answers to {method}: {answer.ToJsonString()}");
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Write(byte[] body)
    {
        var to = _process.StandardInput.BaseStream;
        to.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
        to.Write(body);
        to.Flush();
    }

    private byte[] Read()
    {
        var from = _process.StandardOutput.BaseStream;
        var length = 0;
        while (Line(from) is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture);
            }
        }

        var body = new byte[length];
        from.ReadExactly(body);
        return body;
    }

    private static string Line(Stream from)
    {
        var line = new StringBuilder();
        while (from.ReadByte() is var next && next != '\n')
        {
            if (next < 0)
            {
                throw new InvalidOperationException("The Bicep compiler has stopped.");
            }

            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }
}
