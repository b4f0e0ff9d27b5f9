using System.Security.Cryptography;
using NodaTime;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>From a row of the roster to a participant and an identity.</summary>
public static class Enrolment
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 12;

    /// <summary>A new id from 60 random bits. It is derived from nothing, so nothing can be read from it.</summary>
    public static ParticipantId NewId() => NewId(RandomNumberGenerator.GetInt32);

    /// <summary>An id from this source of chance, for demonstrations that can be repeated.</summary>
    /// <param name="next">Gives a number from 0 to below its argument.</param>
    public static ParticipantId NewId(Func<int, int> next) => new("p" + Drawn(next));

    /// <summary>What exports call a person: as random as the id, and never the id.</summary>
    public static string NewPseudonym() => NewPseudonym(RandomNumberGenerator.GetInt32);

    /// <summary>A pseudonym from this source of chance, for demonstrations that can be repeated.</summary>
    /// <param name="next">Gives a number from 0 to below its argument.</param>
    public static string NewPseudonym(Func<int, int> next) => "x" + Drawn(next);

    private static string Drawn(Func<int, int> next) =>
        string.Concat(Enumerable.Range(0, IdLength).Select(_ => Letters[next(Letters.Length)]));

    /// <summary>The participant as tending sees one.</summary>
    public static Participant Participant(ParticipantId id, string organisationId, RosterEntry entry, LocalDate joinedFrom) => new()
    {
        Id = id,
        Organisation = organisationId,
        Sector = entry.Sector,
        Role = entry.Role,
        Language = entry.Language,
        Pattern = entry.Pattern,
        Hour = entry.PreferredHour,
        JoinedFrom = joinedFrom,
    };

    /// <summary>
    /// Somebody who left and takes part again: the same person to every wish and every memory, and nothing from before is open.
    /// </summary>
    public static Participant Rejoining(Participant person, string organisationId, RosterEntry entry, LocalDate joinedFrom) =>
        Changed(person, organisationId, entry, addressChanged: true) with
        {
            JoinedFrom = joinedFrom,
            LeftOn = null,
            Pause = null,
            Open = [],
            Amendments = [],
        };

    /// <summary>The participant after the roster entry changed: nothing that was sent or planned for a past day changes.</summary>
    public static Participant Changed(Participant person, string organisationId, RosterEntry entry, bool addressChanged) =>
        person with
        {
            Organisation = organisationId,
            Sector = entry.Sector,
            Role = entry.Role,
            Language = entry.Language,
            Pattern = entry.Pattern,
            Hour = entry.PreferredHour,
            AddressRefusedOn = addressChanged ? null : person.AddressRefusedOn,
        };
}
