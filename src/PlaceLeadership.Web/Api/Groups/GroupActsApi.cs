using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Api.Sent;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Api.Groups;

/// <summary>What is changed about who is brought together.</summary>
internal sealed class GroupActsApi(
    GroupsReading reading, CohortFinding finding, ApartDesk apart, SetDesk sets, MeetingDesk meetings, FacilitatorLinks links, LinkTokens tokens, PagesOptions options)
{
    public async Task<IResult> KeepApartAsync(HttpContext context, CohortId id)
    {
        var (one, other) = Two(context);
        if (await reading.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } groups)
        {
            return ApiProblems.NoCohort();
        }

        if (one == other || groups.People.All(person => person.Id != one) || groups.People.All(person => person.Id != other))
        {
            return ApiProblems.Invalid(ApiMistake.Of("one", GroupsWords.ChooseTwo, "Take them from 'people' of the groups as they are now."));
        }

        await apart.KeepApartAsync(id, By(context), one, other, CancellationToken.None).ConfigureAwait(false);
        return Answer.Done();
    }

    public async Task<IResult> NoLongerApartAsync(HttpContext context, CohortId id)
    {
        var (one, other) = Two(context);
        ApiMistake[] mistakes =
        [
            .. new[] { (Field: "one", Id: one), (Field: "other", Id: other) }.Where(person => person.Id.Value.Length == 0)
                .Select(person => ApiMistake.Of(person.Field, "It stands for nobody.", "Take both from one of the pairs under 'apart' of the groups as they are now.")),
        ];
        if (mistakes.Length > 0)
        {
            return ApiProblems.Invalid(mistakes);
        }

        await apart.NoLongerApartAsync(id, By(context), one, other, CancellationToken.None).ConfigureAwait(false);
        return Answer.Done();
    }

    public async Task<IResult> NameFacilitatorAsync(HttpContext context, CohortId id, int set)
    {
        var name = SentJson.Of<NameFacilitatorJson>(context).Name.Trim();
        if (!Facilitator.CanBeCalled(name))
        {
            return ApiProblems.Invalid(ApiMistake.Of("name", name.Length == 0 ? GroupsWords.NameMissing : PageWords.Fill(GroupsWords.NameTooLong, Facilitator.NameMax)));
        }

        if (await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _)
            || await sets.NameFacilitatorAsync(id, By(context), set, name, CancellationToken.None).ConfigureAwait(false) is not { } facilitator)
        {
            return ApiProblems.Missing("set");
        }

        var (path, lastDay) = links.For(cohort, set, facilitator);
        var here = options.PublicAddress ?? options.Provider!.Here;
        return Answer.Ok(new FacilitatorJson(set, facilitator.Name, new Uri(here, path).AbsoluteUri, lastDay.ToDateOnly()));
    }

    public async Task<IResult> MoveMeetingAsync(HttpContext context, CohortId id)
    {
        var (set, meeting, to) = SentJson.Of<MoveMeetingJson>(context);
        return LocalTimes.Read(to) is { } time
            ? await ChangeAsync(
                context, id, set, "to", cohort => meetings.MoveAsync(cohort, By(context), set, new StepId(meeting), time, CancellationToken.None)).ConfigureAwait(false)
            : ApiProblems.Invalid(ApiMistake.Of("to", "The time cannot be read.", "Write it such as 2026-04-21T10:00, in the local time of the cohort."));
    }

    public Task<IResult> CallMeetingOffAsync(HttpContext context, CohortId id)
    {
        var (set, meeting) = SentJson.Of<MeetingReferenceJson>(context);
        return ChangeAsync(context, id, set, "meeting", cohort => meetings.CallOffAsync(cohort, By(context), set, new StepId(meeting), CancellationToken.None));
    }

    private async Task<IResult> ChangeAsync(HttpContext context, CohortId id, int set, string field, Func<Cohort, Task<MeetingOutcome>> change)
    {
        if (await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _))
        {
            return ApiProblems.NoCohort();
        }

        var words = PageWords.English;
        return await change(cohort).ConfigureAwait(false) switch
        {
            MeetingOutcome.Changed { Meeting: var now } =>
                Answer.Ok(new MeetingNowJson(set, now.StepId.Value, now.At is { } at ? LocalTimes.Write(at) : null, now.CalledOff)),
            MeetingOutcome.Refused { Reason: var reason } => ApiProblems.Invalid(ApiMistake.Of(field, words.Meeting.Why(reason, meetings.Now(cohort).Date, words.Day))),
            _ => ApiProblems.Missing("meeting"),
        };
    }

    private (ParticipantId One, ParticipantId Other) Two(HttpContext context)
    {
        var (one, other) = SentJson.Of<TwoPeopleJson>(context);
        return (tokens.ReferredPerson(one), tokens.ReferredPerson(other));
    }

    private static Actor By(HttpContext context) => ApiCaller.Of(context).Actor;
}
