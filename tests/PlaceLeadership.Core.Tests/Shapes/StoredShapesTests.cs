using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Privacy;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Shapes;

/// <summary>
/// A stored sample of each shape ever released, which the current reader must still understand. A sample is never changed:
/// when a writer has to write something else, its shape gets a new number and a new sample beside the old one.
/// </summary>
public sealed class StoredShapesTests
{
    private static readonly Dictionary<string, Func<string>> Writers = new()
    {
        [CohortRows.CohortShape] = () => CohortRows.Write(FullExamples.Cohort),
        [CohortRows.ParticipantShape] = () => CohortRows.Write(FullExamples.Person, FullExamples.Timetable),
        [CohortRows.OutboxShape] = () => CohortRows.Write(FullExamples.Waiting),
        [CohortRows.MessageShape] = () => CohortRows.Write(FullExamples.Sent),
        [SessionStore.Shape] = () => SessionStore.Write(FullExamples.Session),
        [AccountStore.Shape] = () => AccountStore.Write(FullExamples.Account),
        [AccessLog.Shape] = () => AccessLog.Write(FullExamples.AccessAct),
        [SlotRows.Shape] = () => SlotRows.Write(FullExamples.Slot),
        [CohortRows.FactShape] = () => ((RowChange.Put)CohortRows.Put(FullExamples.Fact)).Body,
        [CohortRows.IdentityShape] = () => CohortRows.Write(FullExamples.Identity),
        [ActRows.Shape] = () => ActRows.Put("act|1", FullExamples.Act).Body,
        [CoachingRows.Shape] = () => CoachingRows.Write(FullGroups.Round),
        [SetRows.SetShape] = () => SetRows.Write(FullGroups.Set),
        [SetRows.FormedShape] = () => SetRows.Write(FullGroups.Formed),
        [SetRows.MeetingShape] = () => SetRows.Write(FullGroups.Meeting),
    };

    private static readonly Dictionary<string, Func<Row, string>> RoundTrips = new()
    {
        [CohortRows.CohortShape] = row => CohortRows.Write(CohortRows.ReadCohort(row).Value),
        [CohortRows.ParticipantShape] = row =>
            CohortRows.Write(CohortRows.ReadParticipant(row, FullExamples.Timetable).Value, FullExamples.Timetable),
        [CohortRows.OutboxShape] = row => CohortRows.Write(CohortRows.ReadOutbox(row).Value),
        [CohortRows.MessageShape] = row => CohortRows.Write(CohortRows.ReadMessage(row).Value),
        [SessionStore.Shape] = row => SessionStore.Write(SessionStore.Read(row)),
        [AccountStore.Shape] = row => AccountStore.Write(AccountStore.Read(row)),
        [AccessLog.Shape] = row => AccessLog.Write(AccessLog.Read(row)),
        [SlotRows.Shape] = row => SlotRows.Write(SlotRows.Read(row).Value),
        [CohortRows.FactShape] = row => ((RowChange.Put)CohortRows.Put(CohortRows.ReadFact(row))).Body,
        [CohortRows.IdentityShape] = row => CohortRows.Write(CohortRows.ReadIdentity(row).Value),
        [ActRows.Shape] = row => ActRows.Put(row.Key, ActRows.Read(row)).Body,
        [CoachingRows.Shape] = row => CoachingRows.Write(CoachingRows.Read(row)),
        [SetRows.SetShape] = row => SetRows.Write(SetRows.ReadSet(row)),
        [SetRows.FormedShape] = row => SetRows.Write(SetRows.ReadFormed(row)),
        [SetRows.MeetingShape] = row => SetRows.Write(SetRows.ReadMeeting(row)),
    };

    public static TheoryData<string> Shapes => [.. Writers.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_stored_sample_is_read_and_says_what_the_full_example_says(string shape)
    {
        var row = Sample(shape);
        Assert.Equal(Writers[shape](), RoundTrips[shape](row));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_written_today_is_what_the_sample_holds(string shape) => Assert.True(
        Writers[shape]() == Sample(shape).Body,
        $"The writer of {shape} now writes something else. Give the shape a new number, keep reading the old, and add a sample:\n{Writers[shape]()}");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_full_example_leaves_no_field_to_its_default(string shape)
    {
        var fields = JsonNode.Parse(Sample(shape).Body)!.AsObject().Select(field => field.Key).ToHashSet();
        var document = new[] { typeof(CohortRows), typeof(SlotRows), typeof(SessionStore), typeof(AccountStore), typeof(AccessLog), typeof(SetRows), typeof(CoachingRows), typeof(ApartWishes), typeof(ActRows) }
            .SelectMany(rows => rows.GetNestedTypes(System.Reflection.BindingFlags.NonPublic))
            .Single(type => type.Name == Document(shape));
        Assert.Equal(document.GetProperties().Length, fields.Count);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_later_shape_or_damage_is_said_to_be_so(string shape)
    {
        var later = Assert.Throws<InvalidDataException>(() => RoundTrips[shape](Sample(shape) with { Shape = shape[..^1] + "9" }));
        Assert.Contains("A later version of the product wrote it.", later.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => RoundTrips[shape](Sample(shape) with { Body = "{" }));
    }

    [Fact]
    public void An_identity_of_the_first_release_has_no_pseudonym_until_it_is_needed()
    {
        var read = CohortRows.ReadIdentity(Sample(CohortRows.IdentityShapeOne)).Value;
        Assert.Equal("", read.Pseudonym);
        Assert.Equal(CohortRows.Write(FullExamples.Identity), CohortRows.Write(
            read with { Pseudonym = FullExamples.Identity.Pseudonym, LineManagerId = FullExamples.Identity.LineManagerId }));
    }

    [Fact]
    public void An_identity_of_the_second_release_has_its_line_manager_by_name_alone()
    {
        var read = CohortRows.ReadIdentity(Sample(CohortRows.IdentityShapeTwo)).Value;
        Assert.Null(read.LineManagerId);
        Assert.Equal(CohortRows.Write(FullExamples.Identity), CohortRows.Write(read with { LineManagerId = FullExamples.Identity.LineManagerId }));
    }

    [Fact]
    public void A_sign_in_of_the_release_before_providers_was_with_the_manager_key() => Assert.Equal(
        FullExamples.Session with { Key = "sample", Provider = null }, SessionStore.Read(Sample(SessionStore.EarlierShape)));

    [Fact]
    public void A_participant_of_the_first_release_was_asked_whatever_was_proposed()
    {
        var read = CohortRows.ReadParticipant(Sample(CohortRows.ParticipantShapeOne), FullExamples.Timetable).Value;
        Assert.True(read.Unasked.IsEmpty);
        Assert.Equal(
            CohortRows.Write(FullExamples.Person, FullExamples.Timetable),
            CohortRows.Write(WithLetters(read) with { Unasked = FullExamples.Person.Unasked }, FullExamples.Timetable));
    }

    [Fact]
    public void A_participant_of_the_release_before_letters_has_had_none()
    {
        var read = CohortRows.ReadParticipant(Sample(CohortRows.ParticipantShapeTwo), FullExamples.Timetable).Value;
        Assert.Equal((null, null, null), (read.LastLetterOn, read.LetterBeforeOn, read.LastBesideOn));
        Assert.Equal(
            CohortRows.Write(FullExamples.Person, FullExamples.Timetable), CohortRows.Write(WithLetters(read), FullExamples.Timetable));
    }

    [Fact]
    public void A_participant_of_the_release_before_choices_gets_letters_as_the_programme_has_them()
    {
        var read = CohortRows.ReadParticipant(Sample(CohortRows.ParticipantShapeThree), FullExamples.Timetable).Value;
        Assert.Equal(new LetterChoice(null, false), LetterChoice.Of(read));
        Assert.Equal(
            CohortRows.Write(FullExamples.Person, FullExamples.Timetable),
            CohortRows.Write(WithNumbers(LetterChoice.Of(FullExamples.Person).MadeBy(read)), FullExamples.Timetable));
    }

    [Fact]
    public void A_participant_of_the_release_before_letters_had_numbers_starts_with_the_first()
    {
        var read = CohortRows.ReadParticipant(Sample(CohortRows.ParticipantShapeFour), FullExamples.Timetable).Value;
        Assert.Equal((0, null), (read.Letters, read.Slot));
        Assert.Equal(CohortRows.Write(FullExamples.Person, FullExamples.Timetable), CohortRows.Write(WithNumbers(read), FullExamples.Timetable));
    }

    [Fact]
    public void What_was_stored_before_anything_was_said_at_once_says_what_the_full_examples_say()
    {
        var person = CohortRows.ReadParticipant(Sample(CohortRows.ParticipantShapeFive), FullExamples.Timetable).Value;
        Assert.Null(person.LastChangeOn);
        Assert.Equal(CohortRows.Write(FullExamples.Person, FullExamples.Timetable), CohortRows.Write(WithChange(person), FullExamples.Timetable));
        Assert.Equal(
            CohortRows.Write(FullExamples.Waiting with { AtOnce = false }), CohortRows.Write(CohortRows.ReadOutbox(Sample(CohortRows.OutboxShapeFour)).Value));
        Assert.Equal(
            SlotRows.Write(FullExamples.Slot with { Members = [.. FullExamples.Slot.Members.Select(member => member with { ChangeOn = null })] }),
            SlotRows.Write(SlotRows.Read(Sample(SlotRows.EarlierShape)).Value));
    }

    private static Participant WithChange(Participant read) => read with { LastChangeOn = FullExamples.Person.LastChangeOn };

    private static Participant WithNumbers(Participant read) => WithChange(read) with { Letters = FullExamples.Person.Letters, Slot = FullExamples.Person.Slot };

    private static Participant WithLetters(Participant read) => WithNumbers(LetterChoice.Of(FullExamples.Person).MadeBy(read)) with
    {
        LastLetterOn = FullExamples.Person.LastLetterOn,
        LetterBeforeOn = FullExamples.Person.LetterBeforeOn,
        LastBesideOn = FullExamples.Person.LastBesideOn,
    };

    [Fact]
    public void A_fact_of_the_first_release_belongs_to_the_first_reply() => Assert.Equal(
        FullExamples.Fact with { Revision = 0 }, CohortRows.ReadFact(Sample(CohortRows.FactShapeOne)));

    [Theory]
    [InlineData(CohortRows.OutboxShapeOne, 1, null)]
    [InlineData(CohortRows.OutboxShapeTwo, 1, "SendGrid refuses this message (413).")]
    [InlineData(CohortRows.OutboxShapeThree, 2, "SendGrid refuses this message (413).")]
    public void A_waiting_message_of_an_earlier_release_goes_by_the_first_thing_it_says_and_keeps_its_key(string shape, int things, string? held)
    {
        var about = new MessageId(new CohortId("ynys-mon-2026"), new StepId("one"), new ParticipantId("p4bc9cib2mcry"), MessageKind.SecondReminder);
        var day = new LocalDate(2026, 3, 10);
        OutboxItem[] said =
        [
            new(new StepId("one"), MessageKind.SecondReminder, day.PlusDays(-7), new Amendment(new StepId("one"), MessageKind.SecondReminder, day, 14)),
            new(new StepId("two"), MessageKind.Prompt, day, new Amendment(new StepId("two"), MessageKind.Prompt, day, 14)),
        ];
        var read = CohortRows.ReadOutbox(Sample(shape)).Value;
        Assert.Equal(
            FullExamples.Waiting with
            {
                Id = LetterId.Of(about),
                Items = read.Items,
                AtOnce = false,
                State = held is null ? new OutboxState.InDoubt("0123456789abcdef") : new OutboxState.Held(held, "0123456789abcdef"),
            },
            read);
        Assert.Equal(said.Take(things), read.Items);
        Assert.Equal("outbox|one|p4bc9cib2mcry|reminder-2", CohortKeys.Outbox(read.Id));
        Assert.Equal("outbox|p4bc9cib2mcry|000017", CohortKeys.Outbox(FullExamples.Waiting.Id));
    }

    [Fact]
    public void A_final_message_of_the_first_release_brought_what_it_goes_by()
    {
        var read = CohortRows.ReadMessage(Sample(CohortRows.MessageShapeOne)).Value;
        Assert.Equal("message|one|p4bc9cib2mcry|prompt", CohortKeys.Message(read.Id));
        Assert.Equal(FullExamples.Sent.Items, read.Items);
        Assert.Equal(FullExamples.Sent with { Id = read.Id, Items = read.Items }, read);
    }

    [Fact]
    public void Groups_of_the_first_release_stay_what_they_were_in_calendars()
    {
        var read = CoachingRows.Read(Sample(CoachingRows.ShapeOne));
        Assert.Equal(["p1-p2", "p3-p4-p5"], read.Groups.Select(group => group.InCalendars));
        Assert.Equal([new ParticipantId("p1"), new ParticipantId("p2")], read.Groups[0].Members);
        Assert.Equal(FullGroups.Round.Met, read.Met);
    }

    [Fact]
    public void Meetings_of_the_first_release_have_no_earlier_dates()
    {
        Assert.Equal(SetRows.Write(FullGroups.Meeting with { Earlier = [], PollDays = 6 }), SetRows.Write(SetRows.ReadMeeting(Sample(SetRows.MeetingShapeOne))));
        Assert.Equal(
            SetRows.Write(FullGroups.Set with { Meetings = [FullGroups.Meeting with { Earlier = [], PollDays = 6 }], Left = [], ChangedOn = null }),
            SetRows.Write(SetRows.ReadSet(Sample(SetRows.SetShapeOne))));
    }

    [Fact]
    public void A_set_of_the_second_release_does_not_say_when_it_changed() => Assert.Equal(
        SetRows.Write(FullGroups.Set with { ChangedOn = null }), SetRows.Write(SetRows.ReadSet(Sample(SetRows.SetShapeTwo))));

    [Fact]
    public void Stored_wishes_to_be_apart_and_a_stored_facilitator_are_read_and_written_alike()
    {
        Assert.Equal(FullGroups.Apart, ApartWishes.Read(Sample(ApartWishes.Shape)));
        Assert.Equal(Sample(ApartWishes.Shape).Body, ApartWishes.Write(FullGroups.Apart));
        Assert.Equal(FullGroups.Facilitator, Documents.Read<Facilitator>(Sample(Facilitator.Shape), Facilitator.Shape));
        Assert.Equal(Sample(Facilitator.Shape).Body, Documents.Write(FullGroups.Facilitator));
    }

    [Theory]
    [InlineData(ReplyDesk.ShapeOne)]
    [InlineData(ReplyDesk.Shape)]
    public async Task A_stored_reply_is_read_and_written_alike(string shape)
    {
        var office = await Office.LaunchedAsync(
            new LocalDate(2026, 3, 2), Plan.Of(Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Monday)), [Somebody.Named("Ann")]);
        await office.GoToAsync(new LocalDate(2026, 3, 3));
        await PutAsync(office.Tables, Table.Cohorts, Office.Cohort.Value, CohortKeys.Reply(new StepId("one"), new ParticipantId("p1")), shape);
        var view = await office.Replies.ViewAsync(
            new AnswerLink(Office.Cohort, new ParticipantId("p1"), new StepId("one"), office.Today, office.Clock.Now + Duration.FromDays(1)), default);
        Assert.Equal(new Reply(new StepId("one"), new ParticipantId("p1"), ReplyKind.NotThisWeek, new LocalDate(2026, 3, 3)), view!.Reply);

        await office.Replies.SayAsync(
            new AnswerLink(Office.Cohort, new ParticipantId("p1"), new StepId("one"), office.Today, office.Clock.Now + Duration.FromDays(1)),
            ReplyKind.NotThisWeek, default);
        var written = await office.Tables.GetAsync(Table.Cohorts, Office.Cohort.Value, CohortKeys.Reply(new StepId("one"), new ParticipantId("p1")), default);
        Assert.Equal((ReplyDesk.Shape, Sample(ReplyDesk.Shape).Body), (written!.Shape, written.Body));
    }

    [Fact]
    public async Task Stored_marks_of_mails_are_read_and_written_alike()
    {
        var office = await Office.LaunchedAsync(
            new LocalDate(2026, 3, 2), Plan.Of(Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Monday)), [Somebody.Named("Ann")]);
        await office.GoToAsync(new LocalDate(2026, 3, 3));
        var key = CohortKeys.AnswerMails(new StepId("one"), new ParticipantId("p1"));
        var link = new AnswerLink(Office.Cohort, new ParticipantId("p1"), new StepId("one"), office.Today, office.Clock.Now + Duration.FromDays(1));
        var form = new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { ["q"] = ["Words."] });
        await PutAsync(office.Tables, Table.Cohorts, Office.Cohort.Value, key, ReplyDesk.MailsShape);
        await office.Replies.AnswerByMailAsync(link, form, "60303ae22b998861", default);
        Assert.Null((await office.Replies.ViewAsync(link, default))!.Reply);

        await office.Tables.SubmitAsync(
            Table.Cohorts, Office.Cohort.Value,
            [new RowChange.Delete(key, (await office.Tables.GetAsync(Table.Cohorts, Office.Cohort.Value, key, default))!.ETag)], default);
        await office.Replies.AnswerByMailAsync(link, form, "9f86d081884c7d65", default);
        await office.Replies.AnswerByMailAsync(link, form, "60303ae22b998861", default);
        var written = await office.Tables.GetAsync(Table.Cohorts, Office.Cohort.Value, key, default);
        Assert.Equal((ReplyDesk.MailsShape, Sample(ReplyDesk.MailsShape).Body), (written!.Shape, written.Body));
    }

    [Fact]
    public async Task A_stored_reflection_is_still_opened()
    {
        var tables = new MemoryTables();
        await PutAsync(tables, Table.Reflections, "p1", "one", ReflectionVault.Shape);
        var words = await new ReflectionVault(tables, LinkTokensTests.Ring(1)).ReadAsync(new ParticipantId("p1"), new StepId("one"), default);
        Assert.Equal("I listened.", words!["what"]);
        Assert.Equal("Gweld y môr.", words!["now"]);
        Assert.Equal(["key", "nonce", "tag", "text"], JsonNode.Parse(Sample(ReflectionVault.Shape).Body)!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task A_stored_line_of_the_directory_is_read_and_written_alike()
    {
        var tables = new MemoryTables();
        await PutAsync(tables, Table.Directory, "cohorts", "ynys-mon-2026", CohortDirectory.Shape);
        var entry = Assert.Single(await new CohortDirectory(tables).ListAsync(default));
        Assert.Equal(("ynys-mon-2026", "Ynys Môn"), (entry.Id.Value, entry.Place));

        await new CohortDirectory(tables).EnterAsync(entry.Id, entry.Place, default);
        var written = await tables.GetAsync(Table.Directory, "cohorts", "ynys-mon-2026", default);
        Assert.Equal((CohortDirectory.Shape, Sample(CohortDirectory.Shape).Body), (written!.Shape, written.Body));
    }

    [Fact]
    public async Task A_stored_trouble_of_a_cohort_is_read_and_written_alike()
    {
        var tables = new MemoryTables();
        await PutAsync(tables, Table.Directory, "troubles", "ynys-mon-2026|sending", TroubleDesk.Shape);
        var troubles = new TroubleDesk(tables, new StoppedClock(NodaTime.Instant.FromUtc(2027, 1, 19, 8, 0)));
        var trouble = Assert.Single(await troubles.ListAsync(new CohortId("ynys-mon-2026"), default));
        Assert.Equal(
            new Trouble(new CohortId("ynys-mon-2026"), TroubleDesk.Sending, NodaTime.Instant.FromUtc(2027, 1, 18, 8, 0), 3, "SendGrid does not let us send (401)."),
            trouble);

        await troubles.NoteAsync(trouble.Cohort, trouble.Work, trouble.What, default);
        var written = await tables.GetAsync(Table.Directory, "troubles", "ynys-mon-2026|sending", default);
        Assert.Equal(Sample(TroubleDesk.Shape).Body.Replace(":3,", ":4,", StringComparison.Ordinal), written!.Body);

        await troubles.ClearAsync(trouble.Cohort, trouble.Work, default);
        Assert.Empty(await troubles.ListAsync(null, default));
    }

    [Fact]
    public void A_stored_key_of_a_launch_is_read_and_written_alike_and_once_its_cohort_is_deleted_says_nothing_of_it()
    {
        var launch = LaunchKeys.Read(Sample(LaunchKeys.Shape));
        Assert.Equal(
            new KeyedLaunch(new CohortId("ynys-mon-2026"), "Rk9PQkFSQkFa", "2026-03", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Deleted: false), launch);
        Assert.Equal(Sample(LaunchKeys.Shape).Body, LaunchKeys.Write(launch));
        var closed = LaunchKeys.Write(KeyedLaunch.Closed);
        Assert.Equal("""{"deleted":true}""", closed);
        Assert.Equal(KeyedLaunch.Closed, LaunchKeys.Read(Sample(LaunchKeys.Shape) with { Body = closed }));
    }

    [Fact]
    public async Task A_stored_look_at_a_cohort_is_read_and_written_alike()
    {
        var tables = new MemoryTables();
        await PutAsync(tables, Table.Directory, "looks", "ynys-mon-2026", CohortDirectory.LookShape);
        var look = (await new CohortDirectory(tables).LooksAsync(default))[new CohortId("ynys-mon-2026")];
        Assert.Equal(new Look("mark-7", NodaTime.Instant.FromUtc(2027, 1, 18, 8, 0), Ended: false), look);

        await new CohortDirectory(tables).NoteAsync(new CohortId("ynys-mon-2026"), look, default);
        var written = await tables.GetAsync(Table.Directory, "looks", "ynys-mon-2026", default);
        Assert.Equal(Sample(CohortDirectory.LookShape).Body, written!.Body);
    }

    [Fact]
    public async Task A_stored_rehearsal_clock_is_read_and_written_alike()
    {
        var tables = new MemoryTables();
        await PutAsync(tables, Table.Directory, "rehearsal", "clock", RehearsalClock.Shape);
        var clock = new RehearsalClock(tables, TimeProvider.System);
        await clock.RefreshAsync(default);
        Assert.Equal(new DateTimeOffset(2027, 1, 18, 8, 0, 0, TimeSpan.Zero), clock.GetUtcNow());

        await clock.MoveAsync(Clocks.Now(clock), default);
        var written = await tables.GetAsync(Table.Directory, "rehearsal", "clock", default);
        Assert.Equal(Sample(RehearsalClock.Shape).Body, written!.Body);
        await Assert.ThrowsAsync<ArgumentException>(() => clock.MoveAsync(NodaTime.Instant.FromUtc(2027, 1, 18, 7, 59), default));
    }

    [Fact]
    public async Task A_stored_programme_is_still_read()
    {
        var tables = new MemoryTables();
        await PutAsync(tables, Table.Programmes, "made-up", "000002", ProgrammeLibrary.Shape);
        var timetable = await new ProgrammeLibrary(tables, BuiltIn.Kinds).GetAsync("made-up", 2, default);
        Assert.Equal([new StepId("welcome"), new StepId("first"), new StepId("pulse")], timetable.Steps.Select(step => step.Id));
        Assert.Equal(["en", "cy"], timetable.Programme.Languages);

        var kept = new MemoryTables();
        await new ProgrammeLibrary(kept, BuiltIn.Kinds).KeepAsync(timetable.Programme, Sample(ProgrammeLibrary.Shape).Body, default);
        var written = await kept.GetAsync(Table.Programmes, "made-up", "000002", default);
        Assert.Equal((ProgrammeLibrary.Shape, Sample(ProgrammeLibrary.Shape).Body), (written!.Shape, written.Body));
    }

    private static string Document(string shape) => shape switch
    {
        CohortRows.ParticipantShape => "ParticipantDocument",
        CoachingRows.Shape => "RoundDocument",
        SetRows.SetShape => "SetDocument",
        SetRows.FormedShape => "FormedDocument",
        SetRows.MeetingShape => "MeetingDocument",
        _ => char.ToUpperInvariant(shape[0]) + shape[1..^2] + "Document",
    };

    private static Task PutAsync(ITables tables, Table table, string partition, string key, string shape) =>
        tables.SubmitAsync(table, partition, [new RowChange.Put(key, shape, Sample(shape).Body)], default);

    /// <summary>The row of a sample; the name of its file is the shape.</summary>
    private static Row Sample(string shape)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Shapes", shape.Replace('/', '-') + ".txt");
        return new Row("sample", shape, File.ReadAllText(path, Encoding.UTF8).TrimEnd('\n'), "\"1\"");
    }
}
