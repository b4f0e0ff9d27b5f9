using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Managing;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>What a manager changes about a meeting of a set.</summary>
internal sealed class ManagerMeetingPages(GroupsSheets sheets, MeetingActs acts)
{
    /// <summary>The field of the number of the set.</summary>
    public const string SetField = "set";

    /// <summary>Moves a meeting or calls it off.</summary>
    public async Task<IResult> ActAsync(HttpContext context, CohortId id)
    {
        var request = MeetingRequest.From(SentForm.Of(context));
        _ = int.TryParse(SentForm.Of(context).First(SetField), out var set);
        if (await sheets.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } sheet)
        {
            return CohortPages.Missing(context);
        }

        var key = $"{request.Meeting}-{set}";
        var answer = await acts.ActAsync(sheet.Cohort, ManagerSession.Of(context).Actor, set, new StepId(request.Meeting), key, request, PageWords.English).ConfigureAwait(false);
        return answer is { Problem: null, Meeting: { } meeting }
            ? ManagerShow.GoTo(context, $"{ManagerPaths.Cohort(id, "groups")}?done={MeetingNotices.Of(meeting)}")
            : await GroupsPages.ShowAsync(context, StatusCodes.Status422UnprocessableEntity, sheet with { Filled = (key, request), Problem = answer.Problem })
                .ConfigureAwait(false);
    }
}
