using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Slows down who guesses, and locks nobody out: a client that has sent many wrong keys is told to wait, longer with each, but a
/// right key opens whoever else guesses, also from behind the same proxy. A limit that holds up the right key as well serves
/// those alone who want the managers out; a key of enough characters is guessed at no speed.
/// </summary>
internal sealed class SignInLimit(PagesOptions options)
{
    /// <summary>Wrong keys of one client before it is told to wait.</summary>
    public const int FailuresMax = 10;

    private const int ClientsMax = 1_000;
    private const int DoublingsMax = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset Last)> _clients = [];

    /// <summary>Counts a wrong key.</summary>
    /// <returns>How long the client is to wait; null while it has not guessed often.</returns>
    public TimeSpan? Failed(HttpContext context)
    {
        var now = options.RealClock.GetUtcNow();
        var client = ClientAddress.Of(context, options);
        lock (_lock)
        {
            if (_clients.Count >= ClientsMax)
            {
                Forget(now);
            }

            var failures = _clients.TryGetValue(client, out var known) && now - known.Last < Forgotten ? known.Failures + 1 : 1;
            _clients[client] = (failures, now);
            return failures > FailuresMax ? FirstWait * Math.Pow(2, Math.Min(failures - FailuresMax - 1, DoublingsMax)) : null;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _clients.Where(client => now - client.Value.Last >= Forgotten).Select(client => client.Key).ToList())
        {
            _clients.Remove(old);
        }

        if (_clients.Count >= ClientsMax)
        {
            _clients.Clear();
        }
    }
}
