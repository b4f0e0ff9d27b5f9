using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>Works out which messages about coaching rounds are somebody's.</summary>
internal static class CoachingInvitations
{
    private const int DaysToALetter = 6;

    /// <summary>Adds the messages of one person.</summary>
    public static void Add(InvitationCase now, Invitations theirs)
    {
        foreach (var round in OpenRounds.Of(now.Rows).All)
        {
            var introduction = now.Timetable.PlaceOf(round.StepId);
            if (introduction >= 0 && round.GroupOf(now.Person.Id) is { } group)
            {
                AddRound(now, theirs, round, group);
            }
            else if (introduction >= 0 && round.Alone.Contains(now.Person.Id) && now.Person.Handled.Contains(introduction))
            {
                AddNobody(now, theirs, round);
            }
        }
    }

    private static void AddNobody(InvitationCase now, Invitations theirs, OpenRound round)
    {
        var last = now.Timetable.PlannedOn(now.Timetable.PlaceOf(round.StepId.About(CoachingMessages.End)), now.Cohort).PlusDays(-1);
        if (now.Today <= last && now.Person.AddressRefusedOn is null)
        {
            // It holds until it changes, so it is due on whatever day it can be told while the round lasts. Its day goes on with today, so it
            // never lapses: nobody is to look again for the letter of a round that is over, nor for somebody whom no letter reaches.
            theirs.Add(now.Timetable.PlaceOf(round.StepId.About(CoachingMessages.Fewer)), now.Today, last, LocalDate.MaxIsoValue);
        }
    }

    private static void AddRound(InvitationCase now, Invitations theirs, OpenRound round, RoundGroup group)
    {
        int Place(string message) => now.Timetable.PlaceOf(round.StepId.About(message));
        LocalDate Planned(string message) => now.Timetable.PlannedOn(Place(message), now.Cohort);
        void Add(string message, LocalDate from, LocalDate? until = null, LocalDate? waits = null)
        {
            if (from < Planned(CoachingMessages.End) || message == CoachingMessages.End)
            {
                theirs.Add(Place(message), LocalDate.Max(Planned(message), from), until, waits);
            }
        }

        var changes = round.Changes.GetValueOrDefault(now.Person.Id);
        var since = LocalDate.Max(group.Since, now.Person.JoinedFrom);
        var goesOn = now.GoesOnFrom(Planned(CoachingMessages.Proposal), Planned(CoachingMessages.Introduction), round.FormedOn);
        if (since < goesOn && now.Today < goesOn)
        {
            theirs.Add(Place(CoachingMessages.Proposal), since, goesOn.PlusDays(-1), goesOn.PlusDays(-Invitations.DaysToAnswer));
        }

        var met = LocalDate.Max(since, goesOn);
        Add(CoachingMessages.Introduction, met, waits: now.TellsBy(LocalDate.Max(met, Planned(CoachingMessages.Introduction))));
        if (changes > 0)
        {
            // Everybody on the same day, whenever their letter comes.
            var told = since.PlusDays(1);
            Add(changes == 1 ? CoachingMessages.Again : CoachingMessages.LastAgain, told, waits: told);
        }

        if (round.IsRemnant(group))
        {
            Add(CoachingMessages.Fewer, since.PlusDays(1), waits: LocalDate.MaxIsoValue);
        }

        var lastChange = CoachingMessages.ChangesUntil(Planned(CoachingMessages.Introduction), Planned(CoachingMessages.End)).PlusDays(-1);
        void Ask(string message, LocalDate from)
        {
            if (now.Today <= lastChange && LocalDate.Max(Planned(message), from).PlusDays(DaysToALetter) <= lastChange)
            {
                Add(message, from, lastChange, LocalDate.MaxIsoValue);
            }
        }

        // Nobody is asked once nothing can follow from the answer.
        Ask(CoachingMessages.Met, since.PlusDays(CoachingMessages.MetAfterDays));
        Ask(CoachingMessages.Fit, since.PlusDays(CoachingMessages.FitAfterDays));
        Add(CoachingMessages.End, since);
    }
}
