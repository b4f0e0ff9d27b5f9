using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The words of the page of a facilitator; in English alone.</summary>
internal static class FacilitatorWords
{
    public const string Title = "Learning set {0}";
    public const string Intro = "This page is for {0} alone. Please do not pass on the link: it shows addresses and what people need to take part.";
    public const string NeverShown = "What members write is never shown here, and nothing of what is said in the set is kept.";
    public const string Members = "Members";
    public const string Needs = "Needs, in their own words:";
    public const string Turns = "Has presented {0}×, led {1}×.";
    public const string OpenAction = "Has actions to look back on.";
    public const string NoOpenAction = "No actions to look back on.";
    public const string NextMeeting = "The next meeting";
    public const string NoMeeting = "No meeting is being arranged just now. The poll for the next one opens twelve days before its week of the programme.";
    public const string PollOpen = "The set is being asked when it can meet. The poll closes as soon as everybody has answered, on {0} at the latest.";
    public const string HasAnswered = "has answered";
    public const string NotAnswered = "has not answered yet";
    public const string Presenting = "It is the turn of {0} to present.";
    public const string Leading = "{0} leads.";
    public const string YouLead = "You lead.";
    public const string IntoCalendar = "Calendar file for “{0}”";
    public const string OutOfCalendar = "Calendar file that takes “{0}” out of your calendar";
    public const string Change = "Move this meeting, or call it off";
    public const string PastMeetings = "Past meetings";
    public const string WhoSaidWhat = "As members said themselves afterwards.";
    public const string CalledOff = "This meeting was called off.";
    public const string WasThere = "was there";
    public const string WasAway = "could not be there";
    public const string NotHeld = "says that it did not take place";
    public const string HasNotSaid = "has not said";
    public const string NotYetInSet = "was not in the set yet";

    public static readonly Sorry Changed = new(
        "This has changed",
        "This link was for whoever facilitated the set until now. It has stopped working because somebody else was named.",
        "If you still facilitate the set, ask the programme team for the new link.");

    /// <summary>What was just done, by a word in the address, or null.</summary>
    public static string? Notice(string? word) => word switch
    {
        MeetingNotices.Moved => "The meeting is moved. Everybody in the set gets a message with a file that puts their calendar right.",
        MeetingNotices.CalledOff => "The meeting is called off. Everybody in the set gets a message.",
        _ => null,
    };
}
