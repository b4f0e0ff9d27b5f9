using System.Globalization;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Takes what people say about their sets and meetings to the set.</summary>
internal static class SetAnswers
{
    /// <summary>What follows from an answer.</summary>
    public static Told Of(Heard heard)
    {
        var (step, person) = (heard.Step, heard.Person);
        if (StandingSets.Of(heard.Rows).SetOf(person) is not { } before)
        {
            return Told.Nothing;
        }

        var said = heard.Said(SetMessages.Question);
        var hasActions = heard.Answers.Private.ContainsKey(SetMessages.Words);
        var member = before.Find(person)!;
        var meeting = before.Meetings.FirstOrDefault(meeting => meeting.StepId == step.Whole);
        var set = step.Id.Message switch
        {
            SetMessages.Proposal when said.Contains(SetMessages.Other) => before with { Asking = before.Asking.Set(person, true) },
            SetMessages.Poll when meeting is { At: null } => before.With(Voted(meeting, person, said)),
            SetMessages.Record when meeting is { Stands: true, At: { } at } && heard.Today >= at.Date =>
                before.With(Recorded(meeting, person, said)).With(member with
                {
                    ActionsFrom = hasActions ? step.Whole : member.ActionsFrom is var from && from == step.Whole ? null : from,
                }),
            SetMessages.Actions => before.With(member with { ActionsFrom = said.Contains(SetMessages.UnderWay) ? member.ActionsFrom : null }),
            _ => before,
        };
        return new Told(
            [heard.Rows.Store(SetRows.Key(set.Number), SetRows.SetShape, SetRows.Write(set))],
            [.. Facts(step, said, hasActions)]);
    }

    private static SetMeeting Voted(SetMeeting meeting, ParticipantId person, string[] said) => meeting with
    {
        Votes = new Dictionary<ParticipantId, IReadOnlyList<int>>(meeting.Votes)
        {
            [person] =
            [
                .. said.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1)
                    .Where(place => place >= 0 && place < meeting.Options.Count),
            ],
        },
    };

    private static SetMeeting Recorded(SetMeeting meeting, ParticipantId person, string[] said) => meeting with
    {
        Records = new Dictionary<ParticipantId, MeetingRecord>(meeting.Records) { [person] = Record(said) },
    };

    private static MeetingRecord Record(string[] said)
    {
        var notHeld = said.Contains(SetMessages.NotHeld);
        var there = !notHeld && said.Any(word => word is SetMessages.There or SetMessages.Presented or SetMessages.Led);
        return new MeetingRecord(there, there && said.Contains(SetMessages.Presented), there && said.Contains(SetMessages.Led), notHeld);
    }

    private static IEnumerable<(string Kind, string Value)> Facts(Step step, string[] said, bool hasActions)
    {
        if (step.Id.Message == SetMessages.Record)
        {
            var record = Record(said);
            yield return (SetFacts.SetMet, record.There ? "there" : record.NotHeld ? "not-held" : "away");
            if (record.Presented)
            {
                yield return (SetFacts.Presented, "");
            }

            if (record.Led)
            {
                yield return (SetFacts.Led, "");
            }

            if (hasActions)
            {
                yield return (SetFacts.ActionAgreed, "");
            }
        }
        else if (step.Id.Message == SetMessages.Actions && said is [var became, ..])
        {
            yield return (SetFacts.ActionReviewed, became);
        }
    }
}
