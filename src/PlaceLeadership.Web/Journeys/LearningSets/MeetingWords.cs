using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Web.Trouble;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The words for moving a meeting and calling it off.</summary>
public sealed record MeetingWords(
    string Title, string YouLead, string When, string MoveHeading, string MoveIntro, string DayLabel, string DayHint,
    string TimeLabel, string TimeHint, string MoveButton, string CallOffHeading, string CallOffIntro, string Sure, string CallOffButton,
    string MovedTitle, string CalledOffTitle, string CalledOffText, string EverybodyIsTold, string ToldIfChanged, string TakenPlace, string BackToMeeting,
    Sorry Changed)
{
    /// <summary>The problem that the day cannot be read; takes an example.</summary>
    public required string DayUnreadable { get; init; }

    /// <summary>The problem that the time cannot be read.</summary>
    public required string TimeUnreadable { get; init; }

    /// <summary>The problem that the box was not ticked.</summary>
    public required string TickFirst { get; init; }

    /// <summary>The problem that no button was pressed that this page knows.</summary>
    public required string ChooseButton { get; init; }

    /// <summary>There is no such meeting any more.</summary>
    public required string Gone { get; init; }

    /// <summary>Its poll is open.</summary>
    public required string NoDateYet { get; init; }

    /// <summary>It was called off.</summary>
    public required string CalledOff { get; init; }

    /// <summary>It has taken place.</summary>
    public required string Past { get; init; }

    /// <summary>The new time is too soon; takes the earliest day.</summary>
    public required string TooSoon { get; init; }

    /// <summary>The new time is too far ahead; takes the latest day.</summary>
    public required string TooLate { get; init; }

    /// <summary>It was moved as often as it may be.</summary>
    public required string TooOften { get; init; }

    /// <summary>Why a meeting stays as it is, and what to do instead.</summary>
    internal string Why(MeetingRefusal reason, LocalDate today, Func<LocalDate, string> inWords) => reason switch
    {
        MeetingRefusal.NoDateYet => NoDateYet,
        MeetingRefusal.CalledOff => CalledOff,
        MeetingRefusal.Past => Past,
        MeetingRefusal.TooSoon => PageWords.Fill(TooSoon, inWords(today.PlusDays(1))),
        MeetingRefusal.TooLate => PageWords.Fill(TooLate, inWords(today.PlusDays(MeetingChange.DaysAheadMax))),
        _ => TooOften,
    };

    /// <summary>English.</summary>
    public static MeetingWords English { get; } = new(
        Title: "The meeting of your learning set",
        YouLead: "You lead this meeting.",
        When: "It is on {0}.",
        MoveHeading: "Move it",
        MoveIntro: "Speak with the others first, if you can. A meeting can be moved twice.",
        DayLabel: "New day",
        DayHint: "For example {0}. At most eight weeks ahead.",
        TimeLabel: "New time of day",
        TimeHint: "For example 13:30.",
        MoveButton: "Move the meeting",
        CallOffHeading: "Call it off",
        CallOffIntro: "This cannot be taken back. The next meeting of the programme is not touched by it.",
        Sure: "Yes, this meeting is not to take place",
        CallOffButton: "Call the meeting off",
        MovedTitle: "The date stands",
        CalledOffTitle: "The meeting is called off",
        CalledOffText: "It was to be on {0}.",
        EverybodyIsTold: "Everybody in the set gets a message with a file that puts their calendar right. You need not write to anybody.",
        ToldIfChanged: "If you move it or call it off, everybody in the set gets a message with a file that puts their calendar right.",
        TakenPlace: "Its time has come, so it cannot be moved or called off any more.",
        BackToMeeting: "Back to the meeting",
        Changed: new(
            "This has changed",
            "This link is for whoever leads a meeting. It stops working when somebody else leads it, or when it is over.",
            "The newest message about your set says how things stand. If something is wrong with that, write to the person who signs your messages."))
    {
        DayUnreadable = "Write the new day like this: {0}.",
        TimeUnreadable = "Write the new time of day like this: 13:30.",
        TickFirst = "Tick the box if the meeting is not to take place. Nothing has been changed.",
        ChooseButton = "Choose one of the two buttons: move the meeting, or call it off.",
        Gone = "This meeting is not there any more. The newest message about the set says how things stand.",
        NoDateYet = "This meeting has no date yet: the set is still being asked. Wait until the date is settled, and move it then.",
        CalledOff = "This meeting was called off, and that cannot be taken back. If you want to meet all the same, agree on a date with each other.",
        Past = "The time of this meeting has come, so it stays as it is. Afterwards everybody is asked whether it took place.",
        TooSoon = "Choose {0} or later, so that everybody hears of it in time. If it cannot wait that long, call the meeting off and agree on a time with each other.",
        TooLate = "Choose a day no later than {0}, eight weeks ahead. If that is too soon, call the meeting off.",
        TooOften = "This meeting was moved twice already. Leave it where it is, or call it off and agree on a date with each other.",
    };

    /// <summary>Welsh.</summary>
    public static MeetingWords Welsh { get; } = new(
        Title: "Cyfarfod eich set dysgu",
        YouLead: "Chi sy'n arwain y cyfarfod hwn.",
        When: "Mae ar d{0}.",
        MoveHeading: "Ei symud",
        MoveIntro: "Siaradwch â'r lleill yn gyntaf, os gallwch. Gellir symud cyfarfod ddwywaith.",
        DayLabel: "Diwrnod newydd",
        DayHint: "Er enghraifft {0}. Dim mwy nag wyth wythnos ymlaen.",
        TimeLabel: "Amser newydd",
        TimeHint: "Er enghraifft 13:30.",
        MoveButton: "Symud y cyfarfod",
        CallOffHeading: "Ei ganslo",
        CallOffIntro: "Ni ellir tynnu hyn yn ôl. Nid yw'n effeithio ar gyfarfod nesaf y rhaglen.",
        Sure: "Ydw, nid yw'r cyfarfod hwn i ddigwydd",
        CallOffButton: "Canslo'r cyfarfod",
        MovedTitle: "Mae'r dyddiad yn sefyll",
        CalledOffTitle: "Mae'r cyfarfod wedi'i ganslo",
        CalledOffText: "Roedd i fod ar d{0}.",
        EverybodyIsTold: "Mae pawb yn y set yn cael neges gyda ffeil sy'n cywiro eu calendr. Nid oes angen i chi ysgrifennu at neb.",
        ToldIfChanged: "Os ydych yn ei symud neu'n ei ganslo, mae pawb yn y set yn cael neges gyda ffeil sy'n cywiro eu calendr.",
        TakenPlace: "Mae ei amser wedi dod, felly ni ellir ei symud na'i ganslo mwyach.",
        BackToMeeting: "Yn ôl i'r cyfarfod",
        Changed: new(
            "Mae hyn wedi newid",
            "Mae'r ddolen hon i bwy bynnag sy'n arwain cyfarfod. Mae'n peidio â gweithio pan fydd rhywun arall yn ei arwain, neu pan fydd ar ben.",
            "Mae'r neges ddiweddaraf am eich set yn dweud sut mae pethau. Os oes rhywbeth o'i le, ysgrifennwch at y person sy'n llofnodi eich negeseuon."))
    {
        DayUnreadable = "Ysgrifennwch y diwrnod newydd fel hyn: {0}.",
        TimeUnreadable = "Ysgrifennwch yr amser newydd fel hyn: 13:30.",
        TickFirst = "Ticiwch y blwch os nad yw'r cyfarfod i ddigwydd. Ni newidiwyd dim.",
        ChooseButton = "Dewiswch un o'r ddau fotwm: symud y cyfarfod, neu ei ganslo.",
        Gone = "Nid yw'r cyfarfod hwn yno mwyach. Mae'r neges ddiweddaraf am y set yn dweud sut mae pethau.",
        NoDateYet = "Nid oes dyddiad i'r cyfarfod hwn eto: mae'r set yn dal i gael ei holi. Arhoswch nes bod y dyddiad wedi'i bennu, a'i symud wedyn.",
        CalledOff = "Cafodd y cyfarfod hwn ei ganslo, ac ni ellir tynnu hynny'n ôl. Os ydych am gwrdd serch hynny, cytunwch ar ddyddiad gyda'ch gilydd.",
        Past = "Mae amser y cyfarfod hwn wedi dod, felly mae'n aros fel y mae. Wedyn gofynnir i bawb a ddigwyddodd.",
        TooSoon = "Dewiswch d{0} neu'n hwyrach, er mwyn i bawb glywed mewn da bryd. Os na all aros cyhyd, canslwch y cyfarfod a chytuno ar amser gyda'ch gilydd.",
        TooLate = "Dewiswch ddiwrnod heb fod yn hwyrach na {0}, wyth wythnos ymlaen. Os yw hynny'n rhy fuan, canslwch y cyfarfod.",
        TooOften = "Symudwyd y cyfarfod hwn ddwywaith eisoes. Gadewch ef lle mae, neu ei ganslo a chytuno ar ddyddiad gyda'ch gilydd.",
    };
}
