using NodaTime;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>What became of a request about a meeting.</summary>
/// <param name="Meeting">The meeting as it now is, or null when nothing was changed.</param>
/// <param name="Problem">Why nothing was changed, and what to do; null when it was.</param>
internal sealed record MeetingAnswer(SetMeeting? Meeting, ErrorItem? Problem);

/// <summary>Takes what a form says about a meeting, for members who lead, facilitators and managers alike.</summary>
internal sealed class MeetingActs(MeetingDesk meetings)
{
    /// <summary>The local time of a cohort.</summary>
    public LocalDateTime Now(Cohort cohort) => meetings.Now(cohort);

    /// <summary>Does what was asked, or says why not.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="set">The number of the set.</param>
    /// <param name="stepId">The step of the meeting.</param>
    /// <param name="key">What tells the forms of the page apart.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="words">The words of the page.</param>
    public async Task<MeetingAnswer> ActAsync(
        Cohort cohort, Actor by, int set, StepId stepId, string key, MeetingRequest request, PageWords words)
    {
        var now = Now(cohort);
        Task<MeetingOutcome> change;
        if (request.Act == MeetingRequest.Move)
        {
            var (to, problem) = request.ReadTime(words.Meeting, key, now.Date);
            if (to is not { } time)
            {
                return new MeetingAnswer(null, problem);
            }

            change = meetings.MoveAsync(cohort, by, set, stepId, time, CancellationToken.None);
        }
        else if (request.Act == MeetingRequest.CallOff && request.IsSure)
        {
            change = meetings.CallOffAsync(cohort, by, set, stepId, CancellationToken.None);
        }
        else
        {
            return new MeetingAnswer(null, new ErrorItem(
                MeetingRequest.Id(MeetingRequest.SureField, key),
                request.Act == MeetingRequest.CallOff ? words.Meeting.TickFirst : words.Meeting.ChooseButton));
        }

        var outcome = await change.ConfigureAwait(false);
        if (outcome is MeetingOutcome.Changed changed)
        {
            return new MeetingAnswer(changed.Meeting, null);
        }

        var field = request.Act == MeetingRequest.Move ? MeetingRequest.DayField : MeetingRequest.SureField;
        return new MeetingAnswer(null, new ErrorItem(
            MeetingRequest.Id(field, key),
            outcome is MeetingOutcome.Refused refused ? words.Meeting.Why(refused.Reason, now.Date, words.Day) : words.Meeting.Gone));
    }
}
