using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// What the cohorts of one person know of each other's letters, once the person has said that they are in all of them: so each takes its turn,
/// and together they keep what one alone would. Letters of two cohorts are never one.
/// </summary>
/// <param name="Id">The id that the rows of the person hold.</param>
/// <param name="Members">The person in each of the cohorts.</param>
public sealed record Slot(SlotId Id, IReadOnlyList<SlotMember> Members)
{
    private const int IdBytes = 16;

    /// <summary>The id of the slot of a person in two cohorts, the same whoever links them, and however often.</summary>
    public static SlotId IdOf((CohortId Cohort, ParticipantId Person) one, (CohortId Cohort, ParticipantId Person) other)
    {
        var pair = string.CompareOrdinal(one.Cohort.Value, other.Cohort.Value) < 0 ? (one, other) : (other, one);
        var said = $"{pair.Item1.Cohort}/{pair.Item1.Person}|{pair.Item2.Cohort}/{pair.Item2.Person}";
        return new SlotId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, IdBytes)));
    }

    /// <summary>The person in a cohort, or null.</summary>
    public SlotMember? Of(CohortId cohort, ParticipantId person) => Members.FirstOrDefault(member => member.Is(cohort, person));

    /// <summary>The person in the others, for somebody who is a member; none for anybody else.</summary>
    public IReadOnlyList<SlotMember> Others(CohortId cohort, ParticipantId person) =>
        Of(cohort, person) is null ? [] : [.. Members.Where(member => !member.Is(cohort, person))];

    /// <summary>Whether it is another person's, or of another part, in this cohort.</summary>
    public bool IsTaken(CohortId cohort, ParticipantId person) =>
        Members.Any(member => member.Cohort.Whole == cohort.Whole && !member.Is(cohort, person));

    /// <summary>With this member as it stands now.</summary>
    public Slot With(SlotMember member) => this with { Members = [.. Without(member.Cohort, member.Participant).Members, member] };

    /// <summary>Without the person in a cohort.</summary>
    public Slot Without(CohortId cohort, ParticipantId person) => this with { Members = [.. Members.Where(member => !member.Is(cohort, person))] };

    /// <summary>Without anybody in a cohort.</summary>
    public Slot Without(CohortId cohort) => this with { Members = [.. Members.Where(member => member.Cohort != cohort)] };
}

/// <summary>One person in one of the cohorts that take turns, with the days on which they were or are written to.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person in it.</param>
/// <param name="EndsOn">The last day on which the cohort takes a turn.</param>
/// <param name="Letter">The number under which the letter of those days was to be queued. Where that did not happen, as after a crash, the next letter has the same number and claims its own days.</param>
/// <param name="LetterOn">The day of the last letter.</param>
/// <param name="BesideOn">The day of the last mail beside one.</param>
/// <param name="ChangeOn">The day of the last mail that says that a meeting was moved or called off.</param>
/// <param name="LastOn">The day of the last mail.</param>
/// <param name="EverySecondWeek">Whether the person chose a letter every second week there, which then goes for all of them together.</param>
/// <param name="IsAway">Whether nothing comes from there, as in a pause: the others do not wait for its turn.</param>
/// <param name="IsLinked">Whether the person's row is known to hold the id.</param>
public sealed record SlotMember(
    CohortId Cohort, ParticipantId Participant, LocalDate EndsOn, int Letter = 0, LocalDate? LetterOn = null, LocalDate? BesideOn = null,
    LocalDate? ChangeOn = null, LocalDate? LastOn = null, bool EverySecondWeek = false, bool IsAway = false, bool IsLinked = false)
{
    /// <summary>Whether it takes turns on a day.</summary>
    public bool TakesTurns(LocalDate on) => !IsAway && EndsOn >= on;

    /// <summary>Whether it is this person in this cohort.</summary>
    public bool Is(CohortId cohort, ParticipantId person) => Cohort == cohort && Participant == person;

    /// <summary>The member with the days of the person as they are, or will be once what was decided is stored.</summary>
    public SlotMember With(Participant person) => this with
    {
        Letter = person.Letters,
        LetterOn = person.LastLetterOn,
        BesideOn = person.LastBesideOn,
        ChangeOn = person.LastChangeOn,
        LastOn = person.LastMessageOn,
        EverySecondWeek = person.EverySecondWeek,
    };
}
