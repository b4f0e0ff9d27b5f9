using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>The files of a launch after they were read without a mistake.</summary>
/// <param name="RosterName">The name of the roster file.</param>
/// <param name="People">Its people.</param>
/// <param name="Notes">What its reader decided by itself.</param>
/// <param name="Programme">The manager's own programme, or null for the one that comes with the product.</param>
public sealed record ReadFiles(
    string RosterName, IReadOnlyList<RosterEntry> People, IReadOnlyList<string> Notes, ProgrammeText? Programme)
{
    internal RosterReading Roster => new([.. People.Select((entry, at) => new RosterRow(at + 2, entry))], [], Notes);
}
