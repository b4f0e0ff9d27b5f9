using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>
/// Logs what only an attack or a damaged address brings, without saying what was sent. Of many in a minute it logs the first, so that nobody
/// fills the log.
/// </summary>
internal sealed partial class AttackSigns(ILogger<AttackSigns> log) : IDisposable
{
    /// <summary>How many lines it writes in a minute.</summary>
    public const int LinesAMinute = 60;

    private readonly FixedWindowRateLimiter _limit = new(new FixedWindowRateLimiterOptions { PermitLimit = LinesAMinute, Window = TimeSpan.FromMinutes(1) });

    /// <summary>A cookie that was not made here, or with another manager key.</summary>
    public void ForgedCookie() => Note("a cookie that was not made here");

    /// <summary>A form that another site sent.</summary>
    public void FormFromElsewhere() => Note("a form that another site sent");

    /// <summary>A private link that was not made here, or was cut off.</summary>
    public void ForgedLink() => Note("a private link that was not made here or was cut off");

    public void Dispose() => _limit.Dispose();

    private void Note(string what)
    {
        if (_limit.AttemptAcquire().IsAcquired)
        {
            Refused(log, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {What}")]
    private static partial void Refused(ILogger log, string what);
}
