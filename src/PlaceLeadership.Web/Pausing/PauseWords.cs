namespace PlaceLeadership.Web.Pausing;

/// <summary>The words of the pages behind a pause link and a one-click link.</summary>
public sealed record PauseWords(
    string Title, string Intro, IReadOnlyList<string> WhatHappens, string HowLong, string UntilDay, string TwoWeeks,
    string FourWeeks, string ChosenDay, string UntilISay, string DayLabel, string DayHint, string PauseButton,
    string PausedUntil, string PausedUntilISay, string GoOn, string GoOnNote, string ChangeIt, string Left,
    string DonePaused, string DoneGoingOn, string GoingOnText, string BackToPause, string LeaveInstead,
    string OneClickTitle, string OneClickText, string OneClickButton, string OneClickDone)
{
    /// <summary>The problem that no length was chosen.</summary>
    public required string ChooseHowLong { get; init; }

    /// <summary>The problem that 'a day I choose' came without a day.</summary>
    public required string DayMissing { get; init; }

    /// <summary>The problem that the day cannot be read; takes an example.</summary>
    public required string DayUnreadable { get; init; }

    /// <summary>The problem that the day is not after today; takes the earliest day.</summary>
    public required string DayTooEarly { get; init; }

    /// <summary>The problem that the day is too far ahead; takes the latest day.</summary>
    public required string DayTooLate { get; init; }

    /// <summary>English.</summary>
    public static PauseWords English { get; } = new(
        Title: "Pause these messages",
        Intro: "You need not say why.",
        WhatHappens:
        [
            "Nothing is sent to you while the pause lasts.",
            "What falls into the pause is let go. There is nothing to catch up on.",
            "Afterwards it starts again gently, with the next thing in the timetable and never two messages on one day.",
        ],
        HowLong: "How long?",
        UntilDay: "until {0}",
        TwoWeeks: "Two weeks",
        FourWeeks: "Four weeks",
        ChosenDay: "Until a day I choose",
        UntilISay: "Until I say",
        DayLabel: "First day on which messages may come again",
        DayHint: "Only for 'a day I choose'. For example {0}. At most 26 weeks ahead.",
        PauseButton: "Pause",
        PausedUntil: "Your messages are paused. {0} is the first day on which one may come again.",
        PausedUntilISay: "Your messages are paused until you say.",
        GoOn: "Go on again",
        GoOnNote: "Messages may come again from tomorrow. What fell into the pause is let go.",
        ChangeIt: "Or change how long",
        Left: "You have left the programme. Nothing is sent to you, so there is nothing to pause.",
        DonePaused: "You are on pause",
        DoneGoingOn: "Good to have you back",
        GoingOnText: "Messages may come again from tomorrow. What fell into the pause is let go: there is nothing to catch up on.",
        BackToPause: "Change this pause, or go on again",
        LeaveInstead: "Leave the programme",
        OneClickTitle: "Stop these messages for now?",
        OneClickText: "This pauses them until you say. You stay a member, and you can go on again whenever you like.",
        OneClickButton: "Pause until I say",
        OneClickDone: "Nothing more is sent to you until you say so. You need do nothing else.")
    {
        ChooseHowLong = "Choose how long the pause should last.",
        DayMissing = "Enter the day on which messages may come again, or choose 'until I say'.",
        DayUnreadable = "We could not read that day. Write it like this: {0}.",
        DayTooEarly = "Choose a day after today: {0} or later.",
        DayTooLate = "Choose a day no later than {0}, 26 weeks ahead. For longer, choose 'until I say'.",
    };

    /// <summary>Welsh.</summary>
    public static PauseWords Welsh { get; } = new(
        Title: "Oedi'r negeseuon hyn",
        Intro: "Nid oes rhaid i chi ddweud pam.",
        WhatHappens:
        [
            "Ni anfonir dim atoch tra bydd yr oedi'n para.",
            "Caiff yr hyn sy'n digwydd yn ystod yr oedi ei ollwng. Nid oes dim i'w ddal i fyny ag ef.",
            "Wedyn mae'n ailddechrau'n araf, gyda'r peth nesaf yn yr amserlen a byth ddwy neges ar un diwrnod.",
        ],
        HowLong: "Am faint?",
        UntilDay: "tan d{0}",
        TwoWeeks: "Pythefnos",
        FourWeeks: "Pedair wythnos",
        ChosenDay: "Tan ddiwrnod o'm dewis i",
        UntilISay: "Nes i mi ddweud",
        DayLabel: "Y diwrnod cyntaf y gall negeseuon ddod eto",
        DayHint: "Dim ond ar gyfer 'diwrnod o'm dewis i'. Er enghraifft {0}. Dim mwy na 26 wythnos ymlaen.",
        PauseButton: "Oedi",
        PausedUntil: "Mae eich negeseuon wedi'u hoedi. {0} yw'r diwrnod cyntaf y gall un ddod eto.",
        PausedUntilISay: "Mae eich negeseuon wedi'u hoedi nes i chi ddweud.",
        GoOn: "Ailddechrau",
        GoOnNote: "Gall negeseuon ddod eto o yfory ymlaen. Caiff yr hyn a ddigwyddodd yn ystod yr oedi ei ollwng.",
        ChangeIt: "Neu newid am faint",
        Left: "Rydych wedi gadael y rhaglen. Ni anfonir dim atoch, felly nid oes dim i'w oedi.",
        DonePaused: "Rydych yn cael saib",
        DoneGoingOn: "Braf eich cael yn ôl",
        GoingOnText: "Gall negeseuon ddod eto o yfory ymlaen. Caiff yr hyn a ddigwyddodd yn ystod yr oedi ei ollwng: nid oes dim i'w ddal i fyny ag ef.",
        BackToPause: "Newid y saib hwn, neu ailddechrau",
        LeaveInstead: "Gadael y rhaglen",
        OneClickTitle: "Atal y negeseuon hyn am y tro?",
        OneClickText: "Mae hyn yn eu hoedi nes i chi ddweud. Rydych yn parhau'n aelod, a gallwch ailddechrau pryd bynnag y mynnwch.",
        OneClickButton: "Oedi nes i mi ddweud",
        OneClickDone: "Ni anfonir dim mwy atoch nes i chi ddweud. Nid oes rhaid i chi wneud dim arall.")
    {
        ChooseHowLong = "Dewiswch am faint y dylai'r oedi bara.",
        DayMissing = "Rhowch y diwrnod y gall negeseuon ddod eto, neu dewiswch 'nes i mi ddweud'.",
        DayUnreadable = "Ni allem ddarllen y diwrnod hwnnw. Ysgrifennwch ef fel hyn: {0}.",
        DayTooEarly = "Dewiswch ddiwrnod ar ôl heddiw: {0} neu'n hwyrach.",
        DayTooLate = "Dewiswch ddiwrnod heb fod yn hwyrach na {0}, 26 wythnos ymlaen. Am gyfnod hirach, dewiswch 'nes i mi ddweud'.",
    };
}
