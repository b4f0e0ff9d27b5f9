using PlaceLeadership.Core.Programmes;
using static PlaceLeadership.Core.Programmes.TwoLanguages;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>
/// The words of the messages around a coaching round. <c>{people}</c> stands for the partner or partners, <c>{why}</c> for the
/// sentence why these, <c>{suggestion}</c> for the sentence about the calendar file, if one goes with it.
/// </summary>
internal static class CoachingTexts
{
    public static LocalText ProposalTitle { get; } = Text(
        "Your coaching partner: a suggestion", "Eich partner hyfforddi: awgrym");

    public static LocalText Proposal { get; } = Text(
        """
        For the coming weeks of coaching we would like to bring you together with:

        {people}

        {why}

        If that is fine, you need do nothing: we write again and tell you how to reach each other. If you would rather
        meet somebody else, say so below. Nobody asks why, nobody is told who said it, and you lose nothing by it.

        Whoever is named here gets a message like this one about you. If you go on, whoever you are brought together with in this
        round also gets your e-mail address, what one of you offers and the other wants to grow in if that is why you meet, and the
        line below if you write one. Nothing else.
        """,
        """
        Ar gyfer yr wythnosau nesaf o hyfforddi, hoffem ddod â chi ynghyd â:

        {people}

        {why}

        Os yw hynny'n iawn, nid oes angen i chi wneud dim: byddwn yn ysgrifennu eto i ddweud sut i gysylltu â'ch
        gilydd. Os byddai'n well gennych gwrdd â rhywun arall, dywedwch hynny isod. Nid oes neb yn gofyn pam, ni ddywedir wrth
        neb pwy a'i dywedodd, ac nid ydych yn colli dim.

        Mae pwy bynnag a enwir yma yn cael neges fel hon amdanoch chi. Os ewch ymlaen, bydd pwy bynnag y dewch ynghyd â nhw yn y
        rownd hon hefyd yn cael eich cyfeiriad e-bost, yr hyn y mae un ohonoch yn ei gynnig a'r llall am ei ddatblygu os dyna pam
        yr ydych yn cwrdd, a'r llinell isod os ysgrifennwch un. Dim byd arall.
        """);

    public static LocalText ProposalQuestion { get; } = Text("Shall we go ahead?", "A awn ni ymlaen?");

    public static LocalText FineOption { get; } = Text("Yes, that is fine", "Iawn, mae hynny'n iawn");

    public static LocalText OtherOption { get; } = Text("Somebody else, please", "Rhywun arall, os gwelwch yn dda");

    public static LocalText WordsQuestion { get; } = Text(
        "A line or two about you that your partner may read, if you like",
        "Llinell neu ddwy amdanoch y caiff eich partner eu darllen, os mynnwch");

    public static LocalText Introduction { get; } = Text(
        """
        In this round you meet:

        {people}

        {why}

        The first step can be short: find a time to meet.

        {suggestion}
        """,
        """
        Yn y rownd hon byddwch yn cwrdd â:

        {people}

        {why}

        Gall y cam cyntaf fod yn fyr: dewch o hyd i amser i gwrdd.

        {suggestion}
        """);

    public static LocalText Suggestion { get; } = Text(
        "The attached calendar file suggests a time. Nobody has agreed to it yet, so move it as you like.",
        "Mae'r ffeil galendr atodedig yn awgrymu amser. Nid oes neb wedi cytuno arno eto, felly symudwch ef fel y mynnwch.");

    public static LocalText Contract { get; } = Text(
        """
        **A small agreement, to fill in together**

        - What we say stays between us, unless: ...
        - We talk every ... weeks, for ... minutes, by: ...
        - In the middle of it we check whether it helps, on: ...
        - We finish on ..., and say goodbye properly.
        """,
        """
        **Cytundeb bach, i'w lenwi gyda'ch gilydd**

        - Mae'r hyn a ddywedwn yn aros rhyngom, oni bai: ...
        - Byddwn yn siarad bob ... wythnos, am ... munud, drwy: ...
        - Yn y canol byddwn yn gweld a yw'n helpu, ar: ...
        - Byddwn yn gorffen ar ..., ac yn ffarwelio'n iawn.
        """);

    public static LocalText CalendarTitle { get; } = Text("Peer coaching (suggested time)", "Hyfforddi cymheiriaid (amser a awgrymir)");

    public static LocalText AgainTitle { get; } = Text("Your new coaching partner", "Eich partner hyfforddi newydd");

    public static LocalText Again { get; } = Text(
        """
        Something has changed, and it is nobody's fault. For the rest of this round you meet:

        {people}

        {why}

        {suggestion}
        """,
        """
        Mae rhywbeth wedi newid, ac nid oes bai ar neb. Am weddill y rownd hon byddwch yn cwrdd â:

        {people}

        {why}

        {suggestion}
        """);

    public static LocalText MetTitle { get; } = Text("Have you met?", "Ydych chi wedi cwrdd?");

    public static LocalText Met { get; } = Text(
        """
        For this round of coaching we brought you together with:

        {people}

        Have you managed to talk? Either answer is fine, and a first conversation of twenty minutes counts.
        """,
        """
        Ar gyfer y rownd hon o hyfforddi fe ddaethom â chi ynghyd â:

        {people}

        A lwyddoch i siarad? Mae'r naill ateb a'r llall yn iawn, ac mae sgwrs gyntaf o ugain munud yn cyfrif.
        """);

    public static LocalText MetQuestion { get; } = Text("Have you met?", "Ydych chi wedi cwrdd?");

    public static LocalText HaveMetOption { get; } = Text("Yes", "Ydym");

    public static LocalText NotYetOption { get; } = Text("Not yet", "Ddim eto");

    public static LocalText FitTitle { get; } = Text("Does the match work for you?", "Ydy'r paru yn gweithio i chi?");

    public static LocalText Fit { get; } = Text(
        """
        Your coaching in this round is with:

        {people}

        Does it help? If it does not, we look for somebody else, and it is nobody's fault.
        """,
        """
        Yn y rownd hon mae eich hyfforddi gyda:

        {people}

        Ydy hyn yn helpu? Os nad yw, byddwn yn chwilio am rywun arall i chi, ac nid oes bai ar neb.
        """);

    public static LocalText FitQuestion { get; } = Text("What would you like?", "Beth hoffech chi?");

    public static LocalText GoOnOption { get; } = Text("We carry on", "Awn ymlaen");

    public static LocalText StopOption { get; } = Text(
        "No coaching for me in this round", "Dim hyfforddi i mi yn y rownd hon");

    public static LocalText EndTitle { get; } = Text("Finishing well with your coaching partner", "Gorffen yn dda gyda'ch partner hyfforddi");

    public static LocalText End { get; } = Text(
        """
        This round of coaching ends here, as planned:

        {people}

        Thank you for lending each other your ears. A short goodbye is worth the time: one thing each of you takes away, and a
        thank-you. You may of course stay in touch. This is only the end of what we arranged.
        """,
        """
        Mae'r rownd hon o hyfforddi yn dod i ben yma, fel y bwriadwyd:

        {people}

        Diolch am roi benthyg clust i'ch gilydd. Mae ffarwel fer yn werth yr amser: un peth y mae pob un ohonoch yn ei gymryd
        gyda chi, a diolch. Cewch gadw mewn cysylltiad, wrth gwrs. Dim ond diwedd yr hyn a drefnwyd gennym ni yw hwn.
        """);

    public static LocalText WhoSeesWords { get; } = Text(
        "What you choose is passed on to nobody. The line about you goes to the people you are brought together with.",
        "Nid yw'r hyn a ddewiswch yn cael ei drosglwyddo i neb. Mae'r llinell amdanoch yn mynd at y bobl y dewch ynghyd â nhw.");

    public static LocalText WhoSees { get; } = Text(
        "What you choose is passed on to nobody, neither your partner nor your employer.",
        "Nid yw'r hyn a ddewiswch yn cael ei drosglwyddo i neb, nac i'ch partner nac i'ch cyflogwr.");
}
