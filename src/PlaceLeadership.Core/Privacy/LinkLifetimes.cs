namespace PlaceLeadership.Core.Privacy;

/// <summary>How long private links work, counted from the day of their message.</summary>
public static class LinkLifetimes
{
    /// <summary>Days after closing for which an answer link still shows its author's words.</summary>
    public const int ReadBackDays = 90;

    /// <summary>Days for which links to pause or leave work: longer than any programme.</summary>
    public const int PauseDays = 400;
}
