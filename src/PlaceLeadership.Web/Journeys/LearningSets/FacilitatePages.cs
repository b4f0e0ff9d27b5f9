using System.Text;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The page behind a facilitator's link: one set, as long as they facilitate it.</summary>
internal sealed class FacilitatePages(LinkGate gate, FacilitatorReading reading, MeetingActs acts, CalendarWriter write, TimeProvider clock)
{
    public Task<IResult> ShowAsync(HttpContext context, string token) => WithSheetAsync(context, token, (page, sheet) =>
        Task.FromResult(Show.Page<FacilitatePage>(StatusCodes.Status200OK, page, nameof(FacilitatePage.Sheet), sheet with
        {
            Notice = FacilitatorWords.Notice(context.Request.Query["done"]),
        })));

    /// <summary>The calendar file of a meeting whose time has not come.</summary>
    public Task<IResult> CalendarAsync(HttpContext context, string token, StepId step) => WithSheetAsync(context, token, (page, sheet) =>
        Task.FromResult(sheet.Calendar.TryGetValue(step, out var entry)
            ? Results.File(
                Encoding.UTF8.GetBytes(write(entry, sheet.Cohort, page.Language, clock.Now())), "text/calendar; charset=utf-8", "learning-set.ics")
            : LinkGate.Refuse(context, StatusCodes.Status404NotFound, _ => new(FacilitatorWords.Changed.Title, page.Words.Meeting.Gone), inEnglishAlone: true)));

    public Task<IResult> ActAsync(HttpContext context, string token) => WithSheetAsync(context, token, async (page, sheet) =>
    {
        var request = MeetingRequest.From(SentForm.Of(context));
        if (sheet.Ahead.FirstOrDefault(meeting => meeting.Form.Meeting.StepId == new StepId(request.Meeting)) is not { } ahead)
        {
            return LinkGate.Refuse(context, StatusCodes.Status409Conflict, _ => new(FacilitatorWords.Changed.Title, page.Words.Meeting.Gone), inEnglishAlone: true);
        }

        var answer = await acts.ActAsync(
            sheet.Cohort, Actor.Facilitator(sheet.Set), sheet.Set, new StepId(request.Meeting), ahead.Form.Key, request, page.Words).ConfigureAwait(false);
        return answer is { Problem: null, Meeting: { } meeting }
            ? Show.SeeOther($"{page.Root}{sheet.Path}?done={MeetingNotices.Of(meeting)}")
            : Show.Page<FacilitatePage>(StatusCodes.Status422UnprocessableEntity, page, nameof(FacilitatePage.Sheet), sheet with
            {
                Ahead = [.. sheet.Ahead.Select(other => other == ahead
                    ? other with { Form = other.Form with { Filled = request, Problem = answer.Problem } } : other)],
            });
    });

    private async Task<IResult> WithSheetAsync(HttpContext context, string token, Func<Page, FacilitatorSheet, Task<IResult>> show)
    {
        var (link, refusal) = gate.Open<FacilitatorLink>(context, token);
        if (link is null)
        {
            return refusal;
        }

        if (await reading.ReadAsync(link, context.RequestAborted).ConfigureAwait(false) is { } sheet)
        {
            return await show(Page.ForAnybody(context).InEnglishAlone(), sheet with { Path = $"/f/{token}" }).ConfigureAwait(false);
        }

        return await reading.IsReplacedAsync(link, context.RequestAborted).ConfigureAwait(false)
            ? LinkGate.Refuse(context, StatusCodes.Status410Gone, _ => FacilitatorWords.Changed, inEnglishAlone: true)
            : LinkGate.Gone(context);
    }
}
