using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// The private links of facilitators: each is for one set, and for whoever facilitates it now. In place of a person it names
/// the set, in place of a step the generation of the facilitator.
/// </summary>
public sealed class FacilitatorLinks(LinkTokens tokens, TimeProvider clock)
{
    private const string SetWord = "set-";
    private const string GenerationWord = "facilitator-";

    /// <summary>The link of whoever facilitates a set now: its path, with no slash before it, and the day from which it does nothing any more.</summary>
    public (string Path, LocalDate Until) For(Cohort cohort, int set, Facilitator facilitator)
    {
        var today = clock.Now().InZone(cohort.Zone).Date;
        var expires = today.PlusDays(LinkLifetimes.PauseDays);
        return ("f/" + tokens.Issue(new Link(
            LinkPurpose.Facilitate, cohort.Id, new ParticipantId(SetWord + set.ToString("D3", CultureInfo.InvariantCulture)),
            new StepId(GenerationWord + facilitator.Generation.ToString(CultureInfo.InvariantCulture)), today, expires.At(0, cohort.Zone))), expires);
    }

    /// <summary>The set and the generation that a link names, or null.</summary>
    public static (int Set, int Generation)? Read(Link link) =>
        Number(link.Participant.Value, SetWord) is { } set && Number(link.Step.Value, GenerationWord) is { } generation ? (set, generation) : null;

    private static int? Number(string text, string word) => text.StartsWith(word, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
