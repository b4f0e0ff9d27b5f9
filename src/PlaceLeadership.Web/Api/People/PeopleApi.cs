using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Cohorts;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Api.Sent;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.People;
using PlaceLeadership.Web.Pausing;

namespace PlaceLeadership.Web.Api.People;

/// <summary>One person, what is changed about them, and letting somebody join.</summary>
internal sealed class PeopleApi(PersonReading reading, PersonDesk people, RosterDesk roster, CohortPausing pausing, LetterDesk letters, LinkTokens tokens)
{
    public async Task<IResult> ReadAsync(HttpContext context, CohortId id, string who) =>
        await reading.ReadAsync(id, tokens.ReferredPerson(who), context.RequestAborted).ConfigureAwait(false) is { } person
            ? Answer.Ok(PersonDetailsJson.Of(person)) : ApiProblems.Missing("person");

    public async Task<IResult> JoinAsync(HttpContext context, CohortId id)
    {
        var sent = SentJson.Of<EntryJson>(context);
        return Done(await people.JoinAsync(id, By(context), sent.Cells(), new Confirmations(sent.Confirm ?? []), CancellationToken.None).ConfigureAwait(false));
    }

    public Task<IResult> ChangeAsync(HttpContext context, CohortId id, string who) => WithPersonAsync(context, id, who, async person =>
    {
        var sent = SentJson.Of<EntryJson>(context);
        return Done((await people.ChangeAsync(
            person.Cohort.Id, By(context), person.Identity, sent.Cells(), new Confirmations(sent.Confirm ?? []), confirmsAddress: sent.Email is not null, CancellationToken.None)
            .ConfigureAwait(false)).Problems);
    });

    public Task<IResult> PauseAsync(HttpContext context, CohortId id, string who) => WithPersonAsync(context, id, who, async person =>
    {
        var until = SentJson.Of<PauseJson>(context).Until is { } day ? LocalDate.FromDateOnly(day) : (LocalDate?)null;
        var outcome = await pausing.PauseAsync(new PauseScope([person.Cohort], person.Person.Id), By(context), until, CancellationToken.None).ConfigureAwait(false);
        return CohortWords.WrongDay(outcome) is { } problem ? ApiProblems.Invalid(ApiMistake.Of("until", problem)) : outcome is PauseOutcome.Over ? Over() : Answer.Done();
    });

    public Task<IResult> ResumeAsync(HttpContext context, CohortId id, string who) => WithPersonAsync(context, id, who, async person =>
        await pausing.GoOnAsync(new PauseScope([person.Cohort], person.Person.Id), By(context), CancellationToken.None).ConfigureAwait(false) is PauseOutcome.Over ? Over() : Answer.Done());

    public Task<IResult> ChooseLettersAsync(HttpContext context, CohortId id, string who) => WithPersonAsync(context, id, who, async person =>
    {
        var (often, on) = SentJson.Of<LettersChosenJson>(context);
        var request = new LettersRequest(often, on ?? "");
        if (!request.SaysHowOften)
        {
            return ApiProblems.Invalid(ApiMistake.Of("often", PersonWords.ChooseOften, $"Write '{LettersRequest.EveryWeek}' or '{LettersRequest.EverySecondWeek}'."));
        }

        var outcome = request.ChoiceOf(person.Person) is { } choice
            ? await letters.ChooseAsync(person.Cohort.Id, By(context), person.Person.Id, choice, CancellationToken.None).ConfigureAwait(false) : LetterOutcome.NotTheirDay;
        return outcome switch
        {
            LetterOutcome.Chosen => Answer.Done(),
            LetterOutcome.NotTheirDay => ApiProblems.Invalid(ApiMistake.Of(
                "on", PersonWords.NotTheirDay, $"There are: {string.Join(", ", LetterChoice.DaysOf(person.Person).Select(day => LettersRequest.WordOf(day)))}.")),
            LetterOutcome.NotOffered => ApiProblems.Conflict(ApiMistake.Of("", PersonWords.NotOffered)),
            _ => Over(),
        };
    });

    public Task<IResult> LeaveAsync(HttpContext context, CohortId id, string who) => WithPersonAsync(context, id, who, async person =>
    {
        await roster.LeaveAsync(person.Cohort.Id, By(context), person.Person.Id, CancellationToken.None).ConfigureAwait(false);
        return Answer.Done();
    });

    private async Task<IResult> WithPersonAsync(HttpContext context, CohortId id, string who, Func<PersonHere, Task<IResult>> act) =>
        await reading.FindAsync(id, tokens.ReferredPerson(who), context.RequestAborted).ConfigureAwait(false) is { } person
            ? await act(person).ConfigureAwait(false) : ApiProblems.Missing("person");

    private static IResult Done(IReadOnlyList<RosterProblem> problems) => problems.Count == 0 ? Answer.Done() : ApiProblems.Invalid([.. problems.Select(Mistake)]);

    private static IResult Over() => ApiProblems.Conflict(ApiMistake.Of("", PersonWords.Over));

    private static ApiMistake Mistake(RosterProblem problem) => new("", null, problem.Column.Length == 0 ? null : problem.Column, problem.What, problem.Mend, problem.Confirm);

    private static Actor By(HttpContext context) => ApiCaller.Of(context).Actor;
}
