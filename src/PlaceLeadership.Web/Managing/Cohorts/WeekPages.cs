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

    public const string Day = "day";

    public const string Button = "do";

    public const string Move = "move";

    public const string Cancel = "cancel";

    public const string Restore = "restore";

    public Task<IResult> ShowAsync(HttpContext context, CohortId id, string day) => PageAsync(
        context, id, day, StatusCodes.Status200OK, sheet => sheet with { Notice = LetterNotices.Find(context.Request.Query["done"]) });

    /// <summary>Moves a letter, cancels it or brings it back.</summary>
    public async Task<IResult> ActAsync(HttpContext context, CohortId id, string day)
    {
        var form = SentForm.Of(context);
        var (what, wish) = (form.First(Button), new LetterWish(form.First(Letter), form.First(Day), null));
        if (LetterReference.Read(tokens, wish.Letter) is not { } letter || letter.Cohort != id || what is not (Move or Cancel or Restore))
        {
            return ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere);
        }

        var to = TypedDays.Read(wish.Day);
        var outcome = what switch
        {
            Move when to is null => new WholeLetterOutcome(PageWords.Fill(CohortWords.DayUnreadable, TypedDays.Write(letter.On.PlusWeeks(1)))),
            Move => await letters.MoveAsync(id, letter.Person, letter.On, ManagerSession.Of(context).Actor, to.Value, CancellationToken.None).ConfigureAwait(false),
            Cancel => await letters.CancelAsync(id, letter.Person, letter.On, ManagerSession.Of(context).Actor, CancellationToken.None).ConfigureAwait(false),
            _ => await letters.RestoreAsync(id, letter.Person, letter.On, ManagerSession.Of(context).Actor, CancellationToken.None).ConfigureAwait(false),
        };
        return outcome.Problem is { } problem
            ? await PageAsync(context, id, day, StatusCodes.Status422UnprocessableEntity, sheet => sheet with { Wish = wish with { Problem = problem } }).ConfigureAwait(false)
            : ManagerShow.GoTo(
                context, $"{ManagerPaths.Week(id, outcome.Changed[0].On ?? letter.On)}?done={LetterNotices.Word(what, outcome.Stays.Count > 0)}");
    }

    private async Task<IResult> PageAsync(HttpContext context, CohortId id, string day, int status, Func<WeekSheet, WeekSheet> finish) =>
        LocalDatePattern.Iso.Parse(day) is { Success: true } parsed && parsed.Value.Year is > 2000 and < 2100
        && await ahead.ReadAsync(id, null, parsed.Value, context.RequestAborted).ConfigureAwait(false) is { } found
            ? ManagerShow.Page<WeekPage>(
                context, status, nameof(WeekPage.Sheet),
                finish(new WeekSheet(found, LocalDays.MondayOf(parsed.Value), letter => new LetterReference(id, letter.Participant, letter.On).Write(tokens))))
            : CohortPages.Missing(context);
}
