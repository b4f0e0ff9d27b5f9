using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording.Shared;

namespace PlaceLeadership.Core.Journeys;

/// <summary>
/// How people who are brought together are told of each other. Others' names and organisations go only to those they are brought together
/// with, addresses only of whoever was asked first, and of others' words only those written for that.
/// </summary>
/// <param name="Mine">Who reads it; null when that is not known any more.</param>
/// <param name="Others">The others.</param>
/// <param name="Asked">Who of all was asked before whether their address may be passed on; empty where the message does not say how to reach anybody.</param>
/// <param name="Words">What the others wrote to be passed on.</param>
internal sealed record Introducing(
    Identity? Mine, IReadOnlyList<Identity> Others, HashSet<ParticipantId> Asked, IReadOnlyDictionary<ParticipantId, string> Words)
{
    /// <summary>Reads what one person is told of those they are brought together with.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="members">All who are brought together.</param>
    /// <param name="proposal">The message in which they were asked, if this one says how to reach each other; otherwise null.</param>
    /// <param name="question">The question that asked for words to pass on.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public static async Task<Introducing> ReadAsync(
        LetterCase letter, IReadOnlyList<ParticipantId> members, StepId? proposal, string question, CancellationToken cancellation)
    {
        var people = await letter.Reads.PeopleAsync(letter.Cohort.Id, members, cancellation).ConfigureAwait(false);
        var mine = people.FirstOrDefault(other => other.ParticipantId == letter.Person);
        IReadOnlyList<Identity> others = [.. people.Where(other => other != mine)];
        return proposal is not { } asking
            ? new Introducing(mine, others, [], new Dictionary<ParticipantId, string>())
            : new Introducing(
                mine, others, await AskedAsync(letter, asking, members, cancellation).ConfigureAwait(false),
                letter.Timetable.FindStep(asking) is { } step
                    ? await letter.Reads.WordsAsync(others, step, question, cancellation).ConfigureAwait(false) : new Dictionary<ParticipantId, string>());
    }

    /// <summary>The last day on which a proposal can be declined: before people are told how to reach each other, but not before there was time to.</summary>
    public static LocalDate? LastDayToDecline(LocalDate told, LocalDate formedOn) =>
        told.PlusDays(-1) is var last && last >= formedOn.PlusDays(Invitations.DaysToAnswer) ? last : null;

    /// <summary>The others, one a line.</summary>
    public string List(string language)
    {
        string Line(Identity other) => $"- **{MarkdownText.Of(other.Entry.Name)}**, {MarkdownText.Of(other.Entry.Organisation)}"
            + (Asked.Contains(other.ParticipantId) ? $", {MarkdownText.Of(other.Entry.Email)}" : "")
            + (Words.TryGetValue(other.ParticipantId, out var said) ? $": “{MarkdownText.Of(said)}”" : "");
        return Others.Count == 0 ? SharedTexts.NobodyYet.In(language) : string.Join('\n', Others.Select(Line));
    }

    /// <summary>The names of the others, in a line.</summary>
    public string Names(string language) => Others.Count == 0
        ? SharedTexts.NobodyYet.In(language) : TwoLanguages.Listed([.. Others.Select(other => MarkdownText.Of(other.Entry.Name))], language);

    /// <summary>Who writes first, where an address is not passed on: it is only of whoever was asked; then the other one writes.</summary>
    public string WhoWrites(string language)
    {
        if (Mine is null || Others.Count == 0)
        {
            return "";
        }

        var unasked = Others.Where(other => !Asked.Contains(other.ParticipantId)).Select(other => MarkdownText.Of(other.Entry.Name)).ToList();
        var sentence = Asked.Contains(Mine.ParticipantId)
            ? unasked.Count == 0 ? null : SharedTexts.TheyWriteFirst
            : unasked.Count == Others.Count ? SharedTexts.NobodyWritesFirst : SharedTexts.YouWriteFirst;
        return sentence is null ? "" : "\n\n" + string.Format(CultureInfo.InvariantCulture, sentence.In(language), TwoLanguages.Listed(unasked, language));
    }

    private static async Task<HashSet<ParticipantId>> AskedAsync(
        LetterCase letter, StepId proposal, IReadOnlyList<ParticipantId> ids, CancellationToken cancellation)
    {
        var place = letter.Timetable.PlaceOf(proposal);
        var asked = new HashSet<ParticipantId>();
        foreach (var id in ids)
        {
            var person = await letter.Reads.Reader.FindParticipantAsync(letter.Cohort.Id, id, letter.Timetable, cancellation).ConfigureAwait(false);
            if (person is { Value: var known } && known.Handled.Contains(place) && !known.Unasked.Contains(place)
                && !known.Open.Any(open => open.StepId == proposal && open.PromptedOn >= letter.On))
            {
                asked.Add(id);
            }
        }

        return asked;
    }
}
