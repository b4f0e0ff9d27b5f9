using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Mail.Composing;

namespace PlaceLeadership.Mail.Tests.Calendars;

/// <summary>Messages about meetings, as the composer writes them.</summary>
internal static class Invitation
{
    public const string Recipient = "sian.o'brien+ward@example.org";

    /// <summary>What its composers sign with.</summary>
    public static KeyRing Keys { get; } = new(new byte[KeyRing.SecretBytes]);

    private static readonly MessageComposer Composer = Composers(null);

    private static readonly MessageComposer WithReplies = Composers("replies.example.org");

    /// <summary>A settled meeting of two hours and a half.</summary>
    public static CalendarEntry Settled(LocalDateTime start) => new(
        "north-set-meeting-one-set-1@placeleadership", 0, CalledOff: false, Suggested: false, start, 150,
        new LocalText(new Dictionary<string, string> { ["en"] = "Learning set", ["cy"] = "Set dysgu" }));

    /// <summary>A message about a set, with this in its calendar file or without one.</summary>
    public static OutgoingMail Of(
        CalendarEntry? entry, string place = "Ynys Môn", Language language = Language.English, string zone = "Europe/London",
        Func<Step, Step>? step = null, MessageKind kind = MessageKind.Prompt, ReplyByMail? poll = null, bool takesReplies = false,
        params IReadOnlyList<StillOpenStep> stillOpen)
    {
        var (about, message) = (step?.Invoke(Step) ?? Step, Message with { Items = [Message.First with { Kind = kind }] });
        return (takesReplies ? WithReplies : Composer).Compose(
            Programme, Cohort(place, zone), new Identity(new ParticipantId("p07"), "o1", Somebody(language)), message,
            [new LetterItem(message.Items[0], about) { About = new JourneyLetter(about, entry) { ByMail = poll } }], stillOpen: stillOpen);
    }

    /// <summary>A letter that brings all this, each step with what its journey filled in.</summary>
    public static OutgoingMail Letter(
        Language language, IReadOnlyList<(Step Step, JourneyLetter? About)> brought, StandingMeeting? next = null, params IReadOnlyList<StillOpenStep> stillOpen)
    {
        var message = Message with
        {
            Items = [.. brought.Select(item => Message.First with { Step = item.Step.Id })],
        };
        return WithReplies.Compose(
            Programme, Cohort("Ynys Môn", "Europe/London"), new Identity(new ParticipantId("p07"), "o1", Somebody(language)), message,
            [.. brought.Zip(message.Items, (item, what) => new LetterItem(what, item.Step) { About = item.About })], next: next, stillOpen: stillOpen);
    }

    public static CalendarFile FileOf(CalendarEntry entry, string place = "Ynys Môn", Language language = Language.English, string zone = "Europe/London") =>
        Of(entry, place, language, zone).Calendar!;

    private static MessageComposer Composers(string? replyDomain) =>
        new(new LinkMaker(new LinkTokens(Keys), new Uri("https://place.example.org/"), replyDomain));

    private static Programme Programme => new(
        "made-up", 1, LocalText.English("Leading together"), 20, ["en", "cy"], [new StageStart(Stage.FacilitatorLed, 1)], [], [], [Meeting]);

    private static Step Step { get; } = new(
        new StepId("set-meeting-one.date"), BuiltIn.SetMeeting, LocalText.English("Your learning set has a date"), LocalText.English("It is on."),
        new Placement.InWeek(4, IsoDayOfWeek.Monday), Audience.All, 1, [], [], 21, null, Stage.FacilitatorLed, [], [])
    {
        Urgency = Urgency.SaysWhenPeopleMeet,
    };

    private static Step Meeting => Step with { Id = Step.Whole, Title = LocalText.English("The first meeting") };

    private static OutboxMessage Message { get; } = new(
        new LetterId(new CohortId("north"), new ParticipantId("p07"), 4), new OutboxState.Sending(""), new LocalDate(2026, 3, 2),
        [new OutboxItem(new StepId("set-meeting-one.date"), MessageKind.Prompt, new LocalDate(2026, 3, 2))], Instant.FromUtc(2026, 3, 2, 9, 0, 7), Instant.FromUtc(2026, 3, 2, 18, 0), 1, Instant.FromUtc(2026, 3, 2, 9, 0));

    private static Cohort Cohort(string place, string zone) => new()
    {
        Id = new CohortId("north"),
        Place = place,
        ProgrammeId = "made-up",
        ProgrammeVersion = 1,
        Start = new LocalDate(2026, 2, 2),
        Zone = DateTimeZoneProviders.Tzdb[zone],
        Division = UkDivision.EnglandAndWales,
        Sender = new Sender("Bronwen; Hughes, Dr", "bronwen@example.org", "01248 000000"),
    };

    private static RosterEntry Somebody(Language language) => new(
        "Siân: Tŷ, Prys", Recipient, "Ward 7", Sectors.Nhs, "Sister", null, null, language, WorkingPattern.FullWeek, 9, [], [], null);
}
