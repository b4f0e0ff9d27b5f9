using NodaTime;

namespace PlaceLeadership.Core.Tending;

/// <summary>What comes next for one person.</summary>
public enum AgendaAction
{
    /// <summary>Nothing will come unless somebody changes something.</summary>
    Nothing,

    /// <summary>A message is to be sent.</summary>
    Message,

    /// <summary>The step fell into a pause: it is let go, never caught up.</summary>
    LetGo,

    /// <summary>The step lies before the person joined, so it was never theirs.</summary>
    NotTheirs,

    /// <summary>The day of the step is too long ago to send it now, or two letters had no room for it.</summary>
    Lapse,

    /// <summary>The step is optional, and the letter of its week had no room for it or did not come.</summary>
    Drop,

    /// <summary>The day of a cancelled step has come: it is settled as cancelled.</summary>
    SettleCancelled,

    /// <summary>Nothing before this day, when a pause ends; then it is decided again.</summary>
    WaitForPause,
}

/// <summary>The next thing on a person's agenda.</summary>
/// <param name="Action">What it is.</param>
/// <param name="Due">Whether it is to be done now.</param>
/// <param name="On">The local day on which it is, or was, due.</param>
/// <param name="Place">The place of the step in the timetable, or -1.</param>
/// <param name="Beside">Whether it comes beside the letter of the week, because it cannot wait for the next.</param>
/// <param name="AtOnce">Whether it waits for no working day and no hour of the person; see <see cref="ChangeDays"/>.</param>
public readonly record struct AgendaItem(AgendaAction Action, bool Due, LocalDate On, int Place, bool Beside = false, bool AtOnce = false)
{
    /// <summary>Nothing.</summary>
    public static AgendaItem Nothing { get; } = new(AgendaAction.Nothing, false, default, -1);
}
