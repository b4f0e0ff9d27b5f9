namespace PlaceLeadership.Web.Managing.Ending;

/// <summary>The words of the page that ends a cohort.</summary>
internal static class EndWords
{
    public const string Title = "End the cohort {0}";
    public const string Intro = "Ending cannot be undone: a cohort that has ended does not go on.";
    public const string Button = "End the cohort now";
    public const string Back = "Leave it as it is";

    public static readonly IReadOnlyList<string> WhatHappens =
    [
        "What waits to go out is taken back, and nothing goes out any more.",
        "Nobody can answer or join any more. What people wrote stays theirs; the links in their messages still show it to them.",
        "Engagement facts stay and can be exported. Messages in doubt stay visible until they are settled.",
        "People are not told. If they should be, write to them yourself.",
    ];
}
