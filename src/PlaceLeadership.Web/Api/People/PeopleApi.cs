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
internal sealed class PeopleApi(PersonReading reading, RosterDesk roster, CohortPausing pausing, LetterDesk letters, LinkTokens tokens)
{
    public Task<IResult> ReadAsync(HttpContext context, CohortId id, string who) =>
        WithPersonAsync(context, id, who, person => Task.FromResult(Answer.Ok(PersonDetailsJson.Of(person))));

    public async Task<IResult> JoinAsync(HttpContext context, CohortId id)
    {
        var sent = SentJson.Of<EntryJson>(context);
        var confirmed = new Confirmations(sent.Confirm ?? []);
        var read = PersonCells.Read(sent.Cells(), confirmed);
        var problems = read.Problems.Count > 0 ? read.Problems.Select(Mistake)
            : (await roster.JoinAsync(id.Whole, By(context), [read.Rows[0].Entry], Enrolment.NewId, CancellationToken.None, confirmed).ConfigureAwait(false)).Select(Whole);
        return Done([.. problems]);
    }

    public Task<IResult> ChangeAsync(HttpContext context, CohortId id, string who) => WithPersonAsync(context, id, who, async person =>
    {
        var sent = SentJson.Of<EntryJson>(context);
        var confirmed = new Confirmations(sent.Confirm ?? []);
        var read = PersonCells.Changed(person.Identity.Entry, sent.Cells(), confirmed);
        if (read.Problems.Count > 0)
        {
            return Done([.. read.Problems.Select(Mistake)]);
        }

        var entry = read.Rows[0].Entry;
        var problem = await roster.ChangeAsync(
            person.Cohort.Id, By(context), person.Person.Id, _ => entry, CancellationToken.None, confirmed, confirmsAddress: sent.Email is not null).ConfigureAwait(false);
        return Done(problem is null ? [] : [Whole(problem)]);
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
        var day = LetterChoice.DaysOf(person.Person).Select(day => (IsoDayOfWeek?)day).FirstOrDefault(day => LettersRequest.WordOf(day) == on);
        if (often is not (LettersRequest.EveryWeek or LettersRequest.EverySecondWeek))
        {
            return ApiProblems.Invalid(ApiMistake.Of("often", PersonWords.ChooseOften, $"Write '{LettersRequest.EveryWeek}' or '{LettersRequest.EverySecondWeek}'."));
        }

        var outcome = day is null && !string.IsNullOrEmpty(on) ? LetterOutcome.NotTheirDay : await letters.ChooseAsync(
            person.Cohort.Id, By(context), person.Person.Id, new LetterChoice(day, often == LettersRequest.EverySecondWeek), CancellationToken.None).ConfigureAwait(false);
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

    private async Task<IResult> WithPersonAsync(HttpContext context, CohortId id, string who, Func<PersonDetails, Task<IResult>> act) =>
        await reading.ReadAsync(id, tokens.ReferredPerson(who), context.RequestAborted).ConfigureAwait(false) is { } person
            ? await act(person).ConfigureAwait(false) : ApiProblems.Missing("person");

    private static IResult Done(IReadOnlyList<ApiMistake> mistakes) => mistakes.Count == 0 ? Answer.Done() : ApiProblems.Invalid(mistakes);

    private static IResult Over() => ApiProblems.Conflict(ApiMistake.Of("", PersonWords.Over));

    private static ApiMistake Mistake(RosterProblem problem) => new("", null, problem.Column.Length == 0 ? null : problem.Column, problem.What, problem.Mend, problem.Confirm);

    private static ApiMistake Whole(string problem) => ApiMistake.Of("", problem);

    private static Actor By(HttpContext context) => ApiCaller.Of(context).Actor;
}
