using CsCheck;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;

namespace PlaceLeadership.Core.Tests.Replies;

public sealed class DatePollMailTests
{
    private const int Options = 5;

    private const string Quoted = "\n\nOn Wed, 20 Jan 2027 at 09:00, Sam Lee <sam@example.org> wrote:\n\n> 1. Monday 1 February, 09:30\n> 2. all of it\n";

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1 3", "1 3")]
    [InlineData("1,3", "1 3")]
    [InlineData("1, 3.", "1 3")]
    [InlineData("3 1 3", "1 3")]
    [InlineData("1 and 3", "1 3")]
    [InlineData("1, 2, and 3!", "1 2 3")]
    [InlineData("1 & 2", "1 2")]
    [InlineData("1+2", "1 2")]
    [InlineData("#1 and #4", "1 4")]
    [InlineData("1 a 3", "1 3")]
    [InlineData("2 ac 5, diolch", "2 5")]
    [InlineData("opsiynau 1 a 3, os gwelwch yn dda", "1 3")]
    [InlineData("Gallaf i wneud 1 a 3", "1 3")]
    [InlineData("options 1 & 2", "1 2")]
    [InlineData("Option 2 please", "2")]
    [InlineData("Option 1, option 4", "1 4")]
    [InlineData("Yes, 2", "2")]
    [InlineData("I can do 1 and 3", "1 3")]
    [InlineData("I could make option 3", "3")]
    [InlineData("2 works for me", "2")]
    [InlineData("1 and 2 suit me, thanks.", "1 2")]
    [InlineData("1 and 3. Thanks!", "1 3")]
    [InlineData("1\n3\n", "1 3")]
    [InlineData("- 1\n- 3", "1 3")]
    [InlineData("all", "1 2 3 4 5")]
    [InlineData("All of them work for me.", "1 2 3 4 5")]
    [InlineData("pob un", "1 2 3 4 5")]
    [InlineData("Pob un ohonynt, diolch", "1 2 3 4 5")]
    [InlineData("none", "none")]
    [InlineData("None of these, thanks", "none")]
    [InlineData("dim un", "none")]
    [InlineData("Dim un o'r rhain", "none")]
    [InlineData("Dim un o’r rhain", "none")]
    [InlineData("Hi Sam,\n\n1 and 3 please\n\nThanks,\nJo", "1 3")]
    [InlineData("Hi Sam, 1 and 3 please", "1 3")]
    [InlineData("Good morning\n2", "2")]
    [InlineData("Bore da Sam,\n2 a 3\nDiolch yn fawr\nSiân", "2 3")]
    [InlineData("1 3\nKind regards\n\nSiân Prys\nWard Sister | Ysbyty Gwynedd\nTel: 01248 000000\nsian@example.org\nwww.example.org", "1 3")]
    [InlineData("1 3\nDiolch\n\nSiân Prys\nIs-gadeirydd\nFfôn: +44 1248 000000", "1 3")]
    [InlineData("1 3\n\nSiân", "1 3")]
    [InlineData("1 3\n\nsian prys", "1 3")]
    [InlineData("1 3\n\nS.", "1 3")]
    [InlineData("1 3\nthanks\nsian", "1 3")]
    [InlineData("1 3\nMany thanks\nBest wishes\nSiân", "1 3")]
    [InlineData("1 3\n\nKind regards\nSiân Prys\nHead of Housing\nVale Council, Floor 3, Civic Centre, 12 High Street\nVA1 2BC", "1 3")]
    [InlineData("1 3\n\nKind regards\nSiân Prys (she/her)\nHead of Housing", "1 3")]
    [InlineData("1 3\n\nKind regards\nSiân Prys\nI work Monday to Wednesday", "1 3")]
    [InlineData("1 3\n\nDiolch / Thanks\nSiân O'Neill\nPennaeth Tai / Head of Housing", "1 3")]
    [InlineData("1 3\n\nMany thanks\n\nSiân\n\nMy working hours may not be your working hours.", "1 3")]
    [InlineData("1 3\n\nMany thanks, Siân", "1 3")]
    [InlineData("yes to 1 and 3", "1 3")]
    [InlineData("Yes to 2 please", "2")]
    [InlineData("only 2", "2")]
    [InlineData("Only option 2 works for me, sorry", "2")]
    [InlineData("Sorry, only 1 and 3.", "1 3")]
    [InlineData("just 2 please", "2")]
    [InlineData("2 only", "2")]
    [InlineData("I can only do 1 and 3", "1 3")]
    [InlineData("1 & 3 work best", "1 3")]
    [InlineData("2 works best for me", "2")]
    [InlineData("1 and 3 would be best, thanks", "1 3")]
    [InlineData("Both 1 and 3 work", "1 3")]
    [InlineData("1 and 3 both suit me", "1 3")]
    [InlineData("1 and 3 for me please", "1 3")]
    [InlineData("I'm free for 1 and 3", "1 3")]
    [InlineData("either 1 or 2", "1 2")]
    [InlineData("Either 1, 2 or 4 would work for me", "1 2 4")]
    [InlineData("naill ai 1 neu 2", "1 2")]
    [InlineData("none of those", "none")]
    [InlineData("None of these work for me, I’m afraid.", "none")]
    [InlineData("Sorry, none of them", "none")]
    [InlineData("None of these is possible, sorry", "none")]
    [InlineData("all of them", "1 2 3 4 5")]
    [InlineData("Any of these work for me", "1 2 3 4 5")]
    [InlineData("Yes, all of those are fine", "1 2 3 4 5")]
    [InlineData("dim ond 2", "2")]
    [InlineData("2 yn unig, diolch", "2")]
    [InlineData("Ie, 1 a 3", "1 3")]
    [InlineData("Mae 1 a 3 yn gyfleus i mi", "1 3")]
    [InlineData("1 a 3 sydd orau", "1 3")]
    [InlineData("Dim un, sori", "none")]
    [InlineData("Dim un ohonyn nhw yn gyfleus", "none")]
    [InlineData("Pob un ohonyn nhw", "1 2 3 4 5")]
    public void What_people_write_is_read(string text, string vote)
    {
        Assert.Equal(vote, Said(text));
        Assert.Equal(vote, Said(text + Quoted));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\u00a0\n")]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("1 6")]
    [InlineData("01")]
    [InlineData("13")]
    [InlineData("-1")]
    [InlineData("1.3")]
    [InlineData("1/3")]
    [InlineData("1-3")]
    [InlineData("1 to 3")]
    [InlineData("1 or 3")]
    [InlineData("1?")]
    [InlineData("1 3?")]
    [InlineData("10.30 works but not 14:00")]
    [InlineData("2:30")]
    [InlineData("2pm")]
    [InlineData("2 pm")]
    [InlineData("3 o'clock")]
    [InlineData("2 February")]
    [InlineData("Monday 1")]
    [InlineData("1st")]
    [InlineData("the 1st and 3rd")]
    [InlineData("2/2/2027")]
    [InlineData("2 2 2027")]
    [InlineData("01248 000000")]
    [InlineData("Call me on 07700 900123")]
    [InlineData("+44 1")]
    [InlineData("not 2")]
    [InlineData("No 2")]
    [InlineData("1 not 2")]
    [InlineData("1, not 2")]
    [InlineData("anything but 2")]
    [InlineData("all but 2")]
    [InlineData("all except 2")]
    [InlineData("none but 2")]
    [InlineData("none, well 2")]
    [InlineData("popeth ond 2")]
    [InlineData("nid 2")]
    [InlineData("dim 2")]
    [InlineData("2 days")]
    [InlineData("2 options")]
    [InlineData("I can do 2")]
    [InlineData("I can make 3 of them")]
    [InlineData("2 work for me")]
    [InlineData("2 are fine")]
    [InlineData("1 person can come")]
    [InlineData("1 if I must")]
    [InlineData("1 3 maybe 4")]
    [InlineData("1, 3 (just about)")]
    [InlineData("ideally 1")]
    [InlineData("one and three")]
    [InlineData("All good, thanks")]
    [InlineData("All is good")]
    [InlineData("All is fine.")]
    [InlineData("All the best,\nSiân")]
    [InlineData("any")]
    [InlineData("yes")]
    [InlineData("Yes please")]
    [InlineData("Thanks")]
    [InlineData("Hi Sam,")]
    [InlineData("Thank you for this. 1 and 3.")]
    [InlineData("1 3\nnone")]
    [InlineData("all\nnone")]
    [InlineData("all\n2")]
    [InlineData("1 3\n2 4")]
    [InlineData("1\nbut not if it rains")]
    [InlineData("1 3\nActually, make that 2")]
    [InlineData("1 3\nThanks\nPS only 1 if it is online")]
    [InlineData("1 3\nThanks\nNot 3")]
    [InlineData("1 3\nThanks\nWard 3")]
    [InlineData("1 3\nThanks\nOnly Friday")]
    [InlineData("1 3\nThanks\nsee you soon")]
    [InlineData("1 3\n\nDepends")]
    [InlineData("1 3\n\nPending Rota")]
    [InlineData("1 3\n\nMaybe")]
    [InlineData("1 3\nOn second thoughts not 3")]
    [InlineData("1 3\nOn second thoughts not 3 at 14:00")]
    [InlineData("Dear none of them, 1")]
    [InlineData("Hi not 2, 1")]
    [InlineData("I am out of the office until 3 March and back on 4 March.")]
    [InlineData("Automatic reply: 1")]
    [InlineData("1️⃣")]
    [InlineData("١")]
    [InlineData("Pause")]
    [InlineData("<p>1 3</p>")]
    [InlineData("1 or 3 but not before 11")]
    [InlineData("Tuesday 30 works")]
    [InlineData("Tuesday 2 works")]
    [InlineData("10")]
    [InlineData("10 works for me")]
    [InlineData("I can do 2, though 3 is better")]
    [InlineData("Sorry, can't make any")]
    [InlineData("1 2 3 except 2")]
    [InlineData("1 2 3 (not 2)")]
    [InlineData("2pm suits")]
    [InlineData("2 p.m. suits")]
    [InlineData("2 on Tuesday")]
    [InlineData("see you on the 1st")]
    [InlineData("See you at 2")]
    [InlineData("Ring me on 01632 960123")]
    [InlineData("1) yes 2) no 3) yes")]
    [InlineData("1. yes\n2. no")]
    [InlineData("1 yes\n2 no\n3 yes")]
    [InlineData("1 - yes")]
    [InlineData("1: no")]
    [InlineData("1. No thanks\n2. Yes please")]
    [InlineData("✔ 1")]
    [InlineData("1 ✗")]
    [InlineData("１")]
    [InlineData("①")]
    [InlineData("1³")]
    [InlineData("1\u200b3")]
    [InlineData("1\u202e3")]
    [InlineData("1\u00003")]
    [InlineData("1 3 👎")]
    [InlineData("1 3 😀")]
    [InlineData("two")]
    [InlineData("un a thri")]
    [InlineData("Dim 2")]
    [InlineData("Dim un ond 2")]
    [InlineData("Pob un ond 3")]
    [InlineData("Pob un heblaw 3")]
    [InlineData("1 neu 3")]
    [InlineData("2 os oes rhaid")]
    [InlineData("Dydy 2 ddim yn gyfleus")]
    [InlineData("2 ddim yn gyfleus")]
    [InlineData("2 o'r gloch")]
    [InlineData("1 yn iawn ond nid 3")]
    [InlineData("Mae 1 a 3 yn iawn, ond byddai 3 yn well")]
    [InlineData("None of these work except 2")]
    [InlineData("All of them except 2")]
    [InlineData("All of them\nbar 2")]
    [InlineData("All,\n\nMany thanks for this")]
    [InlineData("Hi all,\n1")]
    [InlineData("Anything apart from options\n2 and 3")]
    [InlineData("1 and 3\nwork, 2 does not")]
    [InlineData("1 and 3 work, 2 does not")]
    [InlineData("2 works better than 3")]
    [InlineData("Not sure yet, will let you know by the 2")]
    [InlineData("+1")]
    [InlineData("2 plus 1 guest")]
    [InlineData("2 x")]
    [InlineData("2 =yes, 3 =no")]
    [InlineData("~1~ 3")]
    [InlineData("1 3\nThanks\nTBC")]
    [InlineData("1 3\nThanks\nPending Rota")]
    [InlineData("1 3\nThanks\n+2")]
    [InlineData("1 AND 3\nTHANKS\nSUBJECT TO ROTA")]
    [InlineData("1 AND 3\nTHANKS\nTHE EARLIER IS BETTER")]
    [InlineData("1 AND 3\nTHANKS\nWILL CONFIRM LATER")]
    [InlineData("1 A 3\nDIOLCH\nI'W GADARNHAU")]
    [InlineData("1 3\nFrom: 10:00\nTo: 11:30 at most")]
    [InlineData("1 3\n\nMany thanks, but not 3")]
    [InlineData("1 3\n\nThanks / not 3")]
    [InlineData("1 3\nThanks\nSiân\nI work Monday to Wednesday so not 3")]
    [InlineData("1 3\nThanks\nSiân\nI work Mondays only if 3 is online")]
    [InlineData("1 3\nThanks\nSiân\nRoom 2 or 3")]
    [InlineData("1 3\nI work Monday to Wednesday")]
    [InlineData("1 3\nThanks\nSiân\nPlease do not feel obliged to take 3")]
    [InlineData("only 2 if it rains")]
    [InlineData("only not 2")]
    [InlineData("only 2 work")]
    [InlineData("I can only do 2")]
    [InlineData("2 for me")]
    [InlineData("2 would work")]
    [InlineData("not only 2")]
    [InlineData("no to 2")]
    [InlineData("yes to 1, no to 3")]
    [InlineData("yes to 1 but 3 is better")]
    [InlineData("1\nonly 2")]
    [InlineData("1\n2 only")]
    [InlineData("1, only 2")]
    [InlineData("either")]
    [InlineData("either 1")]
    [InlineData("either 1 or 2, you choose")]
    [InlineData("either 1 or 2?")]
    [InlineData("neither 1 nor 2")]
    [InlineData("not either 1 or 2")]
    [InlineData("either 1 or 2\nnone")]
    [InlineData("both 1, 2 and 3")]
    [InlineData("both")]
    [InlineData("any of these")]
    [InlineData("any of these work?")]
    [InlineData("any of these but 2")]
    [InlineData("All would be best")]
    [InlineData("none of these but 2")]
    [InlineData("none, sorry, but 2 perhaps")]
    [InlineData("1 and 3 work best, 2 at a pinch")]
    [InlineData("2 is best if online")]
    [InlineData("nid dim ond 2")]
    [InlineData("dim ond 2 os bydd rhaid")]
    [InlineData("dim ond dim 2")]
    [InlineData("naill ai 1 neu ddim")]
    [InlineData("ond 2")]
    public void What_is_not_clear_is_never_guessed(string text)
    {
        Assert.StartsWith("?", Said(text), StringComparison.Ordinal);
        Assert.StartsWith("?", Said(text + Quoted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> 2 4")]
    [InlineData("On Wed, 20 Jan 2027 at 09:00, Sam Lee <sam@example.org> wrote:\n2 4")]
    [InlineData("On Wed, 20 Jan 2027 at 09:00, Sam Lee, who has a long name indeed <sam@example.org>\nwrote:\n\n2 4")]
    [InlineData("On 20 Jan 2027, at 09:00,\nSam Lee <sam@example.org>\nwrote:\n2 4")]
    [InlineData("Ar Mer, 20 Ion 2027 am 09:00, Sam Lee <sam@example.org> ysgrifennodd:\n2 4")]
    [InlineData("-----Original Message-----\nFrom: Sam Lee\n2 4")]
    [InlineData("----- Original Message -----\n2 4")]
    [InlineData("-----Neges Wreiddiol-----\n2 4")]
    [InlineData("________________________________\nFrom: Sam Lee <sam@example.org>\nSent: 20 January 2027 09:00\n2 4")]
    [InlineData("From: Sam Lee <sam@example.org>\nSent: 20 January 2027 09:00\nTo: Jo\nSubject: When?\n\n2 4")]
    [InlineData("*From:* Sam Lee <sam@example.org>\n*Date:* 20 January 2027\n\n2 4")]
    [InlineData("Oddi wrth: Sam Lee <sam@example.org>\nAnfonwyd: 20 Ionawr 2027 09:00\n2 4")]
    [InlineData("-- \nWard 2\n4")]
    [InlineData("--\nCall 01248 000000 before 4")]
    [InlineData("Sent from my iPhone\n2 4")]
    [InlineData("Get Outlook for Android\n2 4")]
    [InlineData("Anfonwyd o fy iPhone\n2 4")]
    [InlineData("Get Outlook for iOS<https://mail.example.org/ios>\n________________________________\nFrom: Sam Lee <sam@example.org>\nSent: Wednesday, January 20, 2027 9:00:00 AM\nTo: Siân\nSubject: When?\n\n2 4")]
    [InlineData("From: Sam Lee <sam@example.org>\nDate: Wednesday, 20 January 2027 at 09:00\nTo: Siân Prys <sian@example.org>\nSubject: When?\n1. Monday")]
    [InlineData("-------- Original message --------\nFrom: Sam Lee <sam@example.org>\nDate: 20/01/2027 09:00 (GMT+00:00)\n2 4")]
    [InlineData("On Wednesday, 20 January 2027 at 09:00:00 GMT, Sam Lee <sam@example.org> wrote:\n\n2 4")]
    [InlineData("On 20/01/2027 09:00, Sam Lee wrote:\n> 2 4")]
    [InlineData("Begin forwarded message:\n\nFrom: Sam Lee\n2 4")]
    public void Only_what_stands_above_the_mail_that_was_answered_counts(string below)
    {
        Assert.Equal("1 3", Said("1 3\n\n" + below));
        Assert.Equal("1 3", Said("1 3\r\n" + below.ReplaceLineEndings("\r\n")));
        Assert.Equal("?There is nothing above the mail that was answered.", Said(below));
        Assert.StartsWith("?", Said("not 3\n\n" + below), StringComparison.Ordinal);
    }

    private static readonly IReadOnlyList<string> SignatureLines =
    [
        "Siân Prys", "Siân Prys (she/her)", "Siân Prys, RGN, BSc (Hons)", "She/her", "(hi/ei)", "Head of Housing", "Pennaeth Tai / Head of Housing",
        "Ward Sister | Ysbyty Gwynedd", "Elmbridge Vale Council", "Floor 3, Civic Centre, 12 High Street", "Llawr 2, 14 Heol y Bont", "VA1 2BC",
        "12-14 Station Road, Elmbridge VA12 3BC", "Room 7, Unit 4", "Tel: 01632 960123 ext 42", "T: +44 (0)1632 960123 | M: 07700 900123",
        "e: sian@example.org", "www.example.org", "I work Monday to Wednesday", "My working days are Mon, Tue and Thu", "Working hours: Mon-Thu 9am-5pm",
        "Working pattern: Monday, Tuesday and Friday mornings", "My working hours may not be your working hours.",
        "Please do not feel obliged to reply outside of your normal working hours.", "Please consider the environment before printing this email",
        "Croesewir gohebiaeth yn Gymraeg neu Saesneg", "We welcome correspondence in Welsh and English",
    ];

    private static readonly IReadOnlyList<string> SecondThoughts =
    [
        "not 3 after all", "PS 2 is better", "Only 1 if it rains", "Sorry, 3 does not work", "Actually make that 2", "Make it 2", "3 is out", "Nid 3", "2",
        "Mondays only", "I work Mondays so not 3", "Best is 1", "On reflection 2",
    ];

    [Fact]
    public void A_usual_signature_below_the_numbers_hides_no_vote_and_a_second_thought_in_it_is_never_missed() => Gen.Select(
        One("Kind regards", "Regards,", "Many thanks", "Diolch / Thanks", "Best wishes,", "Cofion gorau", "Many thanks, Siân", "Thanks | Diolch"),
        Gen.Int[0, SignatureLines.Count - 1].Select(line => SignatureLines[line]).List[0, 7],
        Gen.Int[0, SecondThoughts.Count - 1].Select(thought => SecondThoughts[thought]), Gen.Int[0, 7], One("", Quoted, "\n\nSent from my iPhone" + Quoted))
        .Sample((goodbye, signature, thought, place, below) =>
        {
            var mail = "1 3\n\n" + goodbye + "\n" + string.Join('\n', signature);
            Assert.Equal("1 3", Said(mail + below));
            signature.Insert(Math.Min(place, signature.Count), thought);
            Assert.StartsWith("?", Said("1 3\n\n" + goodbye + "\n" + string.Join('\n', signature) + below), StringComparison.Ordinal);
        }, iter: 2_000);

    [Theory]
    [InlineData("1 3\n> 1. Monday 1 February, 09:30\nnot 3 after all")]
    [InlineData("1 3\n\nOn Wed, 20 Jan 2027 at 09:00, Sam Lee <sam@example.org> wrote:\n> 1. Monday\n\n2 is better for me")]
    [InlineData("1 3\nSent from my iPhone\n\n> On 20 Jan 2027, at 09:00, Sam wrote:\n>\n> 1. Monday\n\nnot 3")]
    [InlineData("> 1. Monday\n1 3\n> 2. Tuesday\nno")]
    [InlineData("1 3\n> 1. Monday\n\n2")]
    public void Own_words_below_a_quoted_line_are_seen(string text) => Assert.StartsWith("?Something of their own", Said(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("1 3\n> 1. Monday\n\nMany thanks\nSiân Prys (she/her)")]
    [InlineData("1 3\n> 1. Monday\n-- \nnot a second thought, 4")]
    [InlineData("1 3\n> 1. Monday\n\nSiân")]
    public void A_signature_below_a_quoted_line_is_none_of_them(string text) => Assert.Equal("1 3", Said(text));

    [Fact]
    public void A_second_thought_right_above_the_quoted_mail_is_not_taken_for_its_beginning() =>
        Assert.StartsWith("?", Said("1 3\nOn second thoughts not 3\nOn Wed, 20 Jan 2027 at 09:00, Sam wrote:\n> 2"), StringComparison.Ordinal);

    [Fact]
    public void A_name_below_the_numbers_is_taken_for_a_name_only_if_it_is_theirs()
    {
        Assert.IsType<MailVote.Times>(DatePollMail.Read("1\n\nDewi", Options, "Dewi Rees"));
        Assert.IsType<MailVote.Unreadable>(DatePollMail.Read("1\n\nDewi", Options, "Siân Prys"));
        Assert.IsType<MailVote.Unreadable>(DatePollMail.Read("1\n\nDewi", Options));
    }

    [Fact]
    public void Any_choice_written_in_any_of_the_usual_ways_is_read_back() => Gen.Select(
        Gen.Int[1, 20], Gen.Int[1, 20].List[1, 8], One(" ", ", ", ",", " and ", " a ", " & ", "; ", ", and ", "\n"),
        One("", "Hi Sam,\n\n", "Annwyl Sam,\n", "Dear Sam, "), One("", "\n\nThanks\nJo", "\nDiolch,\nSiân", Quoted, "\n-- \n4 5"))
        .Sample((options, numbers, between, before, after) =>
        {
            var wanted = numbers.Where(number => number <= options).ToList();
            if (wanted.Count > 0)
            {
                Assert.Equal(
                    string.Join(' ', wanted.Distinct().Order()), Said(before + string.Join(between, wanted) + after, options));
            }

            if (wanted.Count < numbers.Count)
            {
                Assert.StartsWith("?The ", Said(before + string.Join(between, numbers) + after, options), StringComparison.Ordinal);
            }
        });

    [Fact]
    public void A_plain_answer_in_words_counts_and_one_with_a_doubt_beside_it_never_does() => Gen.Select(
        One("1 3", "yes to {0}", "only {0}", "I can only do {0}", "{0} work best", "{0} both work for me", "either 1 or 3", "{0} would be best", "{0} for me", "Ie, {0}",
            "dim ond {0}", "Mae {0} yn gyfleus i mi", "{0} sydd orau", "naill ai 1 neu 3"),
        One("1 and 3", "1 a 3", "1 & 3", "options 1, 3"), One("", "Hi Sam,\n\n", "Annwyl Sam,\n"), One("", ", thanks", ". Diolch!", " please"),
        One(" if it rains", " perhaps", "?", " but not 3", ", 2 at a pinch", " os bydd rhaid", " ond nid 3", " except 3", " or 4", " unless online", " before 11", " depending on rota", " neu 4"),
        One("\n\nThanks\nSiân", Quoted, "\n-- \n4 5"))
        .Sample((frame, numbers, before, polite, doubt, after) =>
        {
            var said = before + string.Format(null, frame, numbers);
            Assert.Equal("1 3", Said(said + polite + after));
            Assert.StartsWith("?", Said(said + doubt + after), StringComparison.Ordinal);
            Assert.StartsWith("?", Said(before + "not " + said[before.Length..] + after), StringComparison.Ordinal);
        }, iter: 2_000);

    [Fact]
    public void A_word_that_it_does_not_know_beside_the_numbers_makes_a_mail_unreadable() => Gen.Select(
        One("1", "1 3", "all", "none", "options 1 & 2"),
        Gen.String[Gen.Char["bcfgjkqvwxzéŵ"], 2, 8], One("{0} {1}", "{1} {0}", "{0}, {1}", "{0}\n{1}", "{1}\n{0}", "{0} and {1}", "{0}. {1}"))
        .Sample((vote, word, frame) => Said(string.Format(null, frame, vote, word)).StartsWith('?'));

    [Fact]
    public void Whatever_comes_is_read_or_not_and_never_an_exception_and_never_a_number_that_is_not_there() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789 ,.;:and\n>-ol"], 0, 40]), Gen.Int[1, 6]).Sample(
            (text, options) => DatePollMail.Read(text, options, text) is not MailVote.Times { Numbers: var numbers }
                || (numbers.Count > 0 && numbers.All(number => number >= 1 && number <= options && (text.Contains($"{number}", StringComparison.Ordinal) || text.Contains("all", StringComparison.OrdinalIgnoreCase)))),
            iter: 20_000);

    [Fact]
    public void A_mail_made_to_take_long_is_soon_put_aside() => Assert.All(
        [
            string.Concat(Enumerable.Repeat("1 and ", 40_000)), "On " + new string('1', 200_000) + " wrote", new string('A', 200_000) + "!",
            "1\nThanks\n" + string.Concat(Enumerable.Repeat("Aa", 900)) + "!", string.Concat(Enumerable.Repeat("On 12:00\n", 30_000)),
            string.Concat(Enumerable.Repeat("From: a\n", 30_000)), "Hi " + string.Concat(Enumerable.Repeat("a.-", 600)) + "1",
        ],
        text => Assert.IsType<MailVote.Unreadable>(DatePollMail.Read(text, Options)));

    [Fact]
    public void The_reason_repeats_nothing_of_the_mail() => Assert.All(
        ["Zebra 1", "1\nZebra", "Zebra", "1 3\n2\nZebra"],
        text => Assert.DoesNotContain("Zebra", Assert.IsType<MailVote.Unreadable>(DatePollMail.Read(text, Options)).Reason, StringComparison.OrdinalIgnoreCase));

    private static Gen<string> One(params IReadOnlyList<string> texts) => Gen.Int[0, texts.Count - 1].Select(place => texts[place]);

    private static string Said(string text, int options = Options) => DatePollMail.Read(text, options, "Siân Prys") switch
    {
        MailVote.Times times => string.Join(' ', times.Numbers),
        MailVote.None => "none",
        MailVote.Unreadable unreadable => "?" + unreadable.Reason,
        _ => throw new InvalidOperationException("There is no fourth."),
    };
}
