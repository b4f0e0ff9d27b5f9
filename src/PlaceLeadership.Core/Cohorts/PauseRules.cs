using NodaTime;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// How pauses end. A paused person or organisation rejoins the cohort where the cohort is: what fell into the pause is
/// let go. A paused cohort (a place in an emergency) loses nothing: everything not yet sent moves by whole weeks, as
/// many as the pause took, rounded up, so that the rhythm and the weekdays stay and nothing arrives in a heap.
/// </summary>
public static class PauseRules
{
    /// <summary>The cohort after every pause that ends by a date has ended by itself.</summary>
    public static Cohort SettleElapsed(Cohort cohort, LocalDate today)
    {
        if (cohort.Pause?.Until is { } until && until <= today)
        {
            cohort = GoOn(cohort, until);
        }

        foreach (var (organisation, pause) in cohort.OrganisationPauses)
        {
            if (pause.Until is { } day && day <= today)
            {
                cohort = GoOn(cohort, organisation, day);
            }
        }

        return cohort;
    }

    /// <summary>Takes one person up again from this day.</summary>
    public static Participant GoOn(Participant person, LocalDate from) => person with { Pause = null, WentOnFrom = from };

    /// <summary>Takes the whole cohort up again from this day. A pause that ends on the day it began moves nothing.</summary>
    public static Cohort GoOn(Cohort cohort, LocalDate from)
    {
        if (cohort.Pause is not { } pause)
        {
            return cohort;
        }

        var days = Math.Max(0, Period.DaysBetween(pause.Since, from));
        return cohort with
        {
            Pause = null,
            WentOnFrom = from,
            ShiftDays = cohort.ShiftDays + ((days + 6) / 7 * 7),
        };
    }

    /// <summary>Takes one organisation up again from this day.</summary>
    public static Cohort GoOn(Cohort cohort, string organisation, LocalDate from) =>
        !cohort.OrganisationPauses.ContainsKey(organisation)
            ? cohort
            : cohort with
            {
                OrganisationPauses = Without(cohort.OrganisationPauses, organisation),
                OrganisationsWentOnFrom = With(cohort.OrganisationsWentOnFrom, organisation, from),
            };

    /// <summary>
    /// Somebody who moves to another organisation rejoins the cohort as if the old one had gone on: what fell into its
    /// pause is let go and does not arrive in a heap.
    /// </summary>
    public static Participant MoveAway(Cohort cohort, Participant person, string to, LocalDate today)
    {
        if (person.Organisation == to)
        {
            return person;
        }

        LocalDate? wentOn = cohort.OrganisationPauses.TryGetValue(person.Organisation, out var pause)
            ? pause.Holds(today) ? today.PlusDays(1) : pause.Until
            : cohort.OrganisationsWentOnFrom.TryGetValue(person.Organisation, out var earlier) ? earlier : null;
        return wentOn is { } day && !(person.WentOnFrom > day) ? person with { WentOnFrom = day } : person;
    }

    /// <summary>Pauses the whole cohort.</summary>
    public static Cohort Begin(Cohort cohort, Pause pause) =>
        cohort with { Pause = cohort.Pause is { } earlier ? pause with { Since = earlier.Since } : pause };

    /// <summary>Pauses one organisation.</summary>
    public static Cohort Begin(Cohort cohort, string organisation, Pause pause) =>
        cohort with { OrganisationPauses = With(cohort.OrganisationPauses, organisation, pause) };

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, string key, T value) =>
        new(all) { [key] = value };

    private static Dictionary<string, T> Without<T>(IReadOnlyDictionary<string, T> all, string key)
    {
        var rest = new Dictionary<string, T>(all);
        rest.Remove(key);
        return rest;
    }
}
