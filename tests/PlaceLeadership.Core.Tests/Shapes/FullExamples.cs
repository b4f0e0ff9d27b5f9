using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Shapes;

/// <summary>One of each stored thing with every field filled in.</summary>
internal static class FullExamples
{
    private static readonly LocalDate Day = new(2026, 3, 3);
    private static readonly Instant Moment = Instant.FromUtc(2026, 3, 3, 9, 0, 1);

    public static Timetable Timetable { get; } = Timetable.Of(Plan.Of(
        Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Tuesday), Plan.Prompt(new StepId("two"), 2, IsoDayOfWeek.Tuesday),
        Plan.Prompt(new StepId("three"), 3, IsoDayOfWeek.Tuesday)));

    public static Cohort Cohort { get; } = new()
    {
        Id = new CohortId("ynys-mon-2026"),
        Place = "Ynys Môn",
        ProgrammeId = "made-up",
        ProgrammeVersion = 3,
        Start = Day,
        Zone = Office.London,
        Division = UkDivision.NorthernIreland,
        Sender = new Sender("Siân O'Neill", "sian@example.org", "01234 567890, before noon"),
        ShiftDays = 14,
        Pause = new Pause(Day.PlusDays(1), Day.PlusDays(8)),
        WentOnFrom = Day.PlusDays(2),
        OrganisationPauses = new Dictionary<string, Pause> { ["o1"] = new(Day, null), ["o2"] = new(Day, Day.PlusDays(3)) },
        OrganisationsWentOnFrom = new Dictionary<string, LocalDate> { ["o3"] = Day.PlusDays(4) },
        PassedOver = [new StepId("two")],
        EndedOn = Day.PlusDays(200),
        NextWake = Moment,
    };

    public static Participant Person { get; } = new()
    {
        Id = new ParticipantId("p4bc9cib2mcry"),
        Organisation = "o2",
        Sector = "community",
        Role = "Volunteer",
        Language = Language.Welsh,
        Pattern = new WorkingPattern(Weekdays.Tuesday | Weekdays.Friday, 9, 15),
        Hour = 11,
        JoinedFrom = Day,
        LeftOn = Day.PlusDays(30),
        Pause = new Pause(Day.PlusDays(1), null),
        WentOnFrom = Day.PlusDays(2),
        AddressRefusedOn = Day.PlusDays(3),
        Handled = StepSet.Empty.With(0).With(2),
        Unasked = StepSet.Empty.With(2),
        Open = [new OpenPrompt(new StepId("one"), Day, 2, Day.PlusDays(7)), new OpenPrompt(new StepId("three"), Day.PlusDays(14))],
        LastMessageOn = Day.PlusDays(14),
        MessagesOnLastDay = 2,
        LastLetterOn = Day.PlusDays(14),
        LetterBeforeOn = Day.PlusDays(7),
        LastBesideOn = Day.PlusDays(9),
        LastChangeOn = Day.PlusDays(8),
        LetterDay = IsoDayOfWeek.Friday,
        EverySecondWeek = true,
        Letters = 17,
        Slot = new SlotId("s7q2m"),
        Amendments =
        [
            new Amendment(new StepId("two"), MessageKind.SecondReminder, Day.PlusDays(9), 7), new Amendment(new StepId("three"), MessageKind.Prompt, null),
        ],
    };

    public static OutboxMessage Waiting { get; } = new(
        new LetterId(new CohortId("ynys-mon-2026"), new ParticipantId("p4bc9cib2mcry"), 17), new OutboxState.Held("SendGrid refuses this message (413).", "0123456789abcdef"), Day.PlusDays(7),
        [
            new OutboxItem(new StepId("two"), MessageKind.Prompt, Day.PlusDays(7), new Amendment(new StepId("two"), MessageKind.Prompt, Day.PlusDays(7), 14, WithLetter: true)),
            new OutboxItem(new StepId("one"), MessageKind.SecondReminder, Day, Unwanted: true),
        ],
        Moment, Moment + Duration.FromHours(6), 3, Moment + Duration.FromMilliseconds(5), true, true);

    public static SentMessage Sent { get; } = new(
        new LetterId(new CohortId("ynys-mon-2026"), new ParticipantId("p4bc9cib2mcry"), 17), SentState.Refused, Day, "The mailbox does not exist.",
        [new OutboxItem(new StepId("one"), MessageKind.Prompt, Day)]);

    public static Slot Slot { get; } = new(
        new SlotId("s7q2m"),
        [
            new SlotMember(new CohortId("ward-leaders"), new ParticipantId("pq8m2c7r4t1a"), Day.PlusWeeks(20)),
            new SlotMember(new CohortId("ynys-mon-2026"), new ParticipantId("p4bc9cib2mcry"), Day.PlusWeeks(26), 17, Day.PlusDays(14), Day.PlusDays(9), Day.PlusDays(8), Day.PlusDays(15), EverySecondWeek: true, IsAway: true, IsLinked: true),
        ]);

    public static Session Session { get; } = new(
        new AccountId("key"), "key|9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Moment, Moment + Duration.FromMinutes(40))
    {
        Provider = new ProviderWord(
            "s-1", Moment, [new Grant(Role.Manager, Scope.OfPlace("Vale")), new Grant(Role.Evaluator, Scope.OfCohort(new CohortId("ynys-mon-2026")))],
            Moment + Duration.FromMinutes(30), "sealed")
        { Issuer = "https://provider.example.org/" },
    };

    public static Account Account { get; } = new(
        new AccountId("a1"), "Ruth Adeyemi", "ruth@example.org", "https://login.example.org/", Moment, [new Grant(Role.Administrator, Scope.Everywhere)]);

    public static AccessAct AccessAct { get; } = new(Moment, new AccountId("a1"), AccessDeeds.Granted)
    {
        Whom = new AccountId("a2"),
        Cohort = new CohortId("ynys-mon-2026"),
        Detail = "manager@place:vale",
        From = "192.0.2.1",
    };

    public static Fact Fact { get; } =
        new(Day, new ParticipantId("p4bc9cib2mcry"), FactKinds.Answer, new StepId("one"), "pulse", "safe-to-try", "voice", "7") { Revision = 3 };

    public static Act Act { get; } = new(
        Moment, Actor.Facilitator(3),
        [new Deed("meeting-moved", new ParticipantId("p4bc9cib2mcry"), new StepId("one"), "3"), new Deed(Deeds.CohortWentOn)]);

    public static Identity Identity { get; } = new(
        new ParticipantId("p4bc9cib2mcry"), "o2",
        new RosterEntry(
            "Siân O'Neill", "sian@example.org", "Bwyd i Bawb", "community", "Volunteer", Level.TeamLeader, "mair@example.org",
            Language.NotKnown, new WorkingPattern(Weekdays.Tuesday | Weekdays.Friday, 9, 15), 11, ["listening", "maps"], ["saying no"],
            "A step-free room"),
        "x7k2m9qwertyu")
    {
        LineManagerId = new ParticipantId("p2m7x9k4abcde"),
    };
}
