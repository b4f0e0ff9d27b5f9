using PlaceLeadership.Core.Programmes;
using static PlaceLeadership.Core.Programmes.TwoLanguages;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// The words of the messages around set meetings. <c>{people}</c> stands for the other members, <c>{when}</c> for the date, <c>{from}</c> for the one before it,
/// <c>{dates}</c> for the dates to choose from, <c>{turns}</c> for who presents and who leads, <c>{facilitator}</c> for who
/// facilitates, <c>{minutes}</c> for how long the meeting is.
/// In Welsh <c>ar d{when}</c> is <c>ar ddydd Llun</c>.
/// </summary>
internal static class MeetingTexts
{
    public static LocalText ProposalTitle { get; } = Text("Your learning set: a suggestion", "Eich set dysgu: awgrym");

    public static LocalText Proposal { get; } = Text(
        """
        A learning set is a small group that meets every few weeks, where each person in turn gets time and good questions. We
        would like to bring you together with:

        {people}

        If that is fine, you need do nothing. If you would rather be in another set, say so below. Nobody asks why, nobody is
        told who said it, and you do not lose your place.

        The others see your name and your organisation, as you see theirs. If you go on, they also get your e-mail address, and
        the line below if you write one. Nothing else.
        """,
        """
        Grŵp bach sy'n cwrdd bob ychydig wythnosau yw set dysgu, lle mae pob un yn ei dro yn cael amser a chwestiynau da. Hoffem
        ddod â chi ynghyd â:

        {people}

        Os yw hynny'n iawn, nid oes angen i chi wneud dim. Os byddai'n well gennych fod mewn set arall, dywedwch hynny isod. Nid
        oes neb yn gofyn pam, ni ddywedir wrth neb pwy a'i dywedodd, ac nid ydych yn colli eich lle.

        Mae'r lleill yn gweld eich enw a'ch sefydliad, fel yr ydych chi'n gweld eu rhai nhw. Os ewch ymlaen, cânt hefyd eich
        cyfeiriad e-bost, a'r llinell isod os ysgrifennwch un. Dim byd arall.
        """);

    public static LocalText ProposalQuestion { get; } = Text("Shall we go ahead?", "A awn ni ymlaen?");

    public static LocalText FineOption { get; } = Text("Yes, that is fine", "Iawn, mae hynny'n iawn");

    public static LocalText OtherOption { get; } = Text("Another set, please", "Set arall, os gwelwch yn dda");

    public static LocalText WordsQuestion { get; } = Text(
        "A line or two about you that your set may read, if you like",
        "Llinell neu ddwy amdanoch y caiff eich set eu darllen, os mynnwch");

    public static LocalText ContractTitle { get; } = Text("Your learning set", "Eich set dysgu");

    public static LocalText Contract { get; } = Text(
        """
        This is your set: you, and the people below. It is meant to stay the same to the end.

        {people}

        {facilitator}

        {agreement}
        """,
        """
        Dyma eich set: chi, a'r bobl isod. Y bwriad yw cadw'r un set hyd y diwedd.

        {people}

        {facilitator}

        {agreement}
        """);

    public static LocalText Agreement { get; } = Text(
        """
        **A small agreement, to settle when you first meet**

        - What is said in the set stays in the set, unless: ...
        - We ask questions before we give advice.
        - If somebody is on call or needs to stop, we: ...
        - Each presenter keeps their own notes. Nobody else does.
        - When it does not work for one of us, we say so by: ...
        - We finish on ..., and say goodbye properly.
        """,
        """
        **Cytundeb bach, i'w setlo pan fyddwch yn cwrdd gyntaf**

        - Mae'r hyn a ddywedir yn y set yn aros yn y set, oni bai: ...
        - Rydym yn gofyn cwestiynau cyn rhoi cyngor.
        - Os yw rhywun ar alwad neu angen stopio, rydym yn: ...
        - Mae pob cyflwynydd yn cadw ei nodiadau ei hun. Nid oes neb arall yn gwneud hynny.
        - Pan nad yw'n gweithio i un ohonom, byddwn yn dweud drwy: ...
        - Byddwn yn gorffen ar ..., ac yn ffarwelio'n iawn.
        """);

    public static LocalText AgainTitle { get; } = Text("Your learning set has changed", "Mae eich set dysgu wedi newid");

    public static LocalText Again { get; } = Text(
        """
        From now on this is your learning set:

        {people}

        {facilitator}

        {agreement}
        """,
        """
        O hyn ymlaen, dyma eich set dysgu:

        {people}

        {facilitator}

        {agreement}
        """);

    public static LocalText PollTitle { get; } = Text("When can your learning set meet?", "Pryd gall eich set dysgu gwrdd?");

    public static LocalText Poll { get; } = Text(
        """
        Your learning set needs a date. It is you and:

        {people}

        These are the times to choose from, each for {minutes} minutes:

        {dates}

        Tick every time that you could make, even the awkward ones. As soon as everybody has answered, or at the latest on
        {closes}, we take the time that suits most of you and send it to you for your calendar.
        """,
        """
        Mae angen dyddiad ar eich set dysgu, sef chi a'r rhain:

        {people}

        Dyma'r amserau i ddewis ohonynt, pob un am {minutes} munud:

        {dates}

        Ticiwch bob amser y gallech ei wneud, hyd yn oed y rhai lletchwith. Cyn gynted ag y bydd pawb wedi ateb, neu fan bellaf ar
        d{closes}, byddwn yn dewis yr amser sy'n gweddu i'r rhan fwyaf ohonoch ac yn ei anfon atoch ar gyfer eich calendr.
        """);

    public static LocalText PollByMail { get; } = Text(
        """
        Answer this mail with the numbers that suit you, such as “1 3”, or with “none”, or use the link below. An answer by mail
        reaches me as well; what you tick on the page does not.
        """,
        """
        Atebwch y neges hon gyda'r rhifau sy'n gyfleus i chi, megis “1 3”, neu gyda “dim un”, neu defnyddiwch y ddolen isod. Mae ateb
        drwy e-bost yn fy nghyrraedd innau hefyd; nid felly'r hyn a diciwch ar y dudalen.
        """);

    public static LocalText PollQuestion { get; } = Text("Which of these times could you make?", "Pa rai o'r amserau hyn y gallech eu gwneud?");

    public static LocalText NoneOption { get; } = Text("None of these", "Dim un o'r rhain");

    public static LocalText CalendarTitle { get; } = Text("Learning set", "Set dysgu");

    public static LocalText DateTitle { get; } = Text("Your learning set has a date", "Mae gan eich set dysgu ddyddiad");

    public static LocalText Date { get; } = Text(
        """
        Your learning set meets on:

        **{when}**, for {minutes} minutes

        {turns}

        The others in your set:

        {people}

        The attached calendar file puts it into your calendar. If you cannot come, tell your set. Nobody else needs to know.
        """,
        """
        Mae eich set dysgu yn cwrdd ar:

        **{when}**, am {minutes} munud

        {turns}

        Y lleill yn eich set:

        {people}

        Mae'r ffeil galendr atodedig yn ei roi yn eich calendr. Os na allwch ddod, dywedwch wrth eich set. Nid oes angen i neb arall
        wybod.
        """);

    public static LocalText MovedTitle { get; } = Text("Your learning set meets at another time", "Mae eich set dysgu yn cwrdd ar amser arall");

    public static LocalText Moved { get; } = Text(
        """
        The meeting of your learning set{from} has moved. It is now on:

        **{when}**, for {minutes} minutes

        {turns}

        If you were told this date already, nothing changes. The attached calendar file moves it in your calendar.
        """,
        """
        Mae cyfarfod eich set dysgu{from} wedi symud. Mae bellach ar:

        **{when}**, am {minutes} munud

        {turns}

        Os cawsoch y dyddiad hwn eisoes, nid oes dim yn newid. Mae'r ffeil galendr atodedig yn ei symud yn eich calendr.
        """);

    public static LocalText MovedFrom { get; } = Text(" on **{0}**", " ar **d{0}**");

    public static LocalText ChangedTitle { get; } = Text("Who is in your learning set now", "Pwy sydd yn eich set dysgu nawr");

    public static LocalText Changed { get; } = Text(
        """
        Your learning set has changed since you were last told of it. It meets on:

        **{when}**, for {minutes} minutes

        {turns}

        The others in your set:

        {people}
        """,
        """
        Mae eich set dysgu wedi newid ers i chi glywed amdani ddiwethaf. Mae'n cwrdd ar:

        **{when}**, am {minutes} munud

        {turns}

        Y lleill yn eich set:

        {people}
        """);

    public static LocalText CalledOffTitle { get; } = Text("Your learning set does not meet this time", "Nid yw eich set dysgu yn cwrdd y tro hwn");

    public static LocalText CalledOff { get; } = Text(
        """
        The meeting of your learning set on **{when}** is called off. The attached calendar file takes it out of your
        calendar. Whoever was to present comes first when you next meet.
        """,
        """
        Mae cyfarfod eich set dysgu ar **d{when}** wedi'i ganslo. Mae'r ffeil galendr atodedig yn ei dynnu o'ch calendr. Pwy
        bynnag oedd i gyflwyno fydd gyntaf pan fyddwch yn cwrdd nesaf.
        """);

    public static LocalText OrLater { get; } = Text(" (or, if you have heard of a new time, {0})", " (neu, os clywsoch am amser newydd, {0})");

    public static LocalText Reminder { get; } = Text(
        """
        Your learning set meets on:

        **{when}**, for {minutes} minutes

        {turns}

        The others in your set:

        {people}
        """,
        """
        Mae eich set dysgu yn cwrdd ar:

        **{when}**, am {minutes} munud

        {turns}

        Y lleill yn eich set:

        {people}
        """);

    public static LocalText ActionsTitle { get; } = Text("Your actions from last time", "Eich camau o'r tro diwethaf");

    public static LocalText Actions { get; } = Text(
        """
        When your set last met, you wrote down what you wanted to try. Your set meets again on **{when}**.

        What you wrote is yours alone; the page shows it to you when you ask. How did it go? 'I let it go' is a fine answer, and so
        is 'it did not work'.
        """,
        """
        Pan gyfarfu eich set ddiwethaf, fe ysgrifennoch beth yr hoffech ei roi ar waith. Mae eich set yn cwrdd eto ar **d{when}**.

        Chi yn unig biau'r hyn a ysgrifennoch; mae'r dudalen yn ei ddangos i chi pan ofynnwch. Sut aeth hi? Mae 'fe'i gadewais i fod'
        yn ateb da, ac felly hefyd 'ni weithiodd'.
        """);

    public static LocalText ActionsQuestion { get; } = Text("How did it go?", "Sut aeth hi?");

    public static LocalText DoneOption { get; } = Text("I tried it", "Fe'i rhoddais ar waith");

    public static LocalText UnderWayOption { get; } = Text("It is still under way", "Mae ar y gweill o hyd");

    public static LocalText LetGoOption { get; } = Text("I let it go", "Fe'i gadewais i fod");

    public static LocalText RecordTitle { get; } = Text("After your learning set", "Ar ôl eich set dysgu");

    public static LocalText Record { get; } = Text(
        """
        Your learning set was to meet on {when}. A few ticks keep the turns fair: everybody gets time before anybody gets it again.

        If you presented, write down what you want to try. It is for you alone: we keep that there is something to come back to, and
        remind you of it before you next meet.
        """,
        """
        Roedd eich set dysgu i gwrdd ar d{when}. Mae ychydig diciau'n cadw'r troeon yn deg: mae pawb yn cael amser cyn i neb ei gael
        eto.

        Os mai chi oedd yn cyflwyno, ysgrifennwch beth yr hoffech ei roi ar waith. I chi yn unig y mae: rydym yn cadw'r ffaith bod
        rhywbeth i ddod yn ôl ato, ac yn eich atgoffa ohono cyn i chi gwrdd nesaf.
        """);

    public static LocalText RecordQuestion { get; } = Text("How was it for you?", "Sut oedd hi i chi?");

    public static LocalText ThereOption { get; } = Text("I was there", "Roeddwn i yno");

    public static LocalText PresentedOption { get; } = Text("I had time to present", "Cefais amser i gyflwyno");

    public static LocalText LedOption { get; } = Text("I led the meeting", "Fi oedd yn arwain y cyfarfod");

    public static LocalText AwayOption { get; } = Text("I could not be there", "Ni allwn fod yno");

    public static LocalText NotHeldOption { get; } = Text("The meeting did not take place", "Ni chynhaliwyd y cyfarfod");

    public static LocalText ActionWordsQuestion { get; } = Text(
        "What do you want to try before you next meet? For you alone.",
        "Beth hoffech ei roi ar waith cyn i chi gwrdd nesaf? I chi yn unig.");

    public static LocalText Presenting { get; } = Text("It is the turn of {0} to present.", "Tro {0} yw cyflwyno.");

    public static LocalText YouPresent { get; } = Text("It is your turn to present.", "Eich tro chi yw cyflwyno.");

    public static LocalText YouPresentWith { get; } = Text(
        "It is your turn to present, and that of {0}.", "Eich tro chi yw cyflwyno, a thro {0}.");

    public static LocalText NoLonger { get; } = Text("No longer in your set: {0}.", "Ddim yn eich set bellach: {0}.");

    public static LocalText YouLead { get; } = Text("You lead the meeting.", "Chi sy'n arwain y cyfarfod.");

    public static LocalText Leading { get; } = Text("{0} leads the meeting.", "Mae {0} yn arwain y cyfarfod.");

    public static LocalText Facilitating { get; } = Text("{0} facilitates.", "{0} sy'n hwyluso.");

    public static LocalText WhoSeesWords { get; } = Text(
        "What you choose is passed on to nobody. The line about you goes to the people you are brought together with.",
        "Nid yw'r hyn a ddewiswch yn cael ei drosglwyddo i neb. Mae'r llinell amdanoch yn mynd at y bobl y dewch ynghyd â nhw.");

    public static LocalText WhoSees { get; } = Text(
        "What you choose is passed on to nobody, neither your partner nor your employer.",
        "Nid yw'r hyn a ddewiswch yn cael ei drosglwyddo i neb, nac i'ch partner nac i'ch cyflogwr.");

    public static LocalText WhoSeesVotes { get; } = Text(
        "Nobody is shown who can come when; only the time that is chosen.",
        "Ni ddangosir i neb pwy sy'n gallu dod pryd; dim ond yr amser a ddewisir.");

    public static LocalText WhoSeesRecord { get; } = Text(
        "Whoever facilitates your set sees who was there and whether somebody has an open action. What you write is for you alone.",
        "Mae pwy bynnag sy'n hwyluso eich set yn gweld pwy oedd yno ac a oes gan rywun gam agored. I chi yn unig y mae'r hyn a ysgrifennwch.");
}
