using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Together;

/// <summary>What follows from what somebody said about their pair or set.</summary>
/// <param name="Changes">The rows that change.</param>
/// <param name="Facts">Engagement facts as kind and value; who asks for somebody else is one who has not met yet.</param>
public sealed record Told(IReadOnlyList<RowChange> Changes, IReadOnlyList<(string Kind, string Value)> Facts)
{
    /// <summary>Nothing follows.</summary>
    public static Told Nothing { get; } = new([], []);
}

/// <summary>Takes what people say about their pairs and sets to the groups. Pure; saying it again changes nothing more.</summary>
public static class Telling
{
    /// <summary>What follows from an answer.</summary>
    /// <param name="step">The step that asked.</param>
    /// <param name="person">Who answered.</param>
    /// <param name="answers">What they said.</param>
    /// <param name="stored">The groups as stored.</param>
    /// <param name="today">The local day.</param>
    public static Told Of(Step step, ParticipantId person, CheckedAnswers answers, StoredGroups stored, LocalDate today)
    {
        var said = answers.Told.GetValueOrDefault(CoachingPhases.Question, "")
            .Split(Answers.OptionSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (step.Kind is CoachingJourney)
        {
            return stored.Groups.RoundOf(step.Whole) is { } round && round.GroupOf(person) is not null
                ? AboutRound(step, person, said, round, stored)
                : Told.Nothing;
        }

        return stored.Groups.SetOf(person) is { } set
            ? AboutSet(step, person, said, answers.Private.ContainsKey(MeetingPhases.Words), set, stored, today)
            : Told.Nothing;
    }

    private static Told AboutRound(Step step, ParticipantId person, string[] said, OpenRound before, StoredGroups stored)
    {
        // Who asked for somebody else gets somebody else: an answer to another message does not take that back.
        var asks = said.Contains(CoachingPhases.Other);
        var round = before with
        {
            Asking = asks ? With(before.Asking, person, true) : before.Asking,
            Resting = step.Phase == Phase.Fit ? With(before.Resting, person, said.Contains(CoachingPhases.Stop)) : before.Resting,
            Met = step.Phase == Phase.Met ? With(before.Met, person, said.Contains(CoachingPhases.HaveMet)) : before.Met,
        };
        var key = GroupKeys.Round(round.StepId);
        return new Told(
            [new RowChange.Replace(key, GroupRows.RoundShape, GroupRows.Write(round), stored.ETags[key])],
            step.Phase == Phase.Met ? [(FactKinds.Met, said.Contains(CoachingPhases.HaveMet) ? "yes" : "no")] : []);
    }

    private static Told AboutSet(
        Step step, ParticipantId person, string[] said, bool hasActions, LearningSet before, StoredGroups stored, LocalDate today)
    {
        var meeting = before.Meetings.FirstOrDefault(meeting => meeting.StepId == step.Whole);
        var set = step.Phase switch
        {
            Phase.Proposal => before with { Asking = said.Contains(MeetingPhases.Other) ? With(before.Asking, person, true) : before.Asking },
            Phase.Poll when meeting is { At: null } => before.With(Voted(meeting, person, said)),
            Phase.Record when meeting is { Stands: true, At: { } at } && today >= at.Date =>
                before.With(Recorded(meeting, person, said)).With(before.Find(person)! with
                {
                    ActionsFrom = hasActions ? step.Whole : before.Find(person)!.ActionsFrom is var from && from == step.Whole ? null : from,
                }),
            Phase.Actions => before.With(before.Find(person)! with
            {
                ActionsFrom = said.Contains(MeetingPhases.UnderWay) ? before.Find(person)!.ActionsFrom : null,
            }),
            _ => before,
        };
        var key = GroupKeys.Set(set.Number);
        return new Told(
            [new RowChange.Replace(key, GroupRows.SetShape, GroupRows.Write(set), stored.ETags[key])],
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
        var notHeld = said.Contains(MeetingPhases.NotHeld);
        var there = !notHeld && said.Any(word => word is MeetingPhases.There or MeetingPhases.Presented or MeetingPhases.Led);
        return new MeetingRecord(there, there && said.Contains(MeetingPhases.Presented), there && said.Contains(MeetingPhases.Led), notHeld);
    }

    private static IEnumerable<(string Kind, string Value)> Facts(Step step, string[] said, bool hasActions)
    {
        if (step.Phase == Phase.Record)
        {
            var record = Record(said);
            yield return (FactKinds.SetMet, record.There ? "there" : record.NotHeld ? "not-held" : "away");
            if (record.Presented)
            {
                yield return (FactKinds.Presented, "");
            }

            if (record.Led)
            {
                yield return (FactKinds.Led, "");
            }

            if (hasActions)
            {
                yield return (FactKinds.ActionAgreed, "");
            }
        }
        else if (step.Phase == Phase.Actions && said is [var became, ..])
        {
            yield return (FactKinds.ActionReviewed, became);
        }
    }

    private static IReadOnlyList<ParticipantId> With(IReadOnlyList<ParticipantId> list, ParticipantId person, bool isIn) =>
        isIn == list.Contains(person) ? list : isIn ? [.. list, person] : [.. list.Where(other => other != person)];
}
