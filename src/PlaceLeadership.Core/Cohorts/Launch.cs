using System.Globalization;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>What a manager asks for when launching a cohort.</summary>
/// <param name="Programme">The programme, already read.</param>
/// <param name="Roster">The people, already read.</param>
/// <param name="Place">The name of the place.</param>
/// <param name="Start">The first day.</param>
/// <param name="Zone">The zone of dates and hours.</param>
/// <param name="Division">Whose bank holidays are kept.</param>
/// <param name="Sender">Who signs.</param>
/// <param name="CohortId">The id, or null to derive one from place and start.</param>
public sealed record LaunchRequest(
    Programme Programme, IReadOnlyList<RosterEntry> Roster, string Place, LocalDate Start, DateTimeZone Zone,
    UkDivision Division, Sender Sender, CohortId? CohortId = null);

/// <summary>What a launch would store, or why it cannot be.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="People">Participants with their identities, in the order of the roster.</param>
/// <param name="Problems">Why it cannot be launched, each a sentence with a way out; empty when it can.</param>
/// <param name="Notes">What the manager should know and may accept.</param>
public sealed record LaunchPlan(
    Cohort Cohort, IReadOnlyList<(Participant Participant, Identity Identity)> People, IReadOnlyList<string> Problems,
    IReadOnlyList<string> Notes);

/// <summary>Decides what a launch stores. Pure but for the ids, which the caller supplies.</summary>
public static class Launch
{
    private const string Accented = "àáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿ";
    private const string Plain = "aaaaeeeeiiiioooouuuuwwwwyyyy";

    /// <summary>Works out the launch.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="today">The local day of the launch.</param>
    /// <param name="newId">Gives a new id for each person.</param>
    /// <param name="newPseudonym">Gives what exports call each person, asked once all have their ids; null draws it at random.</param>
    public static LaunchPlan Plan(LaunchRequest request, LocalDate today, Func<ParticipantId> newId, Func<string>? newPseudonym = null)
    {
        var cohort = new Cohort
        {
            Id = request.CohortId ?? IdFrom(request.Place, request.Start),
            Place = request.Place,
            ProgrammeId = request.Programme.Id,
            ProgrammeVersion = request.Programme.Version,
            Start = request.Start,
            Zone = request.Zone,
            Division = request.Division,
            Sender = request.Sender,
        };
        var organisations = new Organisations();
        var joinedFrom = LocalDate.Max(request.Start, today);
        IReadOnlyList<(Participant, Identity)> people =
        [
            .. request.Roster.Select(entry => (Id: newId(), Entry: entry)).ToList().Select(person =>
            {
                var organisation = organisations.IdOf(person.Entry.Organisation);
                return (
                    Enrolment.Participant(person.Id, organisation, person.Entry, joinedFrom),
                    new Identity(person.Id, organisation, person.Entry, newPseudonym?.Invoke() ?? Enrolment.NewPseudonym()));
            }),
        ];
        return new LaunchPlan(cohort, Tied(people), [.. Problems(request, cohort)], [.. Notes(request, cohort, today)]);
    }

    /// <summary>
    /// The steps whose text is missing in Welsh, when somebody of these people is to be written to in Welsh (brief: a
    /// cohort with Welsh recipients cannot launch while a Welsh text is missing).
    /// </summary>
    public static string? WelshProblem(Programme programme, IEnumerable<RosterEntry> people)
    {
        var welsh = people.Count(entry => entry.Language == Language.Welsh);
        if (welsh == 0 || programme.Languages.Contains("cy"))
        {
            return null;
        }

        var persons = welsh == 1 ? "1 person is" : string.Create(CultureInfo.InvariantCulture, $"{welsh} people are");
        return $"{persons} to be written to in Welsh, but the programme '{programme.Id}' has no Welsh texts. "
            + "Add 'cy' to its languages and to every text.";
    }

    private static IReadOnlyList<(Participant, Identity)> Tied(IReadOnlyList<(Participant Participant, Identity Identity)> people) =>
        [.. people.Zip(CohortTies.Tie([.. people.Select(person => person.Identity)]), (person, tied) => (person.Participant, tied))];

    private static IEnumerable<string> Problems(LaunchRequest request, Cohort cohort)
    {
        if (request.Roster.Count == 0)
        {
            yield return "The roster holds nobody. Add a row for each person.";
        }

        if (request.Roster.Count > RosterLimits.PeopleMax)
        {
            yield return $"The roster holds {request.Roster.Count} people; one cohort takes at most {RosterLimits.PeopleMax}. Launch it as several.";
        }

        if (!IsId(cohort.Id))
        {
            yield return $"'{cohort.Id}' cannot be the id of a cohort: use 3 to 60 lower-case letters, digits and hyphens. Give another id.";
        }

        var years = Timetable.Of(request.Programme).EndsOn(cohort).Year;
        if (request.Start.Year < BankHolidays.FirstYear || years > BankHolidays.LastYear)
        {
            yield return $"Bank holidays are known from {BankHolidays.FirstYear} to {BankHolidays.LastYear}; this cohort would run from {request.Start.Year} to {years}.";
        }

        if (WelshProblem(request.Programme, request.Roster) is { } missing)
        {
            yield return missing;
        }
    }

    private static IEnumerable<string> Notes(LaunchRequest request, Cohort cohort, LocalDate today)
    {
        if (request.Start < today)
        {
            var timetable = Timetable.Of(request.Programme);
            var past = Enumerable.Range(0, timetable.Steps.Count).Count(place => timetable.PlannedOn(place, cohort) < today);
            yield return $"The start lies in the past: {past} of {timetable.Steps.Count} steps were planned before today and will not be sent.";
        }

        var later = request.Programme.Steps.Count(step => step.Kind.IsToCome);
        if (later > 0)
        {
            yield return $"{later} {(later == 1 ? "step is an open space" : "steps are open spaces")}. They keep their place in the timetable, but nothing is sent for them yet.";
        }
    }

    /// <summary>Whether this can be the id of a cohort.</summary>
    public static bool IsId(CohortId id) =>
        id.Value.Length is >= 3 and <= 60 && id.Value.All(letter => letter is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    /// <summary>A small letter as somebody without the key for its accent would type it.</summary>
    // A table, because without culture data Normalize does not take letters apart.
    internal static char WithoutAccent(char letter) =>
        Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var accented ? Plain[accented] : letter;

    private static CohortId IdFrom(string place, LocalDate start)
    {
        var slug = new StringBuilder();
        foreach (var written in place.ToLowerInvariant())
        {
            var letter = WithoutAccent(written);
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var word = slug.ToString(0, Math.Min(slug.Length, 40)).Trim('-');
        return new CohortId(string.Create(CultureInfo.InvariantCulture, $"{word}-{start:uuuu-MM-dd}"));
    }
}
