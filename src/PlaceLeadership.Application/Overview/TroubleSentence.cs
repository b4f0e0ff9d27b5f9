using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Overview;

/// <summary>What people are told of a trouble.</summary>
public static class TroubleSentence
{
    /// <summary>One trouble, in sentences.</summary>
    public static string Of(Trouble trouble, DateTimeZone zone)
    {
        var since = trouble.Since.InZone(zone).ToString("d MMMM uuuu 'at' HH:mm", CultureInfo.InvariantCulture);
        return trouble.Work == TroubleDesk.Sending
            ? $"Nothing has been sent since {since}. {trouble.What} Nothing is lost: messages wait, and sending goes on by itself, "
                + "within five minutes, once this is mended."
            : $"This cohort cannot be looked after: {trouble.What} That happened {trouble.Times} times since {since}. It is tried again by "
                + "itself, and the other cohorts go on. Tell whoever runs this installation.";
    }
}
