using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.Accounts;

/// <summary>What the page about who may do what shows.</summary>
/// <param name="Accounts">Everybody who has signed in.</param>
/// <param name="Cohorts">The cohorts for which something can be granted, each with its place.</param>
/// <param name="Chosen">What was chosen before, where something stood in the way.</param>
/// <param name="Notice">What was done, or empty.</param>
/// <param name="Problem">What is wrong with what was sent, or null.</param>
public sealed record AccessSheet(
    IReadOnlyList<Account> Accounts, IReadOnlyList<(CohortId Id, string Place)> Cohorts, ChosenGrant Chosen, string Notice, string? Problem)
{
    /// <summary>The places, as they are written in these cohorts.</summary>
    public PlaceNames Places { get; } = new(Cohorts.Select(cohort => cohort.Place));
}

/// <summary>What somebody chose to grant, each as the form has it, or empty.</summary>
public readonly record struct ChosenGrant(string Whom, string Role, string For)
{
    private const string Start = "chosen-grant/";

    /// <summary>As it stands in an address: nobody else can write one, so that no link fills in a grant.</summary>
    public string Write(LinkTokens tokens) => tokens.Refer($"{Start}{Whom}\n{Role}\n{For}");

    /// <summary>What stands in an address; nothing when it is none of ours.</summary>
    public static ChosenGrant Read(LinkTokens tokens, string word) =>
        tokens.Referred(word) is { } known && known.StartsWith(Start, StringComparison.Ordinal) && known[Start.Length..].Split('\n') is [var whom, var role, var scope]
            ? new ChosenGrant(whom, role, scope) : new ChosenGrant("", "", "");
}

/// <summary>What the page about one week at the desk shows.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="HasLater">Whether there is a week after it.</param>
/// <param name="Lines">What was done, latest first.</param>
public sealed record AccessHistorySheet(LocalDate Monday, bool HasLater, IReadOnlyList<(LocalDateTime At, string Sentence)> Lines);

/// <summary>The pages of administrators about everybody's account.</summary>
internal sealed class AccountPages(GrantDesk grants, AccessHistory history, CohortFinding finding, LinkTokens tokens, PagesOptions options)
{
    public const string Button = "do";
    public const string GrantIt = "grant";
    public const string TakeIt = "take";
    public const string RemoveIt = "remove";
    public const string EndIt = "end";
    public const string Whom = "whom";
    public const string Role = "role";
    public const string For = "for";
    public const string Given = "given";
    public const string ChosenField = "chosen";

    private static readonly DateTimeZone Zone = Application.Launching.LaunchOrder.Zone;

    public Task<IResult> ShowAsync(HttpContext context) => PageAsync(context, StatusCodes.Status200OK, null);

    /// <summary>Grants, takes away or removes.</summary>
    public async Task<IResult> ActAsync(HttpContext context)
    {
        var form = SentForm.Of(context);
        var asker = ManagerSession.AskerOf(context, options);
        if (AccountId.Parse(form.First(Whom)) is not { } whom)
        {
            return await PageAsync(context, StatusCodes.Status422UnprocessableEntity, form.First(Whom).Length == 0 ? AccountWords.ChooseAll : AccountWords.NoAccount).ConfigureAwait(false);
        }

        var (outcome, done) = form.First(Button) switch
        {
            GrantIt when Typed(form) is { } grant => (await grants.GrantAsync(asker, whom, grant, CancellationToken.None).ConfigureAwait(false), "granted"),
            TakeIt when Grant.Parse(form.First(Given)) is { } grant => (await grants.TakeAwayAsync(asker, whom, grant, CancellationToken.None).ConfigureAwait(false), "taken"),
            RemoveIt => (await grants.RemoveAsync(asker, whom, CancellationToken.None).ConfigureAwait(false), "removed"),
            EndIt => (await grants.EndSignInsAsync(asker, whom, CancellationToken.None).ConfigureAwait(false), "ended"),
            _ => ((GrantOutcome?)GrantOutcome.NoCode, ""),
        };
        return outcome is GrantOutcome.Done or GrantOutcome.WasSo
            ? ManagerShow.GoTo(context, $"{ManagerPaths.Access}?done={done}")
            : await PageAsync(context, StatusCodes.Status422UnprocessableEntity, outcome switch
            {
                null => AccountWords.NotYours,
                GrantOutcome.LastAdministrator => AccountWords.LastAdministrator,
                GrantOutcome.NoAccount => AccountWords.NoAccount,
                GrantOutcome.NoCohort => AccountWords.NoCohort,
                _ => AccountWords.ChooseAll,
            }).ConfigureAwait(false);
    }

    /// <summary>What was done at the desk in a week.</summary>
    public async Task<IResult> HistoryAsync(HttpContext context)
    {
        var today = options.RealClock.Now().InZone(Zone).Date;
        var asked = LocalDatePattern.Iso.Parse(context.Request.Query["week"].ToString());
        var monday = LocalDays.MondayOf(asked.Success && asked.Value <= today && asked.Value.Year > 2000 ? asked.Value : today);
        var lines = await history.ReadAsync(Start(monday), Start(monday.PlusWeeks(1)), context.RequestAborted).ConfigureAwait(false);
        return ManagerShow.Page<AccessHistoryPage>(context, StatusCodes.Status200OK, nameof(AccessHistoryPage.Sheet), new AccessHistorySheet(
            monday, monday.PlusWeeks(1) <= today, [.. lines.Reverse().Select(line => (line.Act.At.InZone(Zone).LocalDateTime, line.Sentence))]));
    }

    private static Instant Start(LocalDate day) => day.AtStartOfDayInZone(Zone).ToInstant();

    private static Grant? Typed(SentForm form) =>
        Grant.ReadRole(form.First(Role)) is { } role && Scope.Parse(form.First(For)) is { } scope ? new Grant(role, scope) : null;

    // In the address, where somebody had to prove in between who they are.
    private ChosenGrant Chosen(HttpContext context) => context.Features.Get<SentForm>() is { } form ? new ChosenGrant(form.First(Whom), form.First(Role), form.First(For))
        : ChosenGrant.Read(tokens, context.Request.Query[ChosenField].ToString());

    // Of cohorts and grants what lies within their own.
    private async Task<IResult> PageAsync(HttpContext context, int status, string? problem)
    {
        var access = ManagerSession.Of(context).Access;
        var cohorts = (await finding.PlacesAsync(context.RequestAborted).ConfigureAwait(false)).Where(cohort => access.May(Right.Grant, new Whereabouts(cohort.Id, cohort.Place)));
        return ManagerShow.Page<AccessPage>(context, status, nameof(AccessPage.Sheet), new AccessSheet(
            await grants.ListAsync(access, context.RequestAborted).ConfigureAwait(false), [.. cohorts], Chosen(context),
            context.Request.Query.ContainsKey(ChosenField) ? AccountWords.NotGrantedYet : AccountWords.Notice(context.Request.Query["done"]), problem));
    }
}
