using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Managing;

/// <summary>What every page of a manager says; in English alone.</summary>
internal static class ManagerWords
{
    public const string Context = "PlaceLeadership";
    public const string Cohorts = "Cohorts";
    public const string Launch = "Launch a cohort";
    public const string SignOut = "Sign out";
    public const string Menu = "Managing cohorts";
    public const string BackToCohorts = "All cohorts";

    public static readonly Sorry NotFromHere = new(
        "Nothing was changed",
        "This did not come from a page of yours as it stands now: the page may be from an earlier sign-in, or from another site.",
        "Open the page once more and press the button there.");

    public static readonly Sorry NotYours = new(
        "You may not do that",
        "Your account has not been granted what this page needs. Nothing was changed.",
        "Ask an administrator of this server. What you may do stands under 'Your account'.");

    public static readonly Sorry TooLarge = new(
        "That is more than we can take",
        "What you sent is larger than 7 MB in all. A roster can have 5 MB, and most have less than a tenth of one. Nothing was stored.",
        "Copy the roster alone into a new file, without pictures and other sheets, and send that.");

    public static readonly Sorry NoPage = new(
        "There is no page here",
        "If you typed the address, look at it once more.");

    public static readonly Sorry NoCohort = new(
        "There is no such cohort",
        "It may have been deleted, the address is not quite right, or your account has no part in it, or none any more.",
        "What you may do stands under 'Your account'; an administrator of this server can change it.");
}
