using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Pausing;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.People;

/// <summary>The page of one person, what a manager does about them, and letting somebody join.</summary>
internal sealed class PersonPages(
    PersonReading reading, CohortFinding finding, PersonDesk people, RosterDesk roster, CohortPausing pausing, LetterDesk letters, LinkTokens tokens)
{
    public const string Button = "do";
    public const string Pause = "pause";
    public const string TakeUp = "take-up";
    public const string Letters = "letters";
    public const string Change = "change";
    public const string Leave = "leave";
    public const string ConfirmField = "confirm";

    private static readonly Dictionary<string, string> Notices = new()
    {
        [Pause] = "They pause. What was waiting for them has been taken back.",
        [TakeUp] = "They are taken up again. Letters come from tomorrow on.",
        [Letters] = "Saved. What comes stands below.",
        [Change] = "Saved. What was sent stays as it was.",
        [Leave] = "They have left. Nothing is sent any more.",
    };

    public Task<IResult> ShowAsync(HttpContext context, CohortId id, string who) => PageAsync(context, id, who, StatusCodes.Status200OK, sheet => sheet);

    /// <summary>Does what the button says.</summary>
    public async Task<IResult> ActAsync(HttpContext context, CohortId id, string who)
    {
        if (await reading.FindAsync(id, tokens.ReferredPerson(who), context.RequestAborted).ConfigureAwait(false) is not { } person)
        {
            return CohortPages.Missing(context);
        }

        var (form, by) = (SentForm.Of(context), ManagerSession.Of(context).Actor);
        var what = form.First(Button);
        var mend = what switch
        {
            Pause => await PauseAsync(person, by, form).ConfigureAwait(false),
            TakeUp => await TakeUpAsync(person, by).ConfigureAwait(false),
            Letters => await ChooseAsync(person, by, form).ConfigureAwait(false),
            Change => await ChangeAsync(person, by, form).ConfigureAwait(false),
            Leave => await LeaveAsync(person, by).ConfigureAwait(false),
            _ => sheet => sheet with { Problem = ManagerWords.NotFromHere.Text[0] },
        };
        return mend is null
            ? ManagerShow.GoTo(context, $"{ManagerPaths.Person(id, who)}?done={what}")
            : await PageAsync(context, id, who, StatusCodes.Status422UnprocessableEntity, mend).ConfigureAwait(false);
    }

    /// <summary>Asks who joins.</summary>
    public async Task<IResult> AskWhoJoinsAsync(HttpContext context, CohortId id) => await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is var (cohort, _)
        ? Join(context, cohort, StatusCodes.Status200OK, new PersonForm(new Dictionary<string, string>(), [])) : CohortPages.Missing(context);

    /// <summary>Lets somebody join.</summary>
    public async Task<IResult> JoinAsync(HttpContext context, CohortId id)
    {
        if (await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _))
        {
            return CohortPages.Missing(context);
        }

        var (cells, confirmed) = Typed(SentForm.Of(context));
        var problems = await people.JoinAsync(id, ManagerSession.Of(context).Actor, cells, confirmed, CancellationToken.None).ConfigureAwait(false);
        return problems.Count == 0 ? ManagerShow.GoTo(context, ManagerPaths.Done(id, CohortNotices.Joined))
            : Join(context, cohort, StatusCodes.Status422UnprocessableEntity, new PersonForm(cells, problems));
    }

    private static IResult Join(HttpContext context, Cohort cohort, int status, PersonForm form) =>
        ManagerShow.Page<JoinPage>(context, status, nameof(JoinPage.Sheet), new JoinSheet(cohort.Id, cohort.Place, form));

    private async Task<Func<PersonSheet, PersonSheet>?> PauseAsync(PersonHere person, Actor by, SentForm form)
    {
        var wish = new PauseWish(form.First(CohortPages.Length), form.First(CohortPages.UntilDay), null);
        var (until, problem) = CohortPages.Read(wish, person.Today);
        var outcome = problem is not null ? null : await pausing.PauseAsync(ScopeOf(person), by, until, CancellationToken.None).ConfigureAwait(false);
        problem ??= CohortWords.WrongDay(outcome) ?? (outcome is PauseOutcome.Over ? PersonWords.Over : null);
        return problem is null ? null : sheet => sheet with { Pause = wish with { Problem = problem } };
    }

    private async Task<Func<PersonSheet, PersonSheet>?> TakeUpAsync(PersonHere person, Actor by)
    {
        var outcome = await pausing.GoOnAsync(ScopeOf(person), by, CancellationToken.None).ConfigureAwait(false);
        return outcome is PauseOutcome.Over ? sheet => sheet with { Problem = PersonWords.Over } : null;
    }

    private async Task<Func<PersonSheet, PersonSheet>?> ChooseAsync(PersonHere person, Actor by, SentForm form)
    {
        var request = LettersRequest.From(form);
        if (!request.SaysHowOften)
        {
            return sheet => sheet with { Letters = new ErrorItem($"often-{LettersRequest.EveryWeek}", PersonWords.ChooseOften) };
        }

        var outcome = request.ChoiceOf(person.Person) is { } choice
            ? await letters.ChooseAsync(person.Cohort.Id, by, person.Person.Id, choice, CancellationToken.None).ConfigureAwait(false) : LetterOutcome.NotTheirDay;
        return outcome switch
        {
            LetterOutcome.Chosen => null,
            LetterOutcome.NotTheirDay => sheet => sheet with { Letters = new ErrorItem("on", PersonWords.NotTheirDay) },
            LetterOutcome.NotOffered => sheet => sheet with { Problem = PersonWords.NotOffered },
            _ => sheet => sheet with { Problem = PersonWords.Over },
        };
    }

    private async Task<Func<PersonSheet, PersonSheet>?> ChangeAsync(PersonHere person, Actor by, SentForm form)
    {
        var (cells, confirmed) = Typed(form);
        var (problems, _) = await people.ChangeAsync(
            person.Cohort.Id, by, person.Identity, cells, confirmed, confirmsAddress: person.Person.AddressRefusedOn is not null, CancellationToken.None).ConfigureAwait(false);
        return problems.Count == 0 ? null : sheet => sheet with { Form = new PersonForm(cells, problems) };
    }

    private async Task<Func<PersonSheet, PersonSheet>?> LeaveAsync(PersonHere person, Actor by) =>
        await roster.LeaveAsync(person.Cohort.Id, by, person.Person.Id, CancellationToken.None).ConfigureAwait(false) ? null : sheet => sheet with { Problem = PersonWords.Over };

    private static PauseScope ScopeOf(PersonHere person) => new([person.Cohort], person.Person.Id);

    private static (IReadOnlyDictionary<string, string> Cells, Confirmations Confirmed) Typed(SentForm form) => (
        PersonWords.Fields.ToDictionary(RosterHeaders.NameOf, field => form.First(PersonForm.IdOf(field))),
        new Confirmations(form.Fields.Where(field => field.Name == ConfirmField).Select(field => field.Value)));

    private async Task<IResult> PageAsync(HttpContext context, CohortId id, string who, int status, Func<PersonSheet, PersonSheet> finish) =>
        await reading.ReadAsync(id, tokens.ReferredPerson(who), context.RequestAborted).ConfigureAwait(false) is { } details
            ? ManagerShow.Page<PersonPage>(context, status, nameof(PersonPage.Sheet), finish(
                new PersonSheet(details, who, Notices.GetValueOrDefault(context.Request.Query["done"].ToString())) { Form = new PersonForm(PersonCells.Of(details.Identity.Entry), []) }))
            : CohortPages.Missing(context);
}
