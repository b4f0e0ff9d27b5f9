using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Writes each act of the desk into the log too, which whoever can write the tables cannot change. It tells ids and our own words, and neither a
/// name nor a network address.
/// </summary>
internal sealed partial class DeskLog(ILogger<DeskLog> log)
{
    public void Note(AccessAct act) => Stored(log, act.What, act.By?.Value ?? "nobody", act.Whom?.Value, act.Cohort?.Value, act.Detail);

    [LoggerMessage(Level = LogLevel.Information, Message = "At the desk: {Deed} by {Account}, to {Whom}, in cohort {Cohort}, {Detail}")]
    private static partial void Stored(ILogger log, string deed, string account, string? whom, string? cohort, string detail);
}
