using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What goes out in a week, letter by letter, and what a manager changes about a letter.</summary>
internal sealed class WeekPages(LookingAhead ahead, WholeLetterDesk letters, LinkTokens tokens)
{
    public const string Letter = "letter";

    /// <summary>One of the letters that bring the same.</summary>
    public const string Same = "same";

    /// <summary>For all of them, or for those that are ticked.</summary>
    public const string Whom = "whom";

    public const string All = "all";

    public const string Some = "some";

    public const string Day = "day";

    public const string Sure = "sure";

    public const string Button = "do";

    public const string Move = "move";

    public const string Cancel = "cancel";

    public const string Restore = "restore";

    public Task<IResult> ShowAsync(HttpContext context, CohortId id, string day) => PageAsync(
        context, id, day, StatusCodes.Status200OK, sheet => sheet with { Notice = LetterNotices.Find(context.Request.Query["done"]) });

    /// <summary>Says what moving letters, cancelling them or bringing them back would come to; once that was seen, does it.</summary>
    public async Task<IResult> ActAsync(HttpContext context, CohortId id, string day)
    {
        var form = SentForm.Of(context);
        var (what, wish) = (form.First(Button), Read(form));
        IReadOnlyList<string> references = wish.Same.Length > 0 ? [wish.Same, .. wish.Chosen] : wish.Chosen;
        if (what is not (Move or Cancel or Restore) || references.Count == 0 || references.Any(reference => Find(reference, id) is null))
        {
            return ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere);
        }

        var isSure = form.First(Sure).Length > 0;
        if (Monday(day) is not { } monday || await ahead.ReadAsync(id, null, monday, context.RequestAborted).ConfigureAwait(false) is not { } week)
        {
            return CohortPages.Missing(context);
        }

        var act = ActOf(what, wish.Day);
        IReadOnlyList<string> chosen = wish.ForAll ? Alike(week, wish.Same) : wish.Chosen;
        if (act is null || chosen.Count == 0)
        {
            var problem = act is not null ? CohortWords.ChooseWhom
                : PageWords.Fill(CohortWords.DayUnreadable, TypedDays.Write(Find(references[0], id)!.On.PlusWeeks(1)));
            return Page(context, StatusCodes.Status422UnprocessableEntity, Sheet(week, monday) with { Wish = wish with { Problem = problem } });
        }

        var named = week.Letters.Where(letter => letter.To is not null).DistinctBy(letter => letter.Participant).ToDictionary(letter => letter.Participant, letter => letter.To!.Entry.Name);
        var found = chosen.Distinct().Select(reference => (Reference: reference, Letter: Find(reference, id)!)).ToList();
        var outcomes = await letters.ActAsync(
            id, found.Select(item => new LetterOf(item.Letter.Person, item.Letter.On)), ManagerSession.Of(context).Actor, act, CancellationToken.None, onlyLooks: !isSure).ConfigureAwait(false);
        var look = new LettersLook(
            week.Cohort, monday, what, wish.Day, isSure,
            [.. found.Zip(outcomes, (item, done) => (item.Reference, named.GetValueOrDefault(item.Letter.Person), done.Outcome))]);
        return isSure && look.Good.Count() == look.Rows.Count
            ? ManagerShow.GoTo(context, $"{ManagerPaths.Week(id, outcomes[0].Outcome.Changed[0].On ?? found[0].Letter.On)}?done={LetterNotices.Word(what, outcomes.Any(done => done.Outcome.Stays.Count > 0))}")
            : ManagerShow.Page<LettersLookPage>(context, StatusCodes.Status200OK, nameof(LettersLookPage.Look), look);
    }

    private static LetterWish Read(SentForm form)
    {
        IReadOnlyList<string> ticked = [.. form.Fields.Where(field => field.Name == Letter).Select(field => field.Value)];
        return new LetterWish(form.First(Same), ticked, form.First(Whom) == All && form.First(Same).Length > 0, form.First(Day), null);
    }

    private static LetterAct? ActOf(string what, string day) => what switch
    {
        Move => TypedDays.Read(day) is { } to ? new LetterAct.Move(to) : null,
        Cancel => new LetterAct.Cancel(),
        _ => new LetterAct.Restore(),
    };

    private LetterReference? Find(string reference, CohortId id) => LetterReference.Read(tokens, reference) is { } letter && letter.Cohort == id ? letter : null;

    // As they stand now: who joined or left since the page was read, is in it or not.
    private IReadOnlyList<string> Alike(CohortAhead week, string one)
    {
        var sheet = Sheet(week, week.Today);
        var same = SameLetters.Of(week.Letters).SelectMany(day => day).FirstOrDefault(alike => alike.Letters.Any(letter => sheet.Refer(letter) == one));
        return same is null ? [] : [.. same.Letters.Where(sheet.CanChange).Select(sheet.Refer)];
    }

    private static LocalDate? Monday(string day) =>
        LocalDatePattern.Iso.Parse(day) is { Success: true } parsed && parsed.Value.Year is > 2000 and < 2100 ? LocalDays.MondayOf(parsed.Value) : null;

    private WeekSheet Sheet(CohortAhead week, LocalDate monday) =>
        new(week, monday, letter => new LetterReference(week.Cohort.Id, letter.Participant, letter.On).Write(tokens));

    private static IResult Page(HttpContext context, int status, WeekSheet sheet) => ManagerShow.Page<WeekPage>(context, status, nameof(WeekPage.Sheet), sheet);

    private async Task<IResult> PageAsync(HttpContext context, CohortId id, string day, int status, Func<WeekSheet, WeekSheet> finish) =>
        Monday(day) is { } monday && await ahead.ReadAsync(id, null, monday, context.RequestAborted).ConfigureAwait(false) is { } found
            ? Page(context, status, finish(Sheet(found, monday))) : CohortPages.Missing(context);
}
