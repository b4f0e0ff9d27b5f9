namespace PlaceLeadership.Web.Managing.Deleting;

/// <summary>The words of the pages that delete a cohort.</summary>
internal static class DeleteWords
{
    public const string Title = "Delete the cohort {0} with everything";
    public const string Intro = "This cannot be undone, and nobody can bring anything back.";
    public const string Label = "Type the id of the cohort to confirm: {0}";
    public const string Mistyped = "That is not the id of this cohort. It is {0}. Nothing was deleted.";
    public const string Button = "Delete it with everything";
    public const string Back = "Leave it as it is";
    public const string DoneTitle = "Nothing is stored of '{0}' any more";
    public const string DoneText = "The cohort, its people and everything they wrote are gone from this service. What is left is in mailboxes, in the record of the mail provider, and in files that were exported. Links in messages say that they have run out.";

    public static readonly IReadOnlyList<string> WhatHappens =
    [
        "The cohort ends at once, and nothing goes out any more.",
        "Names, addresses and organisations of its people are deleted, and every word they wrote.",
        "Wishes to keep people apart are lost, and who has met whom: a later cohort knows nothing of them. Note them down first if they must hold.",
        "Messages, replies and engagement facts are deleted. Export the facts first if somebody still needs them.",
        "Messages in the mail folder of a laptop are deleted. Those that have reached people stay in their mailboxes, and a mail provider keeps its own record of them; the links in them say that they have run out.",
    ];
}
