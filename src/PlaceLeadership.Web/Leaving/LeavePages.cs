using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Leaving;

/// <summary>The page behind a leave link: it asks, and once the person has left it says goodbye.</summary>
internal sealed class LeavePages(LinkGate gate, RosterDesk roster)
{
    /// <summary>The field of the button, and what it says.</summary>
    public const string Button = "do";

    public const string Leave = "leave";

    public async Task<IResult> ShowAsync(HttpContext context, string token)
    {
        var (holder, refusal) = await gate.FindAsync<LeaveLink>(context, token).ConfigureAwait(false);
        return holder is null ? refusal : Ask(StatusCodes.Status200OK, context, token, holder);
    }

    public async Task<IResult> LeaveAsync(HttpContext context, string token)
    {
        var (holder, refusal) = await gate.FindAsync<LeaveLink>(context, token).ConfigureAwait(false);
        if (holder is null)
        {
            return refusal;
        }

        if (SentForm.Of(context).First(Button) != Leave)
        {
            return Ask(StatusCodes.Status400BadRequest, context, token, holder);
        }

        var link = holder.Link;
        await roster.LeaveAsync(link.Cohort, Actor.Person(link.Participant), link.Participant, CancellationToken.None).ConfigureAwait(false);
        return Show.SeeOther(Page.For(context, holder.Person.Language, holder.Programme).To($"/l/{token}"));
    }

    private IResult Ask(int status, HttpContext context, string token, Holder holder) => Show.Page<LeavePage>(
        status, Page.For(context, holder.Person.Language, holder.Programme), nameof(LeavePage.Sheet),
        new LeaveSheet(holder, $"/l/{token}", gate.PathToPause(holder.Link, holder.Cohort.Zone)));
}
