using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.Texts;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// The stored shapes of a cohort's partition. Each has a version in its row; a reader accepts every version ever
/// released, and a test keeps a sample of each.
/// </summary>
public static class CohortRows
{
    /// <summary>The shape of a cohort.</summary>
    public const string CohortShape = "cohort/1";

    /// <summary>The shape of a participant.</summary>
    public const string ParticipantShape = "person/6";

    /// <summary>Before a week had a mail of its own for meetings that were moved or called off.</summary>
    public const string ParticipantShapeFive = "person/5";

    /// <summary>The same before letters had numbers.</summary>
    public const string ParticipantShapeFour = "person/4";

    /// <summary>The same before people chose when their letters come.</summary>
    public const string ParticipantShapeThree = "person/3";

    /// <summary>The same before there were letters.</summary>
    public const string ParticipantShapeTwo = "person/2";

    /// <summary>The same before it said which proposals were never sent.</summary>
    public const string ParticipantShapeOne = "person/1";

    /// <summary>The shape of a message that is not final.</summary>
    public const string OutboxShape = "outbox/5";

    /// <summary>Before anything was said at once.</summary>
    public const string OutboxShapeFour = "outbox/4";

    /// <summary>Its shape when a message went by the first thing it says.</summary>
    public const string OutboxShapeThree = "outbox/3";

    /// <summary>Its shape before a message could say more than one thing.</summary>
    public const string OutboxShapeTwo = "outbox/2";

    /// <summary>Its shape before messages could be held.</summary>
    public const string OutboxShapeOne = "outbox/1";

    /// <summary>The shape of a final message.</summary>
    public const string MessageShape = "message/2";

    /// <summary>Its shape when a message went by the first thing it says.</summary>
    public const string MessageShapeOne = "message/1";

    /// <summary>The shape of a fact.</summary>
    public const string FactShape = "fact/2";

    /// <summary>The shape of a fact before replies had revisions.</summary>
    public const string FactShapeOne = "fact/1";

    /// <summary>The shape of an identity.</summary>
    public const string IdentityShape = "identity/3";

    /// <summary>The shape of an identity before line managers were tied to it.</summary>
    public const string IdentityShapeTwo = "identity/2";

    /// <summary>The shape of an identity before exports had pseudonyms of their own.</summary>
    public const string IdentityShapeOne = "identity/1";

    /// <summary>The stored form of a cohort.</summary>
    public static string Write(Cohort cohort) => Documents.Write(new CohortDocument(
        cohort.Id.Value, cohort.Place, cohort.ProgrammeId, cohort.ProgrammeVersion, Day(cohort.Start), cohort.Zone.Id,
        cohort.Division, Write(cohort.Sender), cohort.ShiftDays, Write(cohort.Pause), Day(cohort.WentOnFrom),
        cohort.OrganisationPauses.ToDictionary(item => item.Key, item => Write(item.Value)!),
        cohort.OrganisationsWentOnFrom.ToDictionary(item => item.Key, item => Day(item.Value)),
        [.. cohort.PassedOver.Select(step => step.Value)], Day(cohort.EndedOn), Moment(cohort.NextWake)));

    /// <summary>The cohort of a row.</summary>
    public static Stored<Cohort> ReadCohort(Row row)
    {
        var document = Documents.Read<CohortDocument>(row, CohortShape);
        return new Stored<Cohort>(
            new Cohort
            {
                Id = new CohortId(document.Id),
                Place = document.Place,
                ProgrammeId = document.Programme,
                ProgrammeVersion = document.Version,
                Start = Day(document.Start),
                Zone = DateTimeZoneProviders.Tzdb[document.Zone],
                Division = document.Division,
                Sender = new Sender(document.Sender.Name, document.Sender.Email, document.Sender.Contact),
                ShiftDays = document.ShiftDays,
                Pause = Read(document.Pause),
                WentOnFrom = DayOrNull(document.WentOnFrom),
                OrganisationPauses = (document.OrganisationPauses ?? []).ToDictionary(item => item.Key, item => Read(item.Value)!),
                OrganisationsWentOnFrom = (document.OrganisationsWentOnFrom ?? [])
                    .ToDictionary(item => item.Key, item => Day(item.Value)),
                PassedOver = Steps(document.PassedOver),
                EndedOn = DayOrNull(document.EndedOn),
                NextWake = MomentOrNull(document.NextWake),
            },
            row.ETag);
    }

    /// <summary>The stored form of a participant. Steps are stored by id, so that a later version of the programme can be read over it.</summary>
    public static string Write(Participant person, Timetable timetable) => Documents.Write(new ParticipantDocument(
        person.Id.Value, person.Organisation, person.Sector, person.Role, person.Language, person.Pattern.Days,
        person.Pattern.FromHour, person.Pattern.ToHour, person.Hour, Day(person.JoinedFrom), Day(person.LeftOn),
        Write(person.Pause), Day(person.WentOnFrom), Day(person.AddressRefusedOn),
        [.. timetable.In(person.Handled).Select(step => step.Id.Value)],
        [.. person.Open.Select(open => new OpenDocument(open.StepId.Value, Day(open.PromptedOn), open.Reminders, Day(open.RemindedOn)))],
        Day(person.LastMessageOn), person.MessagesOnLastDay,
        [.. person.Amendments.Select(change => Write(change)!)],
        person.Unasked.IsEmpty ? null : [.. timetable.In(person.Unasked).Select(step => step.Id.Value)],
        Day(person.LastLetterOn), Day(person.LetterBeforeOn), Day(person.LastBesideOn), person.LetterDay, person.EverySecondWeek, person.Letters, person.Slot?.Value,
        Day(person.LastChangeOn)));

    /// <summary>The participant of a row.</summary>
    public static Stored<Participant> ReadParticipant(Row row, Timetable timetable)
    {
        var document = Documents.Read<ParticipantDocument>(
            row, ParticipantShape, ParticipantShapeFive, ParticipantShapeFour, ParticipantShapeThree, ParticipantShapeTwo, ParticipantShapeOne);
        return new Stored<Participant>(
            new Participant
            {
                Id = new ParticipantId(document.Id),
                Organisation = document.Organisation,
                Sector = document.Sector,
                Role = document.Role ?? "",
                Language = document.Language,
                Pattern = new WorkingPattern(document.Days, document.FromHour, document.ToHour),
                Hour = document.Hour,
                JoinedFrom = Day(document.JoinedFrom),
                LeftOn = DayOrNull(document.LeftOn),
                Pause = Read(document.Pause),
                WentOnFrom = DayOrNull(document.WentOnFrom),
                AddressRefusedOn = DayOrNull(document.AddressRefusedOn),
                Handled = timetable.Places(Steps(document.Handled)),
                Unasked = timetable.Places(Steps(document.Unasked)),
                Open = [.. (document.Open ?? []).Select(open => new OpenPrompt(
                    new StepId(open.Step), Day(open.On), open.Reminders, DayOrNull(open.RemindedOn)))],
                LastMessageOn = DayOrNull(document.LastMessageOn),
                MessagesOnLastDay = document.MessagesOnLastDay,
                LastLetterOn = DayOrNull(document.LastLetterOn),
                LetterBeforeOn = DayOrNull(document.LetterBeforeOn),
                LastBesideOn = DayOrNull(document.LastBesideOn),
                LastChangeOn = DayOrNull(document.LastChangeOn),
                LetterDay = document.LetterDay,
                EverySecondWeek = document.EverySecondWeek,
                Letters = document.Letters,
                Slot = document.Slot is { } slot ? new SlotId(slot) : null,
                Amendments = [.. (document.Amendments ?? []).Select(change => Read(change)!)],
            },
            row.ETag);
    }

    /// <summary>The stored form of a message that is not final.</summary>
    public static string Write(OutboxMessage message) => Documents.Write(new OutboxDocument(
        message.Id.ToString(), Word(message.State), Day(message.DueOn), Moment(message.NotBefore),
        Moment(message.SendBy), message.Attempts, Moment(message.Since), message.State.ClaimedBy, message.Unwanted,
        (message.State as OutboxState.Held)?.Reason, [.. message.Items.Select(Write)], message.AtOnce));

    /// <summary>The message of an outbox row.</summary>
    public static Stored<OutboxMessage> ReadOutbox(Row row)
    {
        var document = row.Shape is OutboxShape or OutboxShapeFour
            ? Documents.Read<OutboxDocument>(row, OutboxShape, OutboxShapeFour)
            : Later(Documents.Read<EarlierOutboxDocument>(row, OutboxShapeThree, OutboxShapeTwo, OutboxShapeOne));
        return new Stored<OutboxMessage>(
            new OutboxMessage(
                Id(document.Id), State(document), Day(document.DueOn), [.. document.Items.Select(Read)],
                Moment(document.NotBefore), Moment(document.SendBy), document.Attempts, Moment(document.Since), document.Unwanted, document.AtOnce),
            row.ETag);
    }

    private static OutboxDocument Later(EarlierOutboxDocument document)
    {
        var first = Item(Id(document.Id), Day(document.PromptedOn)) with { Moved = Read(document.Moved) };
        return new OutboxDocument(
            document.Id, document.State, document.DueOn, document.NotBefore, document.SendBy, document.Attempts, document.Since,
            document.Claim, document.Unwanted, document.Held, [Write(first), .. document.More ?? []]);
    }

    private static ItemDocument Write(OutboxItem item) =>
        new(item.Step.Value, MessageId.Word(item.Kind), Day(item.PromptedOn), Write(item.Moved), item.Unwanted);

    private static OutboxItem Read(ItemDocument item) =>
        new(new StepId(item.Step), Kind(item.Kind), Day(item.PromptedOn), Read(item.Moved), item.Unwanted);

    // What a message is about that goes by it, as all did in earlier shapes.
    private static OutboxItem Item(LetterId id, LocalDate on) => id.About is { } about
        ? new OutboxItem(about.Step, about.Kind, on) : throw new InvalidDataException($"The message '{id}' says nothing.");

    // What is held is stored as in doubt with a reason, as in the first release that held anything.
    private static string Word(OutboxState state) => state switch
    {
        OutboxState.Queued => nameof(OutboxState.Queued),
        OutboxState.Sending => nameof(OutboxState.Sending),
        _ => nameof(OutboxState.InDoubt),
    };

    private static OutboxState State(OutboxDocument document) => (document.State, document.Held) switch
    {
        (nameof(OutboxState.Queued), _) => new OutboxState.Queued(),
        (nameof(OutboxState.Sending), _) => new OutboxState.Sending(document.Claim ?? ""),
        (nameof(OutboxState.InDoubt), null) => new OutboxState.InDoubt(document.Claim),
        (nameof(OutboxState.InDoubt), { } reason) => new OutboxState.Held(reason, document.Claim),
        _ => throw new InvalidDataException($"'{document.State}' is not a state of a message."),
    };

    /// <summary>The stored form of a final message.</summary>
    public static string Write(SentMessage message) =>
        Documents.Write(new MessageDocument(message.Id.ToString(), message.State, Day(message.DueOn), message.Reason, [.. message.Items.Select(Write)]));

    /// <summary>The message of a final row.</summary>
    public static Stored<SentMessage> ReadMessage(Row row)
    {
        var document = Documents.Read<MessageDocument>(row, MessageShape, MessageShapeOne);
        var (id, on) = (Id(document.Id), Day(document.DueOn));
        return new Stored<SentMessage>(
            new SentMessage(id, document.State, on, document.Reason, document.Items is { } items ? [.. items.Select(Read)] : [Item(id, on)]), row.ETag);
    }

    /// <summary>The change that stores a fact.</summary>
    public static RowChange Put(Fact fact) => new RowChange.Put(
        CohortKeys.Fact(fact), FactShape,
        Documents.Write(new FactDocument(
            Day(fact.On), fact.Participant?.Value ?? "", fact.Kind, fact.Step?.Value ?? "", fact.StepKind, fact.Theme, fact.Question, fact.Value, fact.Revision)));

    /// <summary>The fact of a row.</summary>
    public static Fact ReadFact(Row row)
    {
        var document = Documents.Read<FactDocument>(row, FactShape, FactShapeOne);
        return new Fact(
            Day(document.On), document.Participant is { Length: > 0 } person ? new ParticipantId(person) : null, document.Kind, document.Step is { Length: > 0 } step ? new StepId(step) : null, document.StepKind ?? "",
            document.Theme ?? "", document.Question ?? "", document.Value ?? "")
        {
            Revision = document.Revision,
        };
    }

    /// <summary>The stored form of an identity.</summary>
    public static string Write(Identity identity) => Documents.Write(new IdentityDocument(
        identity.ParticipantId.Value, identity.OrganisationId, Document(identity.Entry), identity.Pseudonym, identity.LineManagerId?.Value));

    /// <summary>The identity of a row.</summary>
    public static Stored<Identity> ReadIdentity(Row row)
    {
        var document = Documents.Read<IdentityDocument>(row, IdentityShape, IdentityShapeTwo, IdentityShapeOne);
        return new Stored<Identity>(
            new Identity(new ParticipantId(document.Id), document.Organisation, Read(document.Entry), document.Pseudonym ?? "") { LineManagerId = document.LineManager is { } manager ? new ParticipantId(manager) : null }, row.ETag);
    }

    /// <summary>The stored form of what the roster says of a person; the same where it says the same.</summary>
    public static string Write(RosterEntry entry) => Documents.Write(Document(entry));

    private static EntryDocument Document(RosterEntry entry) => new(
        entry.Name, entry.Email, entry.Organisation, entry.Sector, entry.Role, entry.Level, entry.LineManager, entry.Language,
        new PatternDocument(entry.Pattern.Days, entry.Pattern.FromHour, entry.Pattern.ToHour), entry.PreferredHour,
        entry.StrengthsOffered, entry.GrowthSought, entry.AccessNeeds);

    private static RosterEntry Read(EntryDocument entry) => new(
        entry.Name, entry.Email, entry.Organisation, entry.Sector, entry.Role, entry.Level, entry.LineManager, entry.Language,
        new WorkingPattern(entry.Pattern.Days, entry.Pattern.FromHour, entry.Pattern.ToHour), entry.PreferredHour,
        entry.StrengthsOffered, entry.GrowthSought, entry.AccessNeeds);

    private static SenderDocument Write(Sender sender) => new(sender.Name, sender.Email, sender.Contact);

    private static List<StepId> Steps(IReadOnlyList<string>? ids) => [.. (ids ?? []).Select(id => new StepId(id))];

    private static PauseDocument? Write(Pause? pause) =>
        pause is null ? null : new PauseDocument(Day(pause.Since), Day(pause.Until));

    private static Pause? Read(PauseDocument? document) =>
        document is null ? null : new Pause(Day(document.Since), DayOrNull(document.Until));

    private static AmendmentDocument? Write(Amendment? change) => change is null
        ? null
        : new AmendmentDocument(change.StepId.Value, MessageId.Word(change.Kind), Day(change.MovedTo), change.ShiftDays, change.WithLetter);

    private static Amendment? Read(AmendmentDocument? document) => document is null
        ? null
        : new Amendment(new StepId(document.Step), Kind(document.Kind), DayOrNull(document.MovedTo), document.ShiftDays, document.WithLetter);

    private static LetterId Id(string text) =>
        LetterId.Parse(text) ?? throw new InvalidDataException($"'{text}' is not the id of a message.");

    private static MessageKind Kind(string word) =>
        MessageId.ParseKind(word) ?? throw new InvalidDataException($"'{word}' is not a kind of message.");

    private sealed record PauseDocument(string Since, string? Until);

    private sealed record CohortDocument(
        string Id, string Place, string Programme, int Version, string Start, string Zone, UkDivision Division,
        SenderDocument Sender, int ShiftDays, PauseDocument? Pause, string? WentOnFrom,
        Dictionary<string, PauseDocument>? OrganisationPauses, Dictionary<string, string>? OrganisationsWentOnFrom,
        IReadOnlyList<string>? PassedOver, string? EndedOn, string? NextWake);

    private sealed record OpenDocument(string Step, string On, int Reminders, string? RemindedOn);

    private sealed record AmendmentDocument(string Step, string Kind, string? MovedTo, int ShiftDays, bool WithLetter = false);

    private sealed record ParticipantDocument(
        string Id, string Organisation, string Sector, string? Role, Language Language, Weekdays Days, int FromHour,
        int ToHour, int Hour, string JoinedFrom, string? LeftOn, PauseDocument? Pause, string? WentOnFrom,
        string? AddressRefusedOn, IReadOnlyList<string>? Handled, IReadOnlyList<OpenDocument>? Open,
        string? LastMessageOn, int MessagesOnLastDay, IReadOnlyList<AmendmentDocument>? Amendments,
        IReadOnlyList<string>? Unasked, string? LastLetterOn = null, string? LetterBeforeOn = null, string? LastBesideOn = null,
        IsoDayOfWeek? LetterDay = null, bool EverySecondWeek = false, int Letters = 0, string? Slot = null, string? LastChangeOn = null);

    private sealed record OutboxDocument(
        string Id, string State, string DueOn, string NotBefore, string SendBy, int Attempts,
        string Since, string? Claim, bool Unwanted, string? Held, IReadOnlyList<ItemDocument> Items, bool AtOnce = false);

    private sealed record EarlierOutboxDocument(
        string Id, string State, string DueOn, string PromptedOn, string NotBefore, string SendBy, int Attempts,
        string Since, string? Claim, bool Unwanted, AmendmentDocument? Moved, string? Held,
        IReadOnlyList<ItemDocument>? More);

    private sealed record ItemDocument(string Step, string Kind, string PromptedOn, AmendmentDocument? Moved, bool Unwanted = false);

    private sealed record MessageDocument(string Id, SentState State, string DueOn, string? Reason, IReadOnlyList<ItemDocument>? Items = null);

    private sealed record FactDocument(
        string On, string? Participant, string Kind, string? Step, string? StepKind, string? Theme, string? Question,
        string? Value, int Revision);

    private sealed record SenderDocument(string Name, string Email, string Contact);

    private readonly record struct PatternDocument(Weekdays Days, int FromHour, int ToHour);

    private sealed record EntryDocument(
        string Name, string Email, string Organisation, string Sector, string Role, Level? Level, string? LineManager, Language Language,
        PatternDocument Pattern, int PreferredHour, IReadOnlyList<string> StrengthsOffered, IReadOnlyList<string> GrowthSought,
        string? AccessNeeds);

    private sealed record IdentityDocument(string Id, string Organisation, EntryDocument Entry, string? Pseudonym, string? LineManager);
}
