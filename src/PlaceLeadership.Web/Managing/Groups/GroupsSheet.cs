using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Journeys;
using PlaceLeadership.Web.Journeys.LearningSets;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>What a manager sees of who is brought together in a cohort.</summary>
/// <param name="Groups">The pairs and sets.</param>
/// <param name="Refer">What stands for a person in a form.</param>
public sealed record GroupsSheet(CohortGroups Groups, Func<ParticipantId, string> Refer)
{
    internal Cohort Cohort => Groups.Cohort;

    /// <summary>What is to be seen of each journey.</summary>
    public IReadOnlyList<JourneyPart> Parts { get; init; } = [];

    internal IEnumerable<CoachingRound> OpenRounds => Groups.Rounds.Where(round => !round.IsOver);

    /// <summary>What was just done, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>What needs mending, or null.</summary>
    public ErrorItem? Problem { get; init; }

    /// <summary>Which two were chosen, when that has to be mended.</summary>
    public (string One, string Other) Chosen { get; init; } = ("", "");

    /// <summary>What was filled in about a meeting, by the key of its form, when that has to be mended.</summary>
    public (string Key, MeetingRequest Request)? Filled { get; init; }

    internal MeetingSheet Form(int set, MeetingOfSet ahead)
    {
        var form = new MeetingSheet($"{ahead.Meeting.StepId}-{set}", ahead.Meeting, Groups.Now);
        return Filled is var (key, request) && key == form.Key ? form with { Filled = request, Problem = Problem } : form;
    }
}
