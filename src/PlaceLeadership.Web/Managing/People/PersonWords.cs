using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Web.Managing.People;

/// <summary>The words of the pages about one person.</summary>
internal static class PersonWords
{
    public const string Profile = "What the roster says";
    public const string Together = "With whom";
    public const string InSet = "In learning set {0}";
    public const string WithPartners = "Coaching with {0}";
    public const string NotTogether = "In no learning set and no coaching pair yet.";
    public const string Ahead = "What comes in the next six weeks";
    public const string AheadIntro = "As things stand. What a letter names as still open is not shown, for it would say who has replied. A letter can be moved on the page of its week.";
    public const string NothingAhead = "Nothing comes in the next six weeks.";
    public const string Had = "What they have had";
    public const string HadIntro = "What was sent, and never what was opened or answered.";
    public const string NothingHad = "Nothing was sent yet.";
    public const string Lately = "What was done";
    public const string Letters = "Fewer letters, or another day";
    public const string LettersIntro = "They can choose this themselves, behind the link to pause in every letter. What cannot wait still comes in between.";
    public const string HowOften = "How often";
    public const string EveryWeek = "Every week";
    public const string EverySecondWeek = "Every second week";
    public const string OnDay = "On which day";
    public const string ProgrammeDay = "The day of the programme";
    public const string LettersButton = "Save when letters come";
    public const string PauseHeading = "Pause this person";
    public const string PauseIntro = "Nothing comes while they pause, and what fell into the pause is let go. Nobody is told why. Meetings of their set go on without them.";
    public const string PauseButton = "Pause";
    public const string TakeUpHeading = "Take this person up again";
    public const string TakeUpIntro = "Letters come again from tomorrow, and nothing that fell into the pause is sent later.";
    public const string TakeUpButton = "Take up again";
    public const string ChangeHeading = "Change an address, hours or organisation";
    public const string ChangeIntro = "Only what has not been sent changes.";
    public const string ChangeButton = "Save";
    public const string LeaveHeading = "This person leaves";
    public const string LeaveIntro = "Nothing is sent any more. Their set is told that they are no longer in it, and nobody is told why. What they wrote stays theirs until they delete it.";
    public const string LeaveButton = "They leave the cohort";
    public const string Join = "Let somebody join";
    public const string JoinIntro = "They get the welcome tomorrow, or on their next working day, and what comes from then on. A set and coaching are proposed to them as to everybody else.";
    public const string JoinButton = "Let them join";
    public const string Confirm = "Yes: {0}";
    public const string ChooseOften = "Choose how often letters come.";
    public const string NotTheirDay = "Choose one of their working days.";
    public const string Over = "Nothing was changed: this person takes no part any more.";
    public const string NotOffered = "Nothing was changed: this programme has no letter a week.";
    public const string BackToPeople = "Back to the cohort";

    /// <summary>The columns of the form, in their order.</summary>
    public static IReadOnlyList<RosterField> Fields { get; } =
    [
        RosterField.Name, RosterField.Email, RosterField.Organisation, RosterField.Sector, RosterField.Role, RosterField.Level, RosterField.LineManager, RosterField.WorkingPattern,
        RosterField.PreferredHour, RosterField.Language, RosterField.StrengthsOffered, RosterField.GrowthSought, RosterField.AccessNeeds,
    ];

    /// <summary>How a field is called in the form.</summary>
    public static string Label(RosterField field) => field switch
    {
        RosterField.Email => "E-mail address",
        RosterField.WorkingPattern => "Working days and hours",
        RosterField.PreferredHour => "Hour at which letters come",
        _ => RosterHeaders.NameOf(field),
    };

    /// <summary>What helps to fill it in, or null.</summary>
    public static string? Hint(RosterField field) => field switch
    {
        RosterField.LineManager => "Their name or address if they take part; leave it empty if nobody here manages them.",
        RosterField.WorkingPattern => "Such as Mon-Wed 9-15.",
        RosterField.PreferredHour => "Such as 10, within their hours.",
        RosterField.Language => "English, Welsh, or empty for both.",
        RosterField.Level => "Frontline, Team leader, Middle manager, Senior manager or Executive; empty if not known.",
        RosterField.StrengthsOffered or RosterField.GrowthSought => "Several with a semicolon between.",
        RosterField.AccessNeeds => "What makes taking part easier, such as large print.",
        _ => null,
    };

    /// <summary>What became of a letter.</summary>
    public static string State(SentState state) => state switch
    {
        SentState.Sent => "sent",
        SentState.Delivered => "delivered",
        SentState.Bounced => "sent back by their mailbox",
        _ => "refused by the mail provider",
    };

    /// <summary>When their letters come.</summary>
    public static string LettersOf(PersonDetails person) => LetterChoice.InWords(LetterChoice.Of(person.Person).Word);
}
