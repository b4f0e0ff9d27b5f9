using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The pages behind the link of the member who leads a meeting, as long as they do.</summary>
internal sealed class LeadPages(LinkGate gate, CohortFinding finding, MeetingActs acts)
{
    public Task<IResult> ShowAsync(HttpContext context, string token) => WithSheetAsync(
        context, token, (page, sheet) => Task.FromResult(Form(StatusCodes.Status200OK, page, sheet)));

    /// <summary>How the meeting stands. It says what is stored, not what the address claims.</summary>
    public Task<IResult> SayDoneAsync(HttpContext context, string token) => WithSheetAsync(context, token, (page, sheet) =>
        Task.FromResult(Show.Page<LeadDonePage>(StatusCodes.Status200OK, page, nameof(LeadDonePage.Sheet), sheet)));

    public Task<IResult> ActAsync(HttpContext context, string token) => WithSheetAsync(context, token, async (page, sheet) =>
    {
        var request = MeetingRequest.From(SentForm.Of(context));
        var answer = await acts.ActAsync(
            sheet.Holder.Cohort, Actor.Person(sheet.Holder.Person.Id), sheet.Set, sheet.Meeting.StepId, sheet.Form.Key, request, page.Words).ConfigureAwait(false);
        return answer.Problem is { } problem
            ? Form(StatusCodes.Status422UnprocessableEntity, page, sheet with { Form = sheet.Form with { Filled = request, Problem = problem } })
            : Show.SeeOther(page.To(sheet.Path + "/done"));
    });

    private async Task<IResult> WithSheetAsync(HttpContext context, string token, Func<Page, LeadSheet, Task<IResult>> show)
    {
        var (holder, refusal) = await gate.FindAsync<LeadLink>(context, token).ConfigureAwait(false);
        if (holder is null)
        {
            return refusal;
        }

        return await FindAsync(holder, context.RequestAborted).ConfigureAwait(false) is var (set, meeting)
            ? await show(
                Page.For(context, holder.Person.Language, holder.Programme),
                new LeadSheet(holder, $"/m/{token}", set, new MeetingSheet(meeting.StepId.Value, meeting, acts.Now(holder.Cohort)))).ConfigureAwait(false)
            : LinkGate.Refuse(context, StatusCodes.Status410Gone, page => page.Words.Meeting.Changed);
    }

    private async Task<(int Set, SetMeeting Meeting)?> FindAsync(Holder holder, CancellationToken cancellation)
    {
        if (holder.Person.LeftOn is not null || holder.Cohort.EndedOn is not null
            || await finding.OneAsync(holder.Cohort.Id, cancellation).ConfigureAwait(false) is not var (_, timetable)
            || timetable.FindStep(holder.Link.Step) is not { } step)
        {
            return null;
        }

        // Links in messages name the message, which stands around the meeting.
        var rows = await finding.RowsAsync(holder.Cohort.Id, cancellation).ConfigureAwait(false);
        return StandingSets.Of(rows).SetOf(holder.Person.Id) is { } set
            && set.Meetings.FirstOrDefault(meeting => meeting.StepId == step.Whole && meeting.Leader == holder.Person.Id) is { } found
                ? (set.Number, found) : null;
    }

    private static IResult Form(int status, Page page, LeadSheet sheet) =>
        Show.Page<LeadPage>(status, page, nameof(LeadPage.Sheet), sheet);
}
