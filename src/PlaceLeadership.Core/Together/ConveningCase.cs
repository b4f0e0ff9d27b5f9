using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Together;

/// <summary>What bringing people together is decided from.</summary>
/// <param name="Timetable">The timetable of the cohort's programme.</param>
/// <param name="Cohort">The cohort, its pauses settled for the day.</param>
/// <param name="People">Everybody, also those who left.</param>
/// <param name="Groups">The groups as they stand.</param>
/// <param name="Today">The local day.</param>
public sealed record ConveningCase(
    Timetable Timetable, Cohort Cohort, IReadOnlyList<Participant> People, Groups Groups, LocalDate Today)
{
    /// <summary>Days after its planned day on which a round or the sets are still formed, for instance after a standstill.</summary>
    public const int FormingDaysMax = 14;

    /// <summary>Days after which nothing of a round is sent any more.</summary>
    public const int RestingDays = Timetable.LapseAfterDays + 1;

    /// <summary>The coaching rounds of the programme that this cohort holds, in order.</summary>
    public IEnumerable<Step> Rounds => Held<CoachingJourney>();

    /// <summary>The set meetings of the programme that this cohort holds, in order.</summary>
    public IEnumerable<Step> Meetings => Held<LearningSetsJourney>();

    /// <summary>The set meeting before which sets are formed; null when there is none, or it is not the first of the programme.</summary>
    public Step? FirstMeeting =>
        Meetings.FirstOrDefault() is { } first && Timetable.PlaceOf(first.Id, Phase.Proposal) >= 0 ? first : null;

    /// <summary>The day from which a round or the sets are not formed any more.</summary>
    public LocalDate TooLateToForm(Step step) => Planned(step.Id, Phase.Main).PlusDays(FormingDaysMax);

    /// <summary>Whether today lies between the day on which a round or the sets are proposed and the day from which it is too late.</summary>
    public bool IsTimeToForm(Step step) => Today >= Planned(step.Id, Phase.Proposal) && Today < TooLateToForm(step);

    /// <summary>The planned day of a phase of a step.</summary>
    public LocalDate Planned(StepId stepId, Phase phase) => Timetable.PlannedOn(Timetable.PlaceOf(stepId, phase), Cohort);

    /// <summary>Whether a round's introduction is past, so that its people know each other.</summary>
    public bool IsIntroduced(OpenRound round) => Today >= Planned(round.StepId, Phase.Main);

    /// <summary>Whether people of a round can still be given somebody else.</summary>
    public bool CanStillChange(OpenRound round) => Timetable.PlaceOf(round.StepId) >= 0 && Today < Planned(round.StepId, Phase.End);

    /// <summary>Whether people can still be given another set: until the last meeting of the programme is planned.</summary>
    public bool SetsTakeIn => Meetings.LastOrDefault() is { } last && Today <= Planned(last.Id, Phase.Main);

    /// <summary>Whether sets can still change, if only because somebody leaves: until the last of them has met.</summary>
    public bool SetsCanStillChange => SetsTakeIn
        || Groups.Sets.Any(set => set.Meetings.Any(meeting => meeting is { Stands: true, At: { } at } && at.Date > Today));

    /// <summary>The day from which nothing of a round matters to anything that is sent.</summary>
    public LocalDate RestsOn(OpenRound round) => Timetable.PlaceOf(round.StepId) < 0
        ? Today
        : LocalDate.Max(Planned(round.StepId, Phase.End), Planned(round.StepId, Phase.Main)).PlusDays(RestingDays);

    /// <summary>The day from which a meeting is recorded and over.</summary>
    public LocalDate RestsOn(SetMeeting meeting)
    {
        var planned = Timetable.PlaceOf(meeting.StepId) < 0 ? meeting.OpenedOn : Planned(meeting.StepId, Phase.Main);
        var earliest = planned.PlusDays(FormingDaysMax);
        return meeting is { Stands: true, At: { } at } ? LocalDate.Max(earliest, at.Date.PlusDays(MeetingPhases.RecordDays + 1)) : earliest.PlusDays(RestingDays);
    }

    /// <summary>Whether somebody takes part now and can be brought together with others.</summary>
    public bool IsHere(Participant person)
    {
        var organisation = Cohort.OrganisationPauses.GetValueOrDefault(person.Organisation);
        return person.LeftOn is null && person.JoinedFrom <= Today.PlusDays(1)
            && !(person.Pause?.Holds(Today) ?? false) && !(organisation?.Holds(Today) ?? false);
    }

    /// <summary>Whether the step is meant for this person.</summary>
    public bool IsFor(StepId stepId, Participant person) => Timetable.IsFor(Timetable.PlaceOf(stepId), person.Sector, person.Role);

    /// <summary>Whether these two must be apart: by a wish, or because one asked for somebody else.</summary>
    public bool AreApart(ParticipantId one, ParticipantId other) => Groups.Apart.Any(wish => wish.IsAbout(one, other));

    /// <summary>A seed that belongs to the cohort and this word, so that forming again gives the same.</summary>
    public ulong Seed(string word) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Cohort.Id}|{word}")));

    private IEnumerable<Step> Held<TKind>() => Timetable.Steps
        .Where(step => step.Kind is TKind && step.Phase == Phase.Main && !Cohort.PassedOver.Contains(step.Id));
}
