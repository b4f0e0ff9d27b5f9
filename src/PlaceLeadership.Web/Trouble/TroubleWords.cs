namespace PlaceLeadership.Web.Trouble;

/// <summary>What a page says when something did not work: what happened, and what to do.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Text">Sentences, each a paragraph.</param>
public sealed record Sorry(string Title, params IReadOnlyList<string> Text);

/// <summary>The words of every page that says that something did not work.</summary>
public sealed record TroubleWords(
    Sorry Expired, Sorry Invalid, Sorry NotFound, Sorry NotAllowed, Sorry TooLarge, Sorry BadForm,
    Sorry Unreachable, Sorry Failed, string YourText, string YourTextNumbered, string TryAgain)
{
    /// <summary>English.</summary>
    public static TroubleWords English { get; } = new(
        Expired: new(
            "This link has run out",
            "Links work for some months and then stop, so that an old message cannot be misused. They also stop when what they belong to is deleted.",
            "Open the newest message you have from us and use the link there. Or write to the person who signed your messages: they can help."),
        Invalid: new(
            "We do not know this link",
            "It may have been cut short on its way, or belong to another page.",
            "Open the newest message you have from us and use the link there, or copy the whole address. Or write to the person who signed your messages: they can help."),
        NotFound: new(
            "There is no page here",
            "If you typed the address, look at it once more. If you came from a message, open the newest one you have from us."),
        NotAllowed: new(
            "That does not work here",
            "This page cannot do what was asked of it. Nothing was changed. Open the link in your newest message once more."),
        TooLarge: new(
            "That is more than we can take",
            "What you sent is larger than 256 kB, the most this page can take. Nothing was stored.",
            "Go back in your browser: what you typed should still be there. Shorten it and send it again."),
        BadForm: new(
            "We could not read that",
            "What was sent is not a form this page knows. Nothing was stored.",
            "Open the link in your message once more and try again."),
        Unreachable: new(
            "We cannot store anything just now",
            "It is not you: the place where answers are kept cannot be reached. Please take it that nothing was stored.",
            "Please keep your text and try again in a few minutes."),
        Failed: new(
            "Something went wrong on our side",
            "It is not you. Please take it that nothing was stored.",
            "Please keep your text and try again later. If it happens again, write to the person who signed your messages."),
        YourText: "What you wrote, so that nothing is lost",
        YourTextNumbered: "What you wrote, so that nothing is lost ({0} of {1})",
        TryAgain: "Try again");

    /// <summary>Welsh.</summary>
    public static TroubleWords Welsh { get; } = new(
        Expired: new(
            "Mae'r ddolen hon wedi dod i ben",
            "Mae dolenni'n gweithio am rai misoedd ac yna'n peidio, fel na ellir camddefnyddio hen neges. Maent hefyd yn peidio pan gaiff yr hyn y maent yn perthyn iddo ei ddileu.",
            "Agorwch y neges ddiweddaraf sydd gennych gennym a defnyddiwch y ddolen yno. Neu ysgrifennwch at y person a lofnododd eich negeseuon: gallant helpu."),
        Invalid: new(
            "Nid ydym yn adnabod y ddolen hon",
            "Efallai iddi gael ei thorri'n fyr ar ei ffordd, neu ei bod yn perthyn i dudalen arall.",
            "Agorwch y neges ddiweddaraf sydd gennych gennym a defnyddiwch y ddolen yno, neu copïwch y cyfeiriad cyfan. Neu ysgrifennwch at y person a lofnododd eich negeseuon: gallant helpu."),
        NotFound: new(
            "Nid oes tudalen yma",
            "Os teipioch y cyfeiriad, edrychwch arno eto. Os daethoch o neges, agorwch yr un ddiweddaraf sydd gennych gennym."),
        NotAllowed: new(
            "Nid yw hynny'n gweithio yma",
            "Ni all y dudalen hon wneud yr hyn a ofynnwyd. Ni newidiwyd dim. Agorwch y ddolen yn eich neges ddiweddaraf eto."),
        TooLarge: new(
            "Mae hynny'n fwy nag y gallwn ei dderbyn",
            "Mae'r hyn a anfonoch yn fwy na 256 kB, y mwyaf y gall y dudalen hon ei dderbyn. Ni chadwyd dim.",
            "Ewch yn ôl yn eich porwr: dylai'r hyn a deipioch fod yno o hyd. Byrhewch ef a'i anfon eto."),
        BadForm: new(
            "Ni allem ddarllen hynny",
            "Nid yw'r hyn a anfonwyd yn ffurflen y mae'r dudalen hon yn ei hadnabod. Ni chadwyd dim.",
            "Agorwch y ddolen yn eich neges eto a rhowch gynnig arall arni."),
        Unreachable: new(
            "Ni allwn gadw dim ar hyn o bryd",
            "Nid chi sydd ar fai: ni ellir cyrraedd y man lle cedwir atebion. Cymerwch na chadwyd dim, os gwelwch yn dda.",
            "Cadwch eich testun a rhowch gynnig arall arni ymhen ychydig funudau."),
        Failed: new(
            "Aeth rhywbeth o'i le ar ein hochr ni",
            "Nid chi sydd ar fai. Cymerwch na chadwyd dim, os gwelwch yn dda.",
            "Cadwch eich testun a rhowch gynnig arall arni yn nes ymlaen. Os bydd yn digwydd eto, ysgrifennwch at y person a lofnododd eich negeseuon."),
        YourText: "Yr hyn a ysgrifennoch, fel na chollir dim",
        YourTextNumbered: "Yr hyn a ysgrifennoch, fel na chollir dim ({0} o {1})",
        TryAgain: "Rhoi cynnig arall arni");
}
