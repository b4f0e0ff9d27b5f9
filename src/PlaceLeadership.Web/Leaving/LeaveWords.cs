namespace PlaceLeadership.Web.Leaving;

/// <summary>The words of the page behind a leave link.</summary>
public sealed record LeaveWords(
    string Title, string Intro, IReadOnlyList<string> WhatHappens, string PauseInstead, string PauseLink, string LeaveButton,
    string GoodbyeTitle, IReadOnlyList<string> Goodbye)
{
    /// <summary>English.</summary>
    public static LeaveWords English { get; } = new(
        Title: "Leave the programme",
        Intro: "You can leave {0} at any time. You need not say why, and nobody will ask.",
        WhatHappens:
        [
            "Nothing more is sent to you.",
            "If you are in a learning set, its members are told that you are no longer in it. Nobody is told why.",
            "What you wrote stays yours alone. The links in earlier messages still show it to you and let you delete it, until they expire.",
            "Coming back needs a word with the person named below.",
        ],
        PauseInstead: "If it is only too much for now, you can also",
        PauseLink: "take a pause",
        LeaveButton: "Leave the programme",
        GoodbyeTitle: "Goodbye, and thank you",
        Goodbye:
        [
            "You have left the programme, and nothing more is sent to you. Thank you for the time and thought you gave.",
            "What you wrote stays yours alone. To read it or delete it, open the link in the message it belongs to and choose 'Show what I wrote'.",
            "Should you wish to come back one day, or want everything about you deleted, say so to the person named below.",
        ]);

    /// <summary>Welsh.</summary>
    public static LeaveWords Welsh { get; } = new(
        Title: "Gadael y rhaglen",
        Intro: "Gallwch adael {0} unrhyw bryd. Nid oes rhaid i chi ddweud pam, ac ni fydd neb yn gofyn.",
        WhatHappens:
        [
            "Ni anfonir dim mwy atoch.",
            "Os ydych mewn set dysgu, dywedir wrth ei haelodau nad ydych ynddi bellach. Ni ddywedir wrth neb pam.",
            "Chi yn unig biau'r hyn a ysgrifennoch. Mae'r dolenni mewn negeseuon cynharach yn dal i'w ddangos i chi ac yn gadael i chi ei ddileu, nes iddynt ddod i ben.",
            "I ddod yn ôl, siaradwch â'r person a enwir isod.",
        ],
        PauseInstead: "Os yw'n ormod am y tro yn unig, gallwch hefyd",
        PauseLink: "gymryd saib",
        LeaveButton: "Gadael y rhaglen",
        GoodbyeTitle: "Hwyl fawr, a diolch",
        Goodbye:
        [
            "Rydych wedi gadael y rhaglen, ac ni anfonir dim mwy atoch. Diolch am yr amser a'r meddwl a roesoch.",
            "Chi yn unig biau'r hyn a ysgrifennoch. I'w ddarllen neu ei ddileu, agorwch y ddolen yn y neges y mae'n perthyn iddi a dewiswch 'Dangos yr hyn a ysgrifennais'.",
            "Os hoffech ddod yn ôl ryw ddydd, neu os hoffech i bopeth amdanoch gael ei ddileu, dywedwch wrth y person a enwir isod.",
        ]);
}
