using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// A participant as tending sees one: no name, no address, only what decides which message is due. The id is a
/// pseudonym that is never derived from a name or an address.
/// </summary>
public sealed record Participant
{
    /// <summary>The pseudonym.</summary>
    public required ParticipantId Id { get; init; }

    /// <summary>Id of the organisation within the cohort.</summary>
    public required string Organisation { get; init; }

    /// <summary>Id of the sector.</summary>
    public required string Sector { get; init; }

    /// <summary>The role, for audiences.</summary>
    public required string Role { get; init; }

    /// <summary>Language of messages.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Days and hours in which messages may arrive.</summary>
    public required WorkingPattern Pattern { get; init; }

    /// <summary>The chosen hour, within the pattern.</summary>
    public required int Hour { get; init; }

    /// <summary>The first day on which a message may arrive; steps before it were never this person's.</summary>
    public required LocalDate JoinedFrom { get; init; }

    /// <summary>The day of leaving, or null.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>The person's own pause, if there is one.</summary>
    public Pause? Pause { get; init; }

    /// <summary>The day from which the person went on after the last own pause, or joined an organisation that goes on; what fell before it is let go.</summary>
    public LocalDate? WentOnFrom { get; init; }

    /// <summary>The day on which the mail provider refused the address for good; nothing is sent until it is changed.</summary>
    public LocalDate? AddressRefusedOn { get; init; }

    /// <summary>Steps that need no decision any more, by their places in the timetable.</summary>
    public StepSet Handled { get; init; }

    /// <summary>Of those, proposals that were never sent, as in a pause: nobody asked this person.</summary>
    public StepSet Unasked { get; init; }

    /// <summary>Prompts that were sent and can still be answered.</summary>
    public IReadOnlyList<OpenPrompt> Open { get; init; } = [];

    /// <summary>The day of the last message, but for one that was said at once.</summary>
    public LocalDate? LastMessageOn { get; init; }

    /// <summary>How many messages there were on that day.</summary>
    public int MessagesOnLastDay { get; init; }

    /// <summary>The day of the last letter, where there is one a week.</summary>
    public LocalDate? LastLetterOn { get; init; }

    /// <summary>The day of the letter before that.</summary>
    public LocalDate? LetterBeforeOn { get; init; }

    /// <summary>The day of the last message beside a letter.</summary>
    public LocalDate? LastBesideOn { get; init; }

    /// <summary>The day of the last message that says that a meeting was moved or called off, but for one that was said at once.</summary>
    public LocalDate? LastChangeOn { get; init; }

    /// <summary>The weekday that the person chose for the letter, where there is one a week; null for the one of the programme.</summary>
    public IsoDayOfWeek? LetterDay { get; init; }

    /// <summary>Whether the person chose a letter every second week, where there is one a week.</summary>
    public bool EverySecondWeek { get; init; }

    /// <summary>How many letters there were so far, each with its number.</summary>
    public int Letters { get; init; }

    /// <summary>Under what the cohorts of this person take turns with their letters; null for somebody who linked none.</summary>
    public SlotId? Slot { get; init; }

    /// <summary>The person in the other cohorts with which this one takes turns; not stored with the person.</summary>
    public IReadOnlyList<SlotMember> Elsewhere { get; init; } = [];

    /// <summary>How many weeks there are from one letter to the next, on a day: as chosen in any of them, times the cohorts that take turns.</summary>
    public int WeeksBetweenLetters(LocalDate on)
    {
        var cohorts = 1;
        foreach (var member in Elsewhere)
        {
            cohorts += member.TakesTurns(on) ? 1 : 0;
        }

        return WeeksChosen * cohorts;
    }

    /// <summary>How many weeks there are at least from one letter to the next, from whichever cohort.</summary>
    internal int WeeksChosen => EverySecondWeek || Elsewhere.Any(member => member.EverySecondWeek) ? 2 : 1;

    /// <summary>How many weeks there are at least after the last letter, to one on this day: more while another cohort has not had its turn since.</summary>
    internal int WeeksAfterLast(LocalDate on)
    {
        foreach (var member in Elsewhere)
        {
            if (member.TakesTurns(on) && !(member.LetterOn >= LastLetterOn))
            {
                return WeeksBetweenLetters(on);
            }
        }

        return WeeksChosen;
    }

    /// <summary>What a manager moved or cancelled and has not yet come to pass.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>What a manager changed about a message, or null.</summary>
    public Amendment? AmendmentOf(StepId step, MessageKind kind)
    {
        foreach (var amendment in Amendments)
        {
            if (amendment.StepId == step && amendment.Kind == kind)
            {
                return amendment;
            }
        }

        return null;
    }
}

/// <summary>A prompt that can still be answered.</summary>
/// <param name="StepId">The step.</param>
/// <param name="PromptedOn">The day of the prompt.</param>
/// <param name="Reminders">How often other messages named it as still open.</param>
/// <param name="RemindedOn">The day of the last of them.</param>
public sealed record OpenPrompt(StepId StepId, LocalDate PromptedOn, int Reminders = 0, LocalDate? RemindedOn = null);
