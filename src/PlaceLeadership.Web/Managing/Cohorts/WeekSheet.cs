using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What the page of a week shows.</summary>
/// <param name="Ahead">The letters.</param>
/// <param name="Monday">The Monday of the week.</param>
/// <param name="Refer">What stands for a letter in a form.</param>
public sealed record WeekSheet(CohortAhead Ahead, LocalDate Monday, Func<LetterAhead, string> Refer)
{
    /// <summary>What was just done, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>What was asked for about a letter and has to be mended, or null.</summary>
    public LetterWish? Wish { get; init; }

    /// <summary>Whether something about a letter can be changed: not all of it brings people together.</summary>
    internal bool CanChange(LetterAhead letter) =>
        letter.On >= Ahead.Today && letter.Items.Any(item => item.Fate != ForeseenAs.NotTended && !item.Step.Kind.NeedsMatching);

    /// <summary>Whether something about a letter was changed, and can be taken back.</summary>
    internal static bool CanRestore(LetterAhead letter) => letter.Items.Any(item => item.Moved || item.Fate == ForeseenAs.Cancelled);
}

/// <summary>What was asked for about letters.</summary>
/// <param name="Same">What stands for one of the letters that bring the same.</param>
/// <param name="Chosen">What stands for each that was ticked.</param>
/// <param name="ForAll">Whether it is for all that bring the same.</param>
/// <param name="Day">The day as typed.</param>
/// <param name="Problem">What has to be mended.</param>
public sealed record LetterWish(string Same, IReadOnlyList<string> Chosen, bool ForAll, string Day, string? Problem);

/// <summary>What would come, or came, of an act on letters.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Monday">The Monday of the week.</param>
/// <param name="What">The word of the act.</param>
/// <param name="Day">The day as typed.</param>
/// <param name="IsDone">Whether it was done.</param>
/// <param name="Rows">Each letter: what stands for it, whose it is, and what comes of it.</param>
public sealed record LettersLook(
    Cohort Cohort, LocalDate Monday, string What, string Day, bool IsDone, IReadOnlyList<(string Letter, string? Name, WholeLetterOutcome Outcome)> Rows)
{
    /// <summary>Those that would be, or were, changed.</summary>
    public IEnumerable<(string Letter, string? Name, WholeLetterOutcome Outcome)> Good => Rows.Where(row => row.Outcome.Problem is null);
}
