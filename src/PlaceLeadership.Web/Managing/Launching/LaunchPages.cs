using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>
/// The pages that launch a cohort: a form, what it would come to, and the launch. Between them nothing is stored here; what
/// was read travels in the page.
/// </summary>
internal sealed class LaunchPages(
    LaunchDesk launches, LaunchKeys keys, LaunchChecking checking, StepKinds kinds, CarriedTokens tokens, PagesOptions options, TimeProvider clock)
{
    /// <summary>The field that says which button was pressed.</summary>
    public const string Button = "do";

    public const string Check = "check";

    public const string Change = "change";

    public const string Launch = "launch";

    /// <summary>The field in which a launch travels.</summary>
    public const string CarriedField = "carried";

    private readonly string _builtInTitle = Title(ProgrammeReader.Read(ProgrammeText.BuiltIn.Text, kinds).Programme!);

    /// <summary>An empty form.</summary>
    public IResult Show(HttpContext context) => Form(context, StatusCodes.Status200OK, LaunchForm.Empty, [], null);

    /// <summary>Whatever button was pressed.</summary>
    public Task<IResult> ActAsync(HttpContext context)
    {
        var form = SentForm.Of(context);
        return form.First(Button) switch
        {
            Launch => StoreAsync(context, form),
            Change => Task.FromResult(Carried(context, form) is { } carried
                ? Form(context, StatusCodes.Status200OK, carried.Form, [], carried.Files)
                : ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, LaunchWords.StartAgain)),
            _ => CheckAsync(context, form),
        };
    }

    private async Task<IResult> CheckAsync(HttpContext context, SentForm sent)
    {
        var earlier = Carried(context, sent)?.Files;
        var form = LaunchForm.From(sent) with
        {
            OwnProgramme = sent.First(LaunchForm.Whose) == LaunchForm.Own || sent.File(LaunchFields.Programme) is not null,
        };
        var (rosterName, roster) = RosterOf(sent, earlier, new Confirmations(form.Confirmed), context.RequestAborted);
        var (own, unreadable) = form.OwnProgramme ? ProgrammeOf(sent, earlier) : (null, null);
        var files = new ReadFiles(rosterName, [.. roster.Rows.Select(row => row.Entry)], roster.Notes, own);
        var carried = tokens.Begin(form, files);
        var (draft, mistyped) = Draft(carried, roster);
        IReadOnlyList<LaunchProblem> problems =
        [
            .. mistyped, .. NotTheirs(context, draft), .. unreadable is null ? draft.Problems : [unreadable, .. draft.Problems],
            .. await checking.TakenAsync(draft, context.RequestAborted).ConfigureAwait(false),
        ];
        var kept = roster.Rows.Count > 0 ? files : null;
        if (problems.Count > 0)
        {
            return Form(context, StatusCodes.Status422UnprocessableEntity, form, problems, kept);
        }

        return tokens.Write(carried, ManagerSession.Of(context)) is { } field
            ? ManagerShow.Page<PreviewPage>(
                context, StatusCodes.Status200OK, nameof(PreviewPage.Sheet), new PreviewSheet(
                    draft, field, LaunchPreview.FirstWeeks(draft, clock.Now()), ProgrammeLoad.Of(draft.Programme!, draft.Plan!.Cohort)))
            : Form(
                context, StatusCodes.Status422UnprocessableEntity, form,
                [LaunchProblem.Of(LaunchFields.Roster, LaunchWords.TooMuch, LaunchWords.TooMuchMend)], null);
    }

    private async Task<IResult> StoreAsync(HttpContext context, SentForm sent)
    {
        if (Carried(context, sent) is not { } carried)
        {
            return ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, LaunchWords.StartAgain);
        }

        var (draft, mistyped) = Draft(carried, carried.Files.Roster);
        if (draft.Plan is not { } plan || NotTheirs(context, draft).Count > 0)
        {
            return Form(context, StatusCodes.Status422UnprocessableEntity, carried.Form, [.. mistyped, .. NotTheirs(context, draft), .. draft.Problems], carried.Files);
        }

        if (await WasDeletedAsync(carried, plan.Cohort.Id, ManagerSession.Of(context)).ConfigureAwait(false))
        {
            return Form(context, StatusCodes.Status409Conflict, carried.Form, [LaunchProblem.Of(LaunchFields.CohortId, LaunchWords.WasDeleted, LaunchWords.WasDeletedMend)], carried.Files);
        }

        var outcome = await launches.StoreAsync(draft, ManagerSession.AskerOf(context, options), CancellationToken.None).ConfigureAwait(false);
        if (outcome.Problem is { } problem)
        {
            return Form(
                context, StatusCodes.Status409Conflict, carried.Form, [LaunchProblem.Of(LaunchFields.CohortId, problem)], carried.Files);
        }

        return ManagerShow.GoTo(
            context, ManagerPaths.Done(outcome.Parts[0], outcome.WasThere ? CohortNotices.WasLaunched : CohortNotices.Launched));
    }

    // A page that was left open launches once: what it launched and somebody deleted does not come back with the same pseudonyms.
    private async Task<bool> WasDeletedAsync(Carried carried, CohortId id, ManagerSession session) =>
        !await keys.KeepAsync(session.Access.Account, carried.Nonce, KeyedLaunch.Of(id, carried.Nonce, carried.KeyId, []), CancellationToken.None).ConfigureAwait(false)
        && await keys.FindAsync(session.Access.Account, carried.Nonce, CancellationToken.None).ConfigureAwait(false) is { Deleted: true };

    private static IReadOnlyList<LaunchProblem> NotTheirs(HttpContext context, LaunchDraft draft) =>
        LaunchChecking.NotTheirs(ManagerSession.Of(context).Access, draft);

    private (LaunchDraft Draft, IReadOnlyList<LaunchProblem> Mistyped) Draft(Carried carried, RosterReading roster)
    {
        var (order, mistyped) = carried.Form.Read(checking.Today);
        var draft = checking.Draft(order, carried.Files.Programme, carried.Files.RosterName, roster, tokens.Pseudonyms(carried.Nonce, carried.KeyId));
        return (mistyped.Count > 0 ? draft with { Plan = null } : draft, mistyped);
    }

    private Carried? Carried(HttpContext context, SentForm form) => tokens.Read(form.First(CarriedField), ManagerSession.Of(context));

    private (string Name, RosterReading Reading) RosterOf(
        SentForm sent, ReadFiles? earlier, Confirmations confirmed, CancellationToken cancellation) =>
        sent.File(LaunchFields.Roster) is { } file ? (file.Name, checking.ReadRoster(file.Content, file.Name, confirmed, cancellation))
        : earlier is not null ? (earlier.RosterName, earlier.Roster)
        : ("", new RosterReading([], [new RosterProblem(0, "", LaunchWords.RosterMissing, LaunchWords.RosterMissingMend)], []));

    private static (ProgrammeText? Text, LaunchProblem? Problem) ProgrammeOf(SentForm sent, ReadFiles? earlier)
    {
        if (sent.File(LaunchFields.Programme) is not { } file)
        {
            return earlier?.Programme is { } kept
                ? (kept, null)
                : (null, LaunchProblem.Of(LaunchFields.Programme, LaunchWords.ProgrammeMissing, LaunchWords.ProgrammeMissingMend));
        }

        return ProgrammeText.Decode(file.Name, file.Content.Span) is { } text
            ? (text, null)
            : (null, new LaunchProblem(
                LaunchFields.Programme, file.Name, 0, "", LaunchWords.ProgrammeNotUtf8, LaunchWords.ProgrammeNotUtf8Mend));
    }

    private IResult Form(
        HttpContext context, int status, LaunchForm form, IReadOnlyList<LaunchProblem> problems, ReadFiles? files)
    {
        var field = files is null ? null : tokens.Write(tokens.Begin(form, files), ManagerSession.Of(context));
        return ManagerShow.Page<LaunchPage>(context, status, nameof(LaunchPage.Sheet), new LaunchSheet(
            form, problems, field is null ? null : files, field, _builtInTitle, checking.Today));
    }

    private static string Title(Programme programme) => $"{programme.Title.In("en")}, {programme.Weeks} weeks";
}
