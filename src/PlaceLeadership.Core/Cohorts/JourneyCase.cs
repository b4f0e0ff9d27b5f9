using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>What a journey decides from about a cohort.</summary>
/// <param name="Timetable">The timetable of the cohort's programme.</param>
/// <param name="Cohort">The cohort, its pauses settled for the day.</param>
/// <param name="People">Everybody, also those who left.</param>
/// <param name="Rows">What journeys keep of it.</param>
/// <param name="Today">The local day.</param>
public record JourneyCase(
    Timetable Timetable, Cohort Cohort, IReadOnlyList<Participant> People, JourneyRows Rows, LocalDate Today)
{
    /// <summary>Days after their planned day on which people are still brought together, for instance after a standstill.</summary>
    public const int FormingDaysMax = 14;

    /// <summary>Days after which nothing of what brought people together is sent any more.</summary>
    public const int RestingDays = Timetable.LapseAfterDays + 1;

    /// <summary>Who must not be brought together.</summary>
    public IReadOnlyList<ApartWish> Apart => ApartWishes.Of(Rows).All;

    /// <summary>The steps of a kind that this cohort holds, in their order, without the messages around them.</summary>
    public IEnumerable<Step> Held<TKind>()
        where TKind : StepKind => Timetable.Steps
        .Where(step => step.Kind is TKind && step.Id.IsWhole && !Cohort.PassedOver.Contains(step.Id));

    /// <summary>The planned day of a step, or of a message around it.</summary>
    public LocalDate Planned(StepId stepId, string? message = null) =>
        Timetable.PlannedOn(Timetable.PlaceOf(message is null ? stepId : stepId.About(message)), Cohort);

    /// <summary>
    /// The day on which people are asked before something is settled: its planned day, or so many days earlier that none of the days they have to
    /// answer is one of the quiet ones of the year.
    /// </summary>
    /// <param name="stepId">The step.</param>
    /// <param name="message">The message that asks.</param>
    /// <param name="days">How many days they have.</param>
    public LocalDate AskedOn(StepId stepId, string message, int days)
    {
        var (quiet, day) = (Timetable.Programme.Quiet, Planned(stepId, message));
        for (var quietDays = Enumerable.Range(0, days).Count(at => quiet.Holds(day.PlusDays(at), [])); quietDays > 0;)
        {
            day = day.PlusDays(-1);
            quietDays -= quiet.Holds(day, []) ? 0 : 1;
        }

        // Before the start nobody is there.
        var first = LocalDate.Min(Planned(stepId, message), Cohort.Start.PlusDays(Cohort.ShiftDays));
        return LocalDate.Max(day, first);
    }

    /// <summary>The day from which people are not brought together for a step any more.</summary>
    public LocalDate TooLateToForm(Step step) => Planned(step.Id).PlusDays(FormingDaysMax);

    /// <summary>Whether somebody takes part now and can be brought together with others.</summary>
    public bool IsHere(Participant person)
    {
        var organisation = Cohort.OrganisationPauses.GetValueOrDefault(person.Organisation);
        return person.LeftOn is null && person.JoinedFrom <= Today.PlusDays(1)
            && !(person.Pause?.Holds(Today) ?? false) && !(organisation?.Holds(Today) ?? false);
    }

    /// <summary>Whether the step is meant for this person.</summary>
    public bool IsFor(StepId stepId, Participant person) => Timetable.IsFor(Timetable.PlaceOf(stepId), person.Sector, person.Role);

    /// <summary>Whether these two must be apart by a wish.</summary>
    public bool AreApart(ParticipantId one, ParticipantId other) => Apart.Any(wish => wish.IsAbout(one, other));

    /// <summary>Whether people who are together cannot stay so: one of them left, or two of them must be apart.</summary>
    public bool IsBroken(IReadOnlyList<ParticipantId> members) =>
        members.Any(member => People.FirstOrDefault(person => person.Id == member) is not { LeftOn: null }) || MustPart(members);

    /// <summary>Whether two of these people must be apart.</summary>
    public bool MustPart(IReadOnlyList<ParticipantId> members) =>
        Apart.Count > 0 && members.Any(one => members.Any(other => one != other && AreApart(one, other)));

    /// <summary>A seed that belongs to the cohort and this word, so that forming again gives the same.</summary>
    public ulong Seed(string word) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Cohort.Id}|{word}")));
}
