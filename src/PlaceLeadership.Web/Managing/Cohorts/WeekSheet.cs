using NodaTime;
using PlaceLeadership.Application.Foreseeing;
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

/// <summary>What was asked for about a letter.</summary>
/// <param name="Letter">What stands for it.</param>
/// <param name="Day">The day as typed.</param>
/// <param name="Problem">What has to be mended.</param>
public sealed record LetterWish(string Letter, string Day, string? Problem);
