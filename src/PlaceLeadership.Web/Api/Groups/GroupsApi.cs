using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;

namespace PlaceLeadership.Web.Api.Groups;

/// <summary>Who is in which pair and set.</summary>
internal sealed class GroupsApi(GroupsReading reading, LinkTokens tokens)
{
    public async Task<IResult> ReadAsync(HttpContext context, CohortId id) =>
        await reading.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } groups
            ? Answer.Ok(GroupsJson.Of(groups, tokens, ApiCaller.Of(context).MayRun)) : ApiProblems.NoCohort();
}
