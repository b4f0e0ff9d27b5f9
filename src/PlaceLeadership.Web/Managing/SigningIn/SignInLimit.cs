using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Tells who guesses to wait, and locks nobody out: a client that has sent many wrong keys is told to wait, longer with each, but a
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
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset Last)> _clients = [];

    /// <summary>Counts what was refused.</summary>
    /// <param name="context">The request.</param>
    /// <param name="why">What was wrong; each kind is counted by itself.</param>
    /// <returns>How often it was, and how long the client is to wait; null while that is not often.</returns>
    public (int Failures, TimeSpan? Wait) Failed(HttpContext context, string why)
    {
        var failures = Count($"{why}|{ClientAddress.NeighbourhoodOf(context, options)}");
        var wait = FirstWait * Math.Pow(2, Math.Clamp(failures - FailuresMax - 1, 0, DoublingsMax));
        return (failures, failures <= FailuresMax ? null : wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>Counts what somebody did who is known; how often it was, with no hour between.</summary>
    public int Count(string who)
    {
        var now = options.RealClock.GetUtcNow();
        lock (_lock)
        {
            if (_clients.Count >= ClientsMax)
            {
                Forget(now);
            }

            var failures = _clients.TryGetValue(who, out var known) && now - known.Last < Forgotten ? known.Failures + 1 : 1;
            _clients[who] = (failures, now);
            return failures;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _clients.Where(client => now - client.Value.Last >= Forgotten).Select(client => client.Key).ToList())
        {
            _clients.Remove(old);
        }

        // Whoever came longest ago: so nobody wipes out their own count by coming from everywhere.
        foreach (var old in _clients.OrderBy(client => client.Value.Last).Take(_clients.Count - (ClientsMax / 2)).Select(client => client.Key).ToList())
        {
            _clients.Remove(old);
        }
    }
}
