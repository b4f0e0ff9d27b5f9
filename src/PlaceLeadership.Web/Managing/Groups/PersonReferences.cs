using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>What stands for a person in a form: the id of nobody is written on a page.</summary>
internal static class PersonReferences
{
    private const string Start = "person/";

    public static string ReferToPerson(this LinkTokens tokens, ParticipantId id) => tokens.Refer(Start + id);

    /// <summary>The id that a reference stands for; empty when it stands for nobody.</summary>
    public static ParticipantId ReferredPerson(this LinkTokens tokens, string reference) =>
        new(tokens.Referred(reference) is { } known && known.StartsWith(Start, StringComparison.Ordinal) ? known[Start.Length..] : "");
}
