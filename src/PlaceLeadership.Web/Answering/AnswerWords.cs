namespace PlaceLeadership.Web.Answering;

/// <summary>The words of the page behind an answer link.</summary>
public sealed record AnswerWords(
    string Minutes, string OpenUntil, string Frames, string FramesHint, string YourReply, string AsMuchAsYouLike, string NoNames,
    string ForYouAlone, string Counted, string CharactersMax, string NoAnswer, string ChooseAny, string Save, string Kept,
    string NotThisWeek, string AllAreFull, string WhatHappened, string YouAnswered, string YouKept, string YouSaidNotThisWeek,
    string YouMayChange, string TextIsKept, string ShowMine, string DeleteUnseen, string DeleteMine, string DeleteNote,
    string YourWords, string NoWords, string ReplacesWords, string Closed, string ClosedByLeaving, string ClosedByEnd,
    string NothingAsked, string StillYours, string BackToQuestion, string MayCloseThis)
{
    /// <summary>The headline after a saved answer, and what became of it.</summary>
    public required Thanks Answered { get; init; }

    /// <summary>The same after 'kept it to myself'.</summary>
    public required Thanks KeptPrivate { get; init; }

    /// <summary>The same after 'not this week'.</summary>
    public required Thanks LetBe { get; init; }

    /// <summary>The same after the words were deleted.</summary>
    public required Thanks Deleted { get; init; }

    /// <summary>The button of a question about a pair or a set.</summary>
    public required string Send { get; init; }

    /// <summary>Who reads words that are meant for the people somebody is brought together with.</summary>
    public required string ForThem { get; init; }

    /// <summary>Said when such words are kept.</summary>
    public required string TextForThemIsKept { get; init; }

    /// <summary>Said after an answer when such words are kept; takes the last day on which the link works.</summary>
    public required string WordsForThem { get; init; }

    /// <summary>The link to one's own actions.</summary>
    public required string LookBack { get; init; }

    /// <summary>The link to the page on which whoever leads moves the meeting.</summary>
    public required string MoveMeeting { get; init; }

    /// <summary>The problem that nothing is chosen about a pair or a set.</summary>
    public required string NothingChosen { get; init; }

    /// <summary>Said after an answer when what was ticked is counted.</summary>
    public required string TicksAreCounted { get; init; }

    /// <summary>Said over the form of a survey that was answered before: its ticks are not shown, and stay counted.</summary>
    public required string TicksStay { get; init; }

    /// <summary>Said after an answer when words are kept; takes the last day on which the link works.</summary>
    public required string WordsAreYours { get; init; }

    /// <summary>Said after 'kept' and 'not this week' when words from earlier are still there.</summary>
    public required string EarlierWordsStay { get; init; }

    /// <summary>The heading over what was sent after the question had closed.</summary>
    public required string CameTooLate { get; init; }

    /// <summary>The problem that nothing is filled in.</summary>
    public required string NothingFilledIn { get; init; }

    /// <summary>The problem that a text is too long; takes its length and the most there may be.</summary>
    public required string TooLong { get; init; }

    /// <summary>The problem that two texts came for one question.</summary>
    public required string OneAnswer { get; init; }

    /// <summary>The problem that a number is not on the scale; takes both ends.</summary>
    public required string ChooseNumber { get; init; }

    /// <summary>The problem that a choice was not offered.</summary>
    public required string ChooseOption { get; init; }

    /// <summary>The problem that no button was named.</summary>
    public required string ChooseButton { get; init; }

    /// <summary>When 'not this week' is pressed below words, which it does not keep.</summary>
    public required string WouldBeLost { get; init; }

    /// <summary>Below a message about a pair or a set that says how things were.</summary>
    public required string Overtaken { get; init; }

    /// <summary>English.</summary>
    public static AnswerWords English { get; } = new(
        Minutes: "About {0} minutes, whenever it suits you.",
        OpenUntil: "Open until {0}.",
        Frames: "Ways to think about it",
        FramesHint: "Pick any of them, or none.",
        YourReply: "Your reply",
        AsMuchAsYouLike: "Answer as much or as little as you like.",
        NoNames: "Please do not name residents, patients, victims or colleagues.",
        ForYouAlone: "For you alone: nobody else can read this.",
        Counted: "Counted together with everybody's, never with your name.",
        CharactersMax: "Up to {0} characters.",
        NoAnswer: "No answer",
        ChooseAny: "Choose any that fit.",
        Save: "Save my answer",
        Kept: "I reflected and kept it to myself",
        NotThisWeek: "Not this week",
        AllAreFull: "Each of these is a full reply. No reminder follows any of them.",
        WhatHappened: "Your reply so far",
        YouAnswered: "You answered on {0}.",
        YouKept: "On {0} you said that you reflected and kept it to yourself.",
        YouSaidNotThisWeek: "On {0} you said: not this week.",
        YouMayChange: "You can leave it at that, or reply again below.",
        TextIsKept: "What you wrote is kept for you alone. This page does not show it until you ask.",
        ShowMine: "Show what I wrote",
        DeleteUnseen: "Delete it without showing it",
        DeleteMine: "Delete what I wrote",
        DeleteNote: "It is gone at once and for good. That you replied still counts.",
        YourWords: "What you wrote",
        NoWords: "Nothing you wrote is kept here. You may have deleted it.",
        ReplacesWords: "This is what you wrote. Change what you like: saving puts the new words in place of the old.",
        Closed: "This question closed on {0}.",
        ClosedByLeaving: "You have left the programme, so there is nothing to answer here.",
        ClosedByEnd: "The programme has ended, so there is nothing to answer here.",
        NothingAsked: "This message asks for nothing.",
        StillYours: "What you wrote is still yours. With this link you can read it and delete it until {0}.",
        BackToQuestion: "Back to the question",
        MayCloseThis: "You can close this page now.")
    {
        Answered = new("Thank you. It is saved.", "Your reply is in, and no reminder follows."),
        KeptPrivate = new("Thank you. That is a full reply.", "The thinking is what counts. We noted that you replied, and nothing else."),
        LetBe = new("That is a good answer.", "Some weeks are like that. No reminder follows. The question stays open until {0}, in case a quiet moment comes."),
        Deleted = new("It is deleted.", "What you wrote is gone for good. That you replied still counts."),
        Send = "Send my answer",
        ForThem = "For the people you are brought together with.",
        TextForThemIsKept = "What you wrote for the people you are brought together with is kept. This page does not show it until you ask.",
        WordsForThem = "Until {0} you can come back with the same link to read, change or delete what you wrote. What has been passed on by then cannot be taken back.",
        LookBack = "Read what you wrote last time",
        MoveMeeting = "Move the meeting, or call it off",
        NothingChosen = "Nothing is chosen yet. Choose what fits, then send it.",
        TicksAreCounted = "What you ticked is counted together with everybody's, never with your name.",
        TicksStay = "What you ticked before is not shown here and stays counted. Tick again only what you would like to change.",
        WordsAreYours = "Your words are for you alone. Until {0} you can come back with the same link to read, change or delete them.",
        EarlierWordsStay = "What you wrote earlier is still kept for you alone, until you delete it.",
        CameTooLate = "What you sent came too late and was not stored. Here it is, so that you can keep it",
        NothingFilledIn = "Nothing is filled in yet. Answer any one question, or choose one of the other buttons.",
        TooLong = "This is {0:N0} characters long; the most we can keep is {1:N0}. Shorten it and send it again.",
        OneAnswer = "Give one answer here.",
        ChooseNumber = "Choose a number from {0} to {1}.",
        ChooseOption = "Choose from the options.",
        ChooseButton = "Nothing was stored, because no button was chosen. Choose one of the three below.",
        WouldBeLost = "You wrote something that this button would not keep. Save it, or clear the box first and press the button again.",
        Overtaken = "It can no longer be answered.",
    };

    /// <summary>Welsh.</summary>
    public static AnswerWords Welsh { get; } = new(
        Minutes: "Tua {0} munud, pryd bynnag sy'n gyfleus i chi.",
        OpenUntil: "Ar agor tan d{0}.",
        Frames: "Ffyrdd o feddwl amdano",
        FramesHint: "Dewiswch unrhyw un, neu ddim un.",
        YourReply: "Eich ymateb",
        AsMuchAsYouLike: "Atebwch gymaint neu gyn lleied ag y mynnwch.",
        NoNames: "Peidiwch ag enwi preswylwyr, cleifion, dioddefwyr na chydweithwyr, os gwelwch yn dda.",
        ForYouAlone: "I chi yn unig: ni all neb arall ddarllen hwn.",
        Counted: "Caiff ei gyfrif gydag atebion pawb, byth gyda'ch enw.",
        CharactersMax: "Hyd at {0} o nodau.",
        NoAnswer: "Dim ateb",
        ChooseAny: "Dewiswch bob un sy'n addas.",
        Save: "Cadw fy ateb",
        Kept: "Rwyf wedi myfyrio a'i gadw i mi fy hun",
        NotThisWeek: "Nid yr wythnos hon",
        AllAreFull: "Mae pob un o'r rhain yn ymateb llawn. Ni ddaw nodyn atgoffa ar ôl yr un ohonynt.",
        WhatHappened: "Eich ymateb hyd yma",
        YouAnswered: "Fe wnaethoch ateb ar d{0}.",
        YouKept: "Ar d{0} fe ddywedoch eich bod wedi myfyrio a'i gadw i chi'ch hun.",
        YouSaidNotThisWeek: "Ar d{0} fe ddywedoch: nid yr wythnos hon.",
        YouMayChange: "Gallwch ei adael felly, neu ymateb eto isod.",
        TextIsKept: "Mae'r hyn a ysgrifennoch wedi'i gadw i chi yn unig. Nid yw'r dudalen hon yn ei ddangos nes i chi ofyn.",
        ShowMine: "Dangos yr hyn a ysgrifennais",
        DeleteUnseen: "Ei ddileu heb ei ddangos",
        DeleteMine: "Dileu'r hyn a ysgrifennais",
        DeleteNote: "Bydd wedi mynd ar unwaith ac am byth. Mae'r ffaith i chi ymateb yn dal i gyfrif.",
        YourWords: "Yr hyn a ysgrifennoch",
        NoWords: "Nid oes dim a ysgrifennoch wedi'i gadw yma. Efallai eich bod wedi'i ddileu.",
        ReplacesWords: "Dyma'r hyn a ysgrifennoch. Newidiwch fel y mynnwch: wrth gadw, daw'r geiriau newydd yn lle'r hen rai.",
        Closed: "Caeodd y cwestiwn hwn ar d{0}.",
        ClosedByLeaving: "Rydych wedi gadael y rhaglen, felly nid oes dim i'w ateb yma.",
        ClosedByEnd: "Mae'r rhaglen wedi dod i ben, felly nid oes dim i'w ateb yma.",
        NothingAsked: "Nid yw'r neges hon yn gofyn am ddim.",
        StillYours: "Chi biau'r hyn a ysgrifennoch o hyd. Gyda'r ddolen hon gallwch ei ddarllen a'i ddileu tan d{0}.",
        BackToQuestion: "Yn ôl at y cwestiwn",
        MayCloseThis: "Gallwch gau'r dudalen hon nawr.")
    {
        Answered = new("Diolch. Mae wedi'i gadw.", "Mae eich ymateb wedi cyrraedd, ac ni ddaw nodyn atgoffa."),
        KeptPrivate = new("Diolch. Mae hynny'n ymateb llawn.", "Y meddwl sy'n cyfrif. Rydym wedi nodi eich bod wedi ymateb, a dim arall."),
        LetBe = new("Mae hwnnw'n ateb da.", "Mae ambell wythnos felly. Ni ddaw nodyn atgoffa. Mae'r cwestiwn yn aros ar agor tan d{0}, rhag ofn y daw munud tawel."),
        Deleted = new("Mae wedi'i ddileu.", "Mae'r hyn a ysgrifennoch wedi mynd am byth. Mae'r ffaith i chi ymateb yn dal i gyfrif."),
        Send = "Anfon fy ateb",
        ForThem = "I'r bobl y dewch ynghyd â nhw.",
        TextForThemIsKept = "Mae'r hyn a ysgrifennoch i'r bobl y dewch ynghyd â nhw wedi'i gadw. Nid yw'r dudalen hon yn ei ddangos nes i chi ofyn.",
        WordsForThem = "Tan d{0} gallwch ddod yn ôl gyda'r un ddolen i ddarllen, newid neu ddileu'r hyn a ysgrifennoch. Ni ellir tynnu'n ôl yr hyn sydd eisoes wedi'i drosglwyddo.",
        LookBack = "Darllen yr hyn a ysgrifennoch y tro diwethaf",
        MoveMeeting = "Symud y cyfarfod, neu ei ganslo",
        NothingChosen = "Nid oes dim wedi'i ddewis eto. Dewiswch beth sy'n addas, yna anfonwch ef.",
        TicksAreCounted = "Caiff yr hyn a diciwyd gennych ei gyfrif gydag atebion pawb, byth gyda'ch enw.",
        TicksStay = "Nid yw'r hyn a diciwyd gennych o'r blaen yn cael ei ddangos yma, ac mae'n dal i gyfrif. Ticiwch eto dim ond yr hyn yr hoffech ei newid.",
        WordsAreYours = "I chi yn unig y mae eich geiriau. Tan d{0} gallwch ddod yn ôl gyda'r un ddolen i'w darllen, eu newid neu eu dileu.",
        EarlierWordsStay = "Mae'r hyn a ysgrifennoch yn gynharach yn dal wedi'i gadw i chi yn unig, nes i chi ei ddileu.",
        CameTooLate = "Daeth yr hyn a anfonoch yn rhy hwyr ac ni chafodd ei gadw. Dyma ef, fel y gallwch ei gadw eich hun",
        NothingFilledIn = "Nid oes dim wedi'i lenwi eto. Atebwch unrhyw un cwestiwn, neu dewiswch un o'r botymau eraill.",
        TooLong = "Mae hwn yn {0:N0} o nodau; y mwyaf y gallwn ei gadw yw {1:N0}. Byrhewch ef a'i anfon eto.",
        OneAnswer = "Rhowch un ateb yma.",
        ChooseNumber = "Dewiswch rif o {0} i {1}.",
        ChooseOption = "Dewiswch o'r opsiynau.",
        ChooseButton = "Ni chadwyd dim, am na ddewiswyd botwm. Dewiswch un o'r tri isod.",
        WouldBeLost = "Fe ysgrifennoch rywbeth na fyddai'r botwm hwn yn ei gadw. Cadwch ef, neu gwagiwch y blwch yn gyntaf a phwyswch y botwm eto.",
        Overtaken = "Ni ellir ei ateb mwyach.",
    };
}

/// <summary>What a page says after an act.</summary>
/// <param name="Headline">A few words.</param>
/// <param name="Text">A sentence or two.</param>
public sealed record Thanks(string Headline, string Text);
