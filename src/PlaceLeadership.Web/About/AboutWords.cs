namespace PlaceLeadership.Web.About;

/// <summary>A part of a page that explains something.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Sentences, each a paragraph.</param>
public sealed record Passage(string Heading, params IReadOnlyList<string> Text);

/// <summary>A page that explains something.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Passages">Its parts.</param>
public sealed record Explanation(string Title, params IReadOnlyList<Passage> Passages);

/// <summary>The words of the pages about the product itself.</summary>
/// <param name="HomeTitle">The page at the bare address.</param>
/// <param name="Home">What it says to somebody who typed the address.</param>
/// <param name="Privacy">What is stored, and who sees it.</param>
/// <param name="PrivacyLink">The link to it.</param>
/// <param name="Accessibility">The accessibility statement.</param>
/// <param name="AccessibilityLink">The link to it.</param>
public sealed record AboutWords(
    string HomeTitle, IReadOnlyList<string> Home, Explanation Privacy, string PrivacyLink, Explanation Accessibility,
    string AccessibilityLink)
{
    /// <summary>English.</summary>
    public static AboutWords English { get; } = new(
        HomeTitle: "Leading together in a place",
        Home:
        [
            "People who lead in a council, the NHS, the police and the community of one place learn together here.",
            "There is nothing to log in to. Everything you need is behind the links in the messages you get: open the newest one. If you have lost it, write to the person who signs your messages.",
        ],
        Privacy: new(
            "What is stored, and who sees it",
            new("What you write", "What you write in your own words is kept encrypted, and this service shows it only to whoever opens your link: please do not forward it. Only what you write for a pair or a set, where the page says so, goes to its people. No manager, facilitator, evaluator or employer can see it in this service. You can delete it at once, for as long as your link works."),
            new("What you tick", "In the short surveys, what you tick is counted together with everybody's. It is stored under a random code in place of your name. Whoever evaluates the programme gets each answer, with its day, under another random code: without your name, address or organisation. Everywhere else, what you tick is as private as what you write; the one exception is what the next part says of pairs and sets."),
            new("Whom you are brought together with", "When a pair or a set is proposed, its people see each other's name and organisation; a pair also sees from which sectors they come and on which days both work. Once it stands, they also see each other's address, and the words each wrote for that; a pair also sees what one offers and the other wants to grow in, if that is why they meet. Whoever facilitates your set sees the same names and addresses, what you need to take part, that you answered about a date and not what, whether you were there, how often you presented and led, and whether you have an action to look back on, but never what it is. The programme team sees who is with whom and why. Whoever evaluates gets under the random code that you have met or not yet, were at a meeting or not, presented, led, and noted or looked back on an action. That you asked for somebody else is shown to nobody: they see how many did. Where a date can be answered by mail, that mail also goes to the person who signs your messages; here only your answer is kept."),
            new("That you replied", "We store that you replied and on which day: answered, kept it to yourself, or not this week. All three count the same. Whoever evaluates gets it under the random code, as well as which messages were sent to you and on which day you joined, paused, went on or left. We do not score anybody."),
            new("Who you are", "The programme team keeps what the list of participants says of you: your name, address, organisation, sector, role, working days and hours, chosen hour and language, to send you messages; and, where it was given, your level, your line manager, what you offer, what you want to grow in and what you need to take part, to bring together people who suit each other and do not manage each other. They can see whether you are on pause or have left, and keep whom you are not to be brought together with. Nobody asks why. They also see who changed what and when: that you or they paused, moved or ended something, and which messages went out, but not whether you replied."),
            new("What we never do", "No cookies on the pages behind your links (the programme team has one while it is signed in), no tracking pictures, no counting of opens or clicks, no minutes, no scripts on these pages. A message is never sent to two people at once."),
            new("Your rights", "You have the right to ask what is kept about you, and to have it put right or deleted. Ask the person who signs your messages, who also knows on which lawful basis your organisation takes part. What you wrote you can delete yourself. Names, addresses and everything else are deleted when the programme team deletes the cohort; this service has no way yet to delete one person alone.")),
        PrivacyLink: "What is stored, and who sees it",
        Accessibility: new(
            "Accessibility of these pages",
            new("What we aim for", "These pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA. They work on a small phone, at 400 % zoom, with a keyboard alone, with a screen reader, without scripts, and in light and dark."),
            new("How we know", "Every page is checked automatically in a browser whenever the software changes. That finds many barriers, but not all. No audit by people with disabilities has been made yet."),
            new("What may fall short", "The texts of a programme are written by its team. The Welsh words of these pages have not yet been checked by a professional translator. The field for a day looks different in different browsers: you can also type the day."),
            new("If something stands in your way", "Write to the person who signs your messages. You can always take part by telephone or on paper: ask them how.")),
        AccessibilityLink: "Accessibility");

    /// <summary>Welsh.</summary>
    public static AboutWords Welsh { get; } = new(
        HomeTitle: "Arwain gyda'n gilydd mewn lle",
        Home:
        [
            "Mae pobl sy'n arwain mewn cyngor, y GIG, yr heddlu a chymuned un lle yn dysgu gyda'i gilydd yma.",
            "Nid oes dim i fewngofnodi iddo. Mae popeth sydd ei angen arnoch y tu ôl i'r dolenni yn y negeseuon a gewch: agorwch yr un ddiweddaraf. Os ydych wedi'i cholli, ysgrifennwch at y person sy'n llofnodi eich negeseuon.",
        ],
        Privacy: new(
            "Beth sy'n cael ei gadw, a phwy sy'n ei weld",
            new("Yr hyn a ysgrifennwch", "Cedwir yr hyn a ysgrifennwch yn eich geiriau eich hun wedi'i amgryptio, a dim ond i bwy bynnag sy'n agor eich dolen y mae'r gwasanaeth hwn yn ei ddangos: peidiwch â'i hanfon ymlaen, os gwelwch yn dda. Dim ond yr hyn a ysgrifennwch ar gyfer pâr neu set, lle mae'r dudalen yn dweud hynny, sy'n mynd at ei phobl. Ni all unrhyw reolwr, hwylusydd, gwerthuswr na chyflogwr ei weld yn y gwasanaeth hwn. Gallwch ei ddileu ar unwaith, cyhyd â bod eich dolen yn gweithio."),
            new("Yr hyn a diciwch", "Yn yr arolygon byr, caiff yr hyn a diciwch ei gyfrif gydag atebion pawb. Fe'i cedwir o dan god ar hap yn lle eich enw. Mae pwy bynnag sy'n gwerthuso'r rhaglen yn cael pob ateb, gyda'i ddiwrnod, o dan god ar hap arall: heb eich enw, cyfeiriad na sefydliad. Ym mhobman arall, mae'r hyn a diciwch mor breifat â'r hyn a ysgrifennwch; yr unig eithriad yw'r hyn y mae'r rhan nesaf yn ei ddweud am barau a setiau."),
            new("Gyda phwy y cewch eich dwyn ynghyd", "Pan gynigir pâr neu set, mae ei bobl yn gweld enw a sefydliad ei gilydd; mae pâr hefyd yn gweld o ba sectorau y dônt ac ar ba ddyddiau y mae'r ddau'n gweithio. Unwaith y bydd yn sefyll, maent hefyd yn gweld cyfeiriad ei gilydd, a'r geiriau a ysgrifennodd pob un ar gyfer hynny; mae pâr hefyd yn gweld yr hyn y mae un yn ei gynnig a'r llall am ei ddatblygu, os dyna pam y maent yn cwrdd. Mae pwy bynnag sy'n hwyluso eich set yn gweld yr un enwau a chyfeiriadau, yr hyn sydd ei angen arnoch i gymryd rhan, eich bod wedi ateb ynghylch dyddiad ond nid beth, a oeddech yno, pa mor aml y buoch yn cyflwyno ac yn arwain, ac a oes gennych weithred i edrych yn ôl arni, ond byth beth ydyw. Mae tîm y rhaglen yn gweld pwy sydd gyda phwy a pham. Mae pwy bynnag sy'n gwerthuso yn cael o dan y cod ar hap a ydych wedi cwrdd neu ddim eto, a oeddech mewn cyfarfod, a fuoch yn cyflwyno neu'n arwain, ac a wnaethoch nodi gweithred neu edrych yn ôl arni. Ni ddangosir i neb eich bod wedi gofyn am rywun arall: maent yn gweld faint a wnaeth. Lle gellir ateb ynghylch dyddiad drwy e-bost, mae'r neges honno hefyd yn mynd at y person sy'n llofnodi eich negeseuon; yma dim ond eich ateb a gedwir."),
            new("Eich bod wedi ymateb", "Rydym yn cadw'r ffaith i chi ymateb ac ar ba ddiwrnod: wedi ateb, wedi'i gadw i chi'ch hun, neu nid yr wythnos hon. Mae'r tri yn cyfrif yr un fath. Mae pwy bynnag sy'n gwerthuso yn ei gael o dan y cod ar hap, yn ogystal â pha negeseuon a anfonwyd atoch ac ar ba ddiwrnod y gwnaethoch ymuno, cael saib, mynd ymlaen neu adael. Nid ydym yn rhoi sgôr i neb."),
            new("Pwy ydych chi", "Mae tîm y rhaglen yn cadw'r hyn y mae rhestr y cyfranogwyr yn ei ddweud amdanoch: eich enw, cyfeiriad, sefydliad, sector, rôl, dyddiau ac oriau gwaith, awr ddewisol ac iaith, i anfon negeseuon atoch; a, lle y'i rhoddwyd, eich lefel, eich rheolwr llinell, yr hyn yr ydych yn ei gynnig, yr hyn yr ydych am ei ddatblygu a'r hyn sydd ei angen arnoch i gymryd rhan, i ddod â phobl ynghyd sy'n gweddu i'w gilydd ac nad ydynt yn rheoli ei gilydd. Gallant weld a ydych yn cael saib neu wedi gadael, a chadw gyda phwy na ddylid dod â chi ynghyd. Nid oes neb yn gofyn pam. Gallant hefyd weld pwy a newidiodd beth a phryd: eich bod chi neu hwythau wedi rhoi saib, symud neu ddod â rhywbeth i ben, a pha negeseuon a aeth allan, ond nid a wnaethoch ymateb."),
            new("Yr hyn nad ydym byth yn ei wneud", "Dim cwcis ar y tudalennau y tu ôl i'ch dolenni (mae gan dîm y rhaglen un tra bydd wedi mewngofnodi), dim lluniau tracio, dim cyfrif agoriadau na chliciau, dim munudau, dim sgriptiau ar y tudalennau hyn. Ni anfonir neges byth at ddau berson ar unwaith."),
            new("Eich hawliau", "Mae gennych hawl i ofyn beth sy'n cael ei gadw amdanoch, ac i'w gywiro neu ei ddileu. Gofynnwch i'r person sy'n llofnodi eich negeseuon, sydd hefyd yn gwybod ar ba sail gyfreithlon y mae eich sefydliad yn cymryd rhan. Gallwch ddileu'r hyn a ysgrifennoch eich hun. Caiff enwau, cyfeiriadau a phopeth arall eu dileu pan fydd tîm y rhaglen yn dileu'r garfan; nid oes gan y gwasanaeth hwn ffordd eto o ddileu un person yn unig.")),
        PrivacyLink: "Beth sy'n cael ei gadw, a phwy sy'n ei weld",
        Accessibility: new(
            "Hygyrchedd y tudalennau hyn",
            new("Ein nod", "Gwneir y tudalennau hyn i fodloni Canllawiau Hygyrchedd Cynnwys y We 2.2 ar lefel AA. Maent yn gweithio ar ffôn bach, ar chwyddiad o 400 %, gyda bysellfwrdd yn unig, gyda darllenydd sgrin, heb sgriptiau, ac mewn golau a thywyllwch."),
            new("Sut rydym yn gwybod", "Caiff pob tudalen ei gwirio'n awtomatig mewn porwr pryd bynnag y mae'r feddalwedd yn newid. Mae hynny'n canfod llawer o rwystrau, ond nid pob un. Ni wnaed archwiliad gan bobl anabl eto."),
            new("Yr hyn a all fod yn brin", "Tîm y rhaglen sy'n ysgrifennu ei thestunau. Nid yw geiriau Cymraeg y tudalennau hyn wedi'u gwirio gan gyfieithydd proffesiynol eto. Mae'r maes ar gyfer diwrnod yn edrych yn wahanol mewn porwyr gwahanol: gallwch hefyd deipio'r diwrnod."),
            new("Os oes rhywbeth yn eich rhwystro", "Ysgrifennwch at y person sy'n llofnodi eich negeseuon. Gallwch gymryd rhan dros y ffôn neu ar bapur bob amser: gofynnwch iddynt sut.")),
        AccessibilityLink: "Hygyrchedd");
}
