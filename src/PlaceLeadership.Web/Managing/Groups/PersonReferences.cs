using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>What stands for a person in a form: the id of nobody is written on a page.</summary>
internal static class PersonReferences
{
    private const string Start = "person/";

    public static string ReferToPerson(this LinkTokens tokens, string id) => tokens.Refer(Start + id);

    /// <summary>The id that a reference stands for; empty when it stands for nobody.</summary>
    public static string ReferredPerson(this LinkTokens tokens, string reference) =>
        tokens.Referred(reference) is { } known && known.StartsWith(Start, StringComparison.Ordinal) ? known[Start.Length..] : "";
}
