using System.Text.Json.Serialization;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Api.Launching;

/// <summary>A cohort that is to be launched.</summary>
/// <param name="Place">The name of the place, as messages use it.</param>
/// <param name="Start">The first day, such as 2026-04-13. Week 1 of the programme is the week, from Monday, that holds it.</param>
/// <param name="Sender">The name with which every message is signed.</param>
/// <param name="SenderEmail">Where replies to messages go.</param>
/// <param name="Contact">How else to reach the sender, in words.</param>
/// <param name="Roster">The people: the text of a CSV file with a row for each.</param>
/// <param name="Id">The id of the cohort: 3 to 60 lower-case letters, digits and hyphens. Left out, it is made of place and first day.</param>
/// <param name="Division">Whose bank holidays are kept: england-and-wales, scotland, or northern-ireland.</param>
/// <param name="Programme">The text of a programme file; left out for the programme that comes with PlaceLeadership.</param>
/// <param name="Confirm">What is so about the roster, each as a mistake says it under 'confirm'.</param>
/// <param name="DryRun">Whether it is only to be checked: nothing is stored, and nobody is written to.</param>
internal sealed record LaunchJson(
    string Place, string Start, string Sender, [property: JsonPropertyName(LaunchFields.SenderEmail)] string SenderEmail, string Contact, string Roster, string Id = "",
    string Division = "england-and-wales", string? Programme = null, IReadOnlyList<string>? Confirm = null, bool DryRun = false);

/// <summary>What a launch comes to.</summary>
/// <param name="Id">The id of the cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Stored">Whether it is stored; not by a dry run.</param>
/// <param name="WasThere">Whether this very launch had been stored before, by the same Idempotency-Key.</param>
/// <param name="Parts">The ids under which it is kept: its own, or those of the parts of a large one.</param>
/// <param name="People">How many people are in it.</param>
/// <param name="Notes">What is worth knowing.</param>
/// <param name="Load">What the programme asks of one participant, in sentences.</param>
/// <param name="FirstWeeks">The messages of the first four weeks.</param>
internal sealed record LaunchedJson(
    string Id, string Place, bool Stored, bool WasThere, IReadOnlyList<string> Parts, int People, IReadOnlyList<string> Notes, IReadOnlyList<string> Load,
    IReadOnlyList<FirstDayJson> FirstWeeks)
{
    public static LaunchedJson Of(LaunchDraft draft, LaunchOutcome? outcome, NodaTime.Instant now)
    {
        var plan = draft.Plan!;
        return new LaunchedJson(
            plan.Cohort.Id.Value, plan.Cohort.Place, outcome is not null, outcome?.WasThere == true,
            [.. (outcome?.Parts ?? [.. CohortParts.Split(plan).Select(part => part.Cohort.Id)]).Select(part => part.Value)], plan.People.Count, draft.Notes,
            ProgrammeLoad.Of(draft.Programme!, plan.Cohort).Sentences,
            [
                .. LaunchPreview.FirstWeeks(draft, now)
                    .SelectMany(day => day.Steps.Select(step => new FirstDayJson(day.On.ToDateOnly(), step.Title, step.People))),
            ]);
    }
}

/// <summary>What goes out on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Title">What.</param>
/// <param name="People">To how many people.</param>
internal sealed record FirstDayJson(DateOnly On, string Title, int People);
