using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>Takes what people say about their pairs to their round.</summary>
internal static class CoachingAnswers
{
    /// <summary>What follows from an answer. Who asks for somebody else is one who has not met yet.</summary>
    public static Told Of(Heard heard)
    {
        var (step, person) = (heard.Step, heard.Person);
        if (OpenRounds.Of(heard.Rows).Find(step.Whole) is not { } before || before.GroupOf(person) is null)
        {
            return Told.Nothing;
        }

        // Who asked for somebody else gets somebody else: an answer to another message does not take that back.
        var said = heard.Said(CoachingMessages.Question);
        var haveMet = said.Contains(CoachingMessages.HaveMet);
        var round = before with
        {
            Asking = said.Contains(CoachingMessages.Other) ? before.Asking.Set(person, true) : before.Asking,
            Resting = step.Id.Message == CoachingMessages.Fit ? before.Resting.Set(person, said.Contains(CoachingMessages.Stop)) : before.Resting,
            Met = step.Id.Message == CoachingMessages.Met ? before.Met.Set(person, haveMet) : before.Met,
        };
        return new Told(
            [heard.Rows.Store(CoachingRows.Key(round.StepId), CoachingRows.Shape, CoachingRows.Write(round))],
            step.Id.Message == CoachingMessages.Met ? [(CoachingFacts.Met, haveMet ? "yes" : "no")] : []);
    }
}
