using System.Text.RegularExpressions;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Linking;

/// <summary>Why two cohorts cannot take turns with their letters to a person.</summary>
public enum LinkRefusal
{
    /// <summary>What was given holds no private link of a letter that still works.</summary>
    NoLink,

    /// <summary>The link is of the same programme.</summary>
    SameCohort,

    /// <summary>One of the two has ended or was left.</summary>
    Over,

    /// <summary>One of the two does not have one letter a week.</summary>
    NotWeekly,

    /// <summary>The names in the two have nothing in common.</summary>
    OtherName,

    /// <summary>Each of the two takes turns with others already, or somebody else of the same cohort does.</summary>
    BothLinked,

    /// <summary>The two take turns already.</summary>
    IsLinked,
}

/// <summary>A person in a cohort, as its pages name them.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="Person">The person.</param>
/// <param name="Name">The name there; null when it is not known any more.</param>
public sealed record LinkSide(Cohort Cohort, Programme Programme, Participant Person, string? Name);

/// <summary>
/// Somebody who takes part in several cohorts says so: by the private link to pause of each. Never by equal addresses: a mailbox may be shared, and who
/// takes part where is nobody else's business.
/// </summary>
public sealed partial class LinkDesk(CohortReader reader, SlotDesk slots, LinkTokens tokens, TimeProvider clock)
{
    /// <summary>The two sides of a link, or why there is none. Looking changes nothing.</summary>
    /// <param name="cohort">The cohort whose link is held.</param>
    /// <param name="person">The person in it.</param>
    /// <param name="text">The link to pause of a letter of the other cohort, as it was pasted.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<((LinkSide Own, LinkSide Other)? Both, LinkRefusal? Refusal)> LookAsync(
        CohortId cohort, ParticipantId person, string text, CancellationToken cancellation)
    {
        if (Find(text, cohort) is not { } link || await SideAsync(link.Cohort, link.Participant, cancellation).ConfigureAwait(false) is not { } other)
        {
            return (null, LinkRefusal.NoLink);
        }

        if (link.Cohort.Whole == cohort.Whole)
        {
            return (null, LinkRefusal.SameCohort);
        }

        return await SideAsync(cohort, person, cancellation).ConfigureAwait(false) is not { } own || IsOver(own) || IsOver(other) ? (null, LinkRefusal.Over)
            : !own.Programme.Rhythm.IsWeekly || !other.Programme.Rhythm.IsWeekly ? (null, LinkRefusal.NotWeekly)
            : !HaveNameInCommon(own, other) ? (null, LinkRefusal.OtherName)
            : own.Person.Elsewhere.Any(member => member.Is(other.Cohort.Id, other.Person.Id)) ? (null, LinkRefusal.IsLinked)
            : await IsTakenAsync(own, other, cancellation).ConfigureAwait(false) ? (null, LinkRefusal.BothLinked)
            : ((own, other), null);
    }

    /// <summary>Links the two. Linking again changes nothing, and completes what broke off.</summary>
    public async Task<LinkRefusal?> LinkAsync(CohortId cohort, ParticipantId person, string text, CancellationToken cancellation)
    {
        var (both, refusal) = await LookAsync(cohort, person, text, cancellation).ConfigureAwait(false);
        if (both is not var (own, other))
        {
            return refusal == LinkRefusal.IsLinked ? null : refusal;
        }

        var (asked, linked) = ((cohort, person), (other.Cohort.Id, other.Person.Id));
        var id = SlotOf(own) ?? SlotOf(other) ?? Slot.IdOf(asked, linked);
        return await slots.LinkAsync(id, asked, linked, cancellation).ConfigureAwait(false) ? null : LinkRefusal.BothLinked;
    }

    /// <summary>Lets the cohort write by itself again.</summary>
    public Task UnlinkAsync(CohortId cohort, ParticipantId person, CancellationToken cancellation) => slots.UnlinkAsync(cohort, person, cancellation);

    private async Task<LinkSide?> SideAsync(CohortId cohort, ParticipantId person, CancellationToken cancellation) =>
        await reader.FindPersonAsync(cohort, person, cancellation).ConfigureAwait(false) is not var (stored, timetable, found) ? null
            : new LinkSide(stored.Value, timetable.Programme, found.Value, await reader.NameAsync(cohort, person, cancellation).ConfigureAwait(false));

    // One that is left alone in a slot takes turns with nobody.
    private static SlotId? SlotOf(LinkSide side) => side.Person.Elsewhere.Count > 0 ? side.Person.Slot : null;

    private static bool IsOver(LinkSide side) => side.Person.LeftOn is not null || side.Cohort.EndedOn is not null;

    // A letter that somebody passes on is not theirs to link; whoever is called otherwise in the two has the name put right first.
    private static bool HaveNameInCommon(LinkSide own, LinkSide other)
    {
        static HashSet<string> In(string? name) => [.. NameWords().Matches(name ?? "").Select(word => word.Value.ToUpperInvariant())];
        return In(own.Name).Overlaps(In(other.Name));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]{2,}")]
    private static partial Regex NameWords();

    private async Task<bool> IsTakenAsync(LinkSide own, LinkSide other, CancellationToken cancellation)
    {
        var (one, two) = (SlotOf(own), SlotOf(other));
        if (one is not null && two is not null && one != two)
        {
            return true;
        }

        return (one ?? two) is { } id
            && await SlotRows.FindAsync(reader.Tables, id, cancellation).ConfigureAwait(false) is { } slot
            && (slot.Value.IsTaken(own.Cohort.Id, own.Person.Id) || slot.Value.IsTaken(other.Cohort.Id, other.Person.Id));
    }

    // Only the link to pause will do: a letter that somebody passes on for its question leads nowhere. Of the links in a whole mail, one of another cohort.
    private PauseLink? Find(string text, CohortId cohort)
    {
        var links = PastedTokens.In(text, PauseLink.Purpose.Letter)
            .Select(token => tokens.Read<PauseLink>(token, clock.Now())).OfType<LinkReading<PauseLink>.Valid>().Select(valid => valid.Link).ToList();
        return links.FirstOrDefault(link => link.Cohort.Whole != cohort.Whole) ?? links.FirstOrDefault();
    }
}
