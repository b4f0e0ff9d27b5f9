using PlaceLeadership.Application.Going;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What the page of a cohort shows.</summary>
/// <param name="Details">The cohort.</param>
/// <param name="Refer">What stands for a message in a form; see <see cref="LinkTokens.Refer"/>.</param>
/// <param name="Notice">What was just done, or null.</param>
/// <param name="Pause">The pause that was asked for and has to be mended, or null.</param>
public sealed record CohortSheet(CohortDetails Details, Func<LetterId, string> Refer, string? Notice, PauseWish? Pause)
{
    /// <summary>How it is going.</summary>
    public required CohortGoing Going { get; init; }

    /// <summary>What stands for a person in an address.</summary>
    public required Func<ParticipantId, string> ReferToPerson { get; init; }

    internal Cohort Cohort => Details.Cohort;

    internal IReadOnlyList<UnsettledMessage> InDoubt => [.. Details.Unsettled.Where(message => message.Held is null)];

    internal IReadOnlyList<UnsettledMessage> Held => [.. Details.Unsettled.Where(message => message.Held is not null)];
}

/// <summary>A pause as it was asked for.</summary>
/// <param name="Length">The choice.</param>
/// <param name="Day">The day as typed.</param>
/// <param name="Problem">What has to be mended.</param>
public sealed record PauseWish(string Length, string Day, string? Problem);
