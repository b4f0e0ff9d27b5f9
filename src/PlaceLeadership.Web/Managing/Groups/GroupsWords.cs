using PlaceLeadership.Application.Groups;
using PlaceLeadership.Web.Journeys.LearningSets;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>The words of the page about pairs and sets.</summary>
internal static class GroupsWords
{
    public const string Link = "Pairs and learning sets";
    public const string Title = "Pairs and learning sets of {0}";
    public const string Back = "Back to the cohort";
    public const string Nothing = "This programme brings nobody together in pairs or sets.";
    public const string Rounds = "Coaching rounds";
    public const string NoRound = "No round is open just now.";
    public const string Sets = "Learning sets";
    public const string RoundAhead = "“{0}”: the pairs are formed on {1}, and everybody is asked whether it fits before they are introduced.";
    public const string SetsAhead = "The sets are formed on {0}, and everybody is asked whether it fits before they meet.";
    public const string FormedSoon = "“{0}” is to be formed now: look again in a few minutes.";
    public const string NotFormed = "“{0}” was not formed: the cohort stood still at its time, and nobody should be brought together too late.";
    public const string Introduced = "Introduced on {0}.";
    public const string Met = "Pairs that have met, as somebody in them says: {0}.";
    public const string Asking = "{0} waiting for somebody else: once people have been introduced, that is seen to once a week. Who it is stays between them and the programme.";
    public const string Resting = "{0} asked for no coaching in this round.";
    public const string Alone = "Nobody was found for {0}. It can lie in an odd number, in lines of management, or in a wish to be apart; whose wish is never told to anybody. Perhaps you can speak with them.";
    public const string PromiseHeading = "The rounds to come";
    public const string Relaxed = "Not every rule could be kept. Set aside: {0}.";
    public const string WithoutSet = "Without a set: {0}. Perhaps you can speak with them.";
    public const string SetsAsking = "{0} waiting for another set: it is seen to at the next look. Who it is stays between them and the programme.";
    public const string NoSets = "No sets could be formed of these people.";
    public const string Set = "Set {0}";
    public const string SectorsOf = "Sectors: {0}.";
    public const string FacilitatedBy = "Facilitated by {0}.";
    public const string NoFacilitator = "Nobody facilitates this set yet.";
    public const string ShowLink = "The private link for {0}";
    public const string NoMeeting = "No meeting is being arranged just now.";
    public const string PollOpen = "{0}: the set is being asked for a date, until {1} at the latest.";
    public const string MeetingOn = "{0}: {1}.";
    public const string Change = "Move this meeting, or call it off";
    public const string NameHeading = "Name who facilitates set {0}";
    public const string NameLabel = "Name, as the members know them";
    public const string NameHint = "Somebody new gets a new link, and the earlier one stops working.";
    public const string NameButton = "Name the facilitator";
    public const string NameMissing = "Write the name of whoever facilitates the set.";
    public const string NameTooLong = "Write a name of at most {0} characters on one line.";
    public const string Apart = "People kept apart";
    public const string ApartIntro = "These are never brought together in a pair or a set; where they are now, that is mended, and they are not told why. Who asked for it is not kept, so write no reason anywhere.";
    public const string NobodyApart = "Nobody is kept apart.";
    public const string And = "{0} and {1}";
    public const string TakeBack = "Take it back";
    public const string AddHeading = "Keep two people apart";
    public const string One = "One of them";
    public const string Other = "The other";
    public const string Choose = "Choose somebody";
    public const string AddButton = "Keep them apart";
    public const string ChooseTwo = "Choose two different people.";
    public const string LinkTitle = "The private link for {0}";
    public const string LinkText = "It shows set {0} of {1} to whoever opens it: names, addresses, what people need to take part, dates and attendance, and nothing that anybody wrote. Send it to {2} alone.";
    public const string LinkUntil = "It works until {0}, or until you name somebody else.";
    public const string LinkLabel = "Copy this";
    public const string BackToGroups = "Back to pairs and learning sets";

    /// <summary>What was just done, by a word in the address, or null.</summary>
    public static string? Notice(string? word) => word switch
    {
        MeetingNotices.Moved => "The meeting is moved. Everybody in the set gets a message with a file that puts their calendar right.",
        MeetingNotices.CalledOff => "The meeting is called off. Everybody in the set gets a message.",
        "apart" => "They are kept apart from now on. Where they were together, that is mended at the next look.",
        "not-apart" => "They may be brought together again.",
        _ => null,
    };

    /// <summary>When something is formed.</summary>
    public static string WhenFormed(ToForm coming) => coming switch
    {
        { State: Forming.Due } => PageWords.Fill(FormedSoon, coming.Title),
        { State: Forming.Missed } => PageWords.Fill(NotFormed, coming.Title),
        { AreSets: true } => PageWords.Fill(SetsAhead, CohortWords.Day(coming.On)),
        _ => PageWords.Fill(RoundAhead, coming.Title, CohortWords.Day(coming.On)),
    };

    /// <summary>People, by their names.</summary>
    public static string Names(IEnumerable<Member> people) => string.Join(", ", people.Select(person => CohortWords.Name(person.Name)));

    /// <summary>So many people.</summary>
    public static string People(int count) => count == 1 ? "1 person is" : $"{count} people are";
}
