using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Wording.Shared;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Fills in the messages of journeys: with whom, why, when. What of others may be passed on to whom is
/// decided by the journey.
/// </summary>
public sealed class JourneyLetters(CohortReader reader, ReflectionVault vault)
{
    /// <summary>The message as it is for this person; null when it is not theirs any more, or needs no filling in.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="step">The step.</param>
    /// <param name="person">The person.</param>
    /// <param name="rows">What journeys keep of the cohort.</param>
    /// <param name="on">The local day on which it is read.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <param name="known">Who the people of the cohort are, for whoever has read that already; null reads those concerned.</param>
    /// <param name="beside">What else stands in the same letter; null means nothing.</param>
    public async Task<JourneyLetter?> ForAsync(
        Timetable timetable, Cohort cohort, Step step, ParticipantId person, JourneyRows rows, LocalDate on, CancellationToken cancellation,
        IReadOnlyDictionary<ParticipantId, Stored<Identity>>? known = null, IReadOnlyList<StepId>? beside = null)
    {
        if (step.Kind is not Journey journey || !journey.IsTheirs(step, person, rows))
        {
            return null;
        }

        var letter = new LetterCase(timetable, cohort, step, person, rows, on, new LetterReads(reader, vault, known)) { Beside = beside ?? [] };
        return await journey.FillAsync(letter, cancellation).ConfigureAwait(false) is { } filled
            ? filled with { LastDay = journey.LastDay(step, person, rows, timetable, cohort) } : null;
    }

    /// <summary>The step for somebody to whom it does not apply any more: it asks for nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="over">Whoever can be written to, when it does not apply because its time is over; null when it has changed.</param>
    public static Step Outdated(Step step, Sender? over) => step with
    {
        Text = over is null ? SharedTexts.MessageChanged : new LocalText(SharedTexts.AnswersOver.ByLanguage.ToDictionary(
            text => text.Key,
            text => string.Format(CultureInfo.InvariantCulture, text.Value, MarkdownText.Of(over.Name), MarkdownText.Of(over.Email)))),
        Questions = [],
    };
}

/// <summary>A message that is to be filled in for one person.</summary>
/// <param name="Timetable">The timetable of the cohort's programme.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Step">The message.</param>
/// <param name="Person">The person.</param>
/// <param name="Rows">What journeys keep of the cohort.</param>
/// <param name="On">The local day on which it is read.</param>
/// <param name="Reads">Reads what else is in it.</param>
public sealed record LetterCase(
    Timetable Timetable, Cohort Cohort, Step Step, ParticipantId Person, JourneyRows Rows, LocalDate On, LetterReads Reads)
{
    /// <summary>What else stands in the same letter, so that nothing is said twice.</summary>
    public IReadOnlyList<StepId> Beside { get; init; } = [];

    /// <summary>Whether it brings a date with its calendar file, of which a letter has one, so that none is suggested.</summary>
    public bool BringsDate => Beside.Select(Timetable.FindStep).Any(step => step is { Part: LetterPart.Date } && step.Kind.HasCalendar(step));
}

/// <summary>What may stand in a message that is filled in for one person.</summary>
/// <param name="desk">Reads the cohort.</param>
/// <param name="vault">Reads the words that somebody wrote for others.</param>
/// <param name="known">Who the people of the cohort are, or null.</param>
public sealed class LetterReads(CohortReader reader, ReflectionVault vault, IReadOnlyDictionary<ParticipantId, Stored<Identity>>? known)
{
    /// <summary>Reads the cohort.</summary>
    public CohortReader Reader => reader;

    /// <summary>Who these people are; whoever is not known any more is left out.</summary>
    public async Task<IReadOnlyList<Identity>> PeopleAsync(CohortId cohort, IReadOnlyList<ParticipantId> ids, CancellationToken cancellation)
    {
        if (known is not null)
        {
            return [.. ids.Where(known.ContainsKey).Select(id => known[id].Value)];
        }

        var people = new List<Identity>();
        foreach (var id in ids)
        {
            if (await reader.Tables.GetAsync(Table.Identities, cohort.Value, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is { } row)
            {
                people.Add(CohortRows.ReadIdentity(row).Value);
            }
        }

        return people;
    }

    /// <summary>What each of these people wrote to be passed on. Nothing else that somebody wrote is read for others.</summary>
    /// <param name="people">The people.</param>
    /// <param name="asking">The message that asked for it, and said so.</param>
    /// <param name="question">Its question for words.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <exception cref="ArgumentException">The message did not ask whether words may be passed on, so what was written there is its author's alone.</exception>
    public async Task<Dictionary<ParticipantId, string>> WordsAsync(
        IReadOnlyList<Identity> people, Step asking, string question, CancellationToken cancellation)
    {
        if (!asking.AsksConsent)
        {
            throw new ArgumentException($"The message '{asking.Id}' does not ask for words to pass on, so they are their author's alone.", nameof(asking));
        }

        var words = new Dictionary<ParticipantId, string>();
        foreach (var person in people)
        {
            var kept = await vault.ReadAsync(person.ParticipantId, asking.Id, cancellation).ConfigureAwait(false);
            if (kept?.GetValueOrDefault(question) is { Length: > 0 } said)
            {
                words[person.ParticipantId] = said;
            }
        }

        return words;
    }
}
