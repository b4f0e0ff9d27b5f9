namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>The words of the pages that launch a cohort.</summary>
internal static class LaunchWords
{
    public const string Title = "Launch a cohort";
    public const string Intro = "Nothing is stored and nobody is written to until you have seen who would get what, and have pressed 'Launch'.";
    public const string Roster = "The people";
    public const string RosterLabel = "Roster";
    public const string RosterHint = "A spreadsheet with a row for each person, as .xlsx or .csv, at most 5 MB.";
    public const string EmptyRoster = "Download an empty roster to fill in";
    public const string RosterKept = "{0} with {1} is read. Choose a file only to take another.";
    public const string RosterMissing = "Choose the roster.";
    public const string RosterMissingMend = "It is a .xlsx or .csv file with a row for each person.";
    public const string Questions = "Questions about the roster";
    public const string QuestionsHint = "Tick what is so; mend the rest in the file. Then choose the roster again.";
    public const string Programme = "The programme";
    public const string BuiltIn = "The programme that comes with PlaceLeadership";
    public const string OwnProgramme = "A programme file of my own";
    public const string OwnProgrammeLabel = "Programme file";
    public const string OwnProgrammeHint = "A .yaml file, at most 300,000 characters.";
    public const string ProgrammeKept = "{0} is read. Choose a file only to take another.";
    public const string ProgrammeMissing = "Choose the programme file.";
    public const string ProgrammeMissingMend = "Or take the programme that comes with PlaceLeadership.";
    public const string WasDeleted = "What was launched from that page was deleted since.";
    public const string WasDeletedMend = "Look at it again here, and launch it anew.";
    public const string ProgrammeNotUtf8 = "The file is not saved as UTF-8.";
    public const string ProgrammeNotUtf8Mend = "Save it again with that encoding.";
    public const string Cohort = "The cohort";
    public const string PlaceLabel = "Name of the place";
    public const string PlaceHint = "As messages use it, such as Elmbridge Vale.";
    public const string StartLabel = "First day";
    public const string StartHint = "Week 1 of the programme is the week, from Monday, that holds it. Such as {0}.";
    public const string StartMissing = "The first day is missing.";
    public const string StartUnreadable = "The first day could not be read.";
    public const string StartMend = "Write it such as {0}.";
    public const string DivisionLabel = "Whose bank holidays are kept";
    public const string DivisionMissing = "Choose whose bank holidays are kept.";
    public const string IdLabel = "Id of the cohort (may be left empty)";
    public const string IdHint = "3 to 60 lower-case letters, digits and hyphens. It stands in addresses, so it names no person. Left empty, it is made of place and first day.";
    public const string SenderHeading = "Who signs";
    public const string SenderLabel = "Name";
    public const string SenderHint = "A person whom participants know or will meet. Every message is signed with this name.";
    public const string SenderEmailLabel = "E-mail address";
    public const string SenderEmailHint = "Where replies to messages go.";
    public const string ContactLabel = "How else to reach this person";
    public const string ContactHint = "In words, such as: 01632 960 123, weekdays until four.";
    public const string CheckButton = "Check, and show me what would happen";
    public const string MistakesHeading = "What is to be mended";
    public const string NothingStored = "Nothing was stored. Mend the files where they are, and choose them again.";
    public const string Place = "Where";
    public const string What = "What is wrong, and how to mend it";
    public const string PreviewTitle = "Is this right?";
    public const string PreviewIntro = "This is what would be stored. Nothing is stored yet, and nobody has been written to.";
    public const string WouldBe = "The cohort";
    public const string Parts = ", kept as {0} parts, {1} and so on, each with a page of its own";
    public const string Notes = "Worth knowing";
    public const string Load = "What it asks of one participant";
    public const string LoadWeek = "Week {0}: {1} mails, {2} minutes";
    public const string LoadCaption = "Mails, week by week";
    public const string LoadPicture = "Mails, week by week: {0}";
    public const string FirstMessages = "The first four weeks";
    public const string FirstMessagesIntro = "Nothing is ever sent to remind somebody: what is still open is named in later messages.";
    public const string NoMessages = "No message goes out in the first four weeks.";
    public const string PeopleHeading = "{0} of {1}";
    public const string Button = "Launch";
    public const string ButtonNote = "It is stored at once; messages go out at the times shown.";
    public const string Change = "Change something first";
    public const string Expired = "That page was too old to launch from";
    public const string TooMuch = "This roster and programme together are too large to launch here.";
    public const string TooMuchMend = "Shorten long texts in them, or launch with 'placelead launch'.";

    public static readonly Trouble.Sorry StartAgain = new(
        Expired, "It may be from an earlier sign-in. Nothing was stored.", "Open 'Launch a cohort' and choose the files again.");

    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    public static string Messages(int count) => count == 1 ? "1 message" : $"{count} messages";

    public static string Organisations(int count) => count == 1 ? "1 organisation" : $"{count} organisations";
}
