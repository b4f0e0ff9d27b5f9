using NodaTime;

namespace PlaceLeadership.Core.Accounts;

/// <summary>One thing that was done at the desk. It holds ids and words, and never a name: whose account it was is looked up when it is told.</summary>
/// <param name="At">When.</param>
/// <param name="By">Whose account did it; null when nobody had signed in.</param>
/// <param name="What">What, and with it why: a word of <see cref="AccessDeeds"/>.</param>
public sealed record AccessAct(Instant At, AccountId? By, string What)
{
    /// <summary>To whose account, where it was about one.</summary>
    public AccountId? Whom { get; init; }

    /// <summary>In which cohort, where it was about one.</summary>
    public CohortId? Cohort { get; init; }

    /// <summary>A grant, a reason of a refusal, a page; never anything personal.</summary>
    public string Detail { get; init; } = "";

    /// <summary>From which network address; empty where none is known.</summary>
    public string From { get; init; } = "";
}

/// <summary>Is told of each act once it is stored, so that it can be kept elsewhere too.</summary>
public delegate void ActStored(AccessAct act);

/// <summary>The words for what is done at the desk.</summary>
public static class AccessDeeds
{
    /// <summary>Somebody signed in; the detail is with what.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Somebody tried to and was refused; the detail is why.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>Somebody signed out.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>Somebody ended another sign-in of their account.</summary>
    public const string SignedOutElsewhere = "signed-out-elsewhere";

    /// <summary>Somebody ended every sign-in of their account.</summary>
    public const string SignedOutEverywhere = "signed-out-everywhere";

    /// <summary>An administrator ended every sign-in of somebody.</summary>
    public const string SignedOutByAdministrator = "signed-out-by-administrator";

    /// <summary>The provider ended sign-ins.</summary>
    public const string SignedOutByProvider = "signed-out-by-provider";

    /// <summary>Something was granted; the detail is the grant.</summary>
    public const string Granted = "granted";

    /// <summary>A grant was taken away; the detail is the grant.</summary>
    public const string TakenAway = "taken-away";

    /// <summary>An account was removed.</summary>
    public const string AccountRemoved = "account-removed";

    /// <summary>A code for an administrator was made.</summary>
    public const string CodeMade = "code-made";

    /// <summary>Somebody became an administrator by such a code.</summary>
    public const string CodeUsed = "code-used";

    /// <summary>Somebody wanted what they may not; the detail is the right that it needs.</summary>
    public const string Refused = "refused";

    /// <summary>Somebody read who is in a cohort, or who may do what; the detail is the page.</summary>
    public const string Read = "read";

    /// <summary>Data of a cohort was written into a file; the detail is which.</summary>
    public const string Exported = "exported";

    /// <summary>A change was asked for, noted before anything is done with it; the detail is which. What became of it the history of the cohort tells.</summary>
    public const string Sent = "sent";

    /// <summary>Somebody set out to launch a cohort, noted before it begins.</summary>
    public const string Launched = "launched";

    /// <summary>Somebody set out to delete a cohort, noted before it begins.</summary>
    public const string Deleted = "deleted";
}
