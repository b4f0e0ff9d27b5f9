using NodaTime;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Cohorts;

/// <summary>What a safeguard rests on is tied to the person: line management, wishes to be apart, colleagues.</summary>
public sealed class SafeguardsOfPeopleTests
{
    private static readonly StepId Round = new("round");

    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Coaching = Plan.Of(
        20, [Plan.Prompt(Round, 3, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound), Plan.Prompt(new StepId("second"), 9, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound)]);

    private static readonly RosterEntry Ann = Person("Ann Lloyd", "a.example", "Meadow Trust", Sectors.Council);

    private static readonly RosterEntry Priya = Person("Priya Rao", "b.example", "Brook Trust", Sectors.Nhs);

    public static TheoryData<string> Changes => ["name", "address", "both", "and back"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Nobody_meets_their_manager_after_the_managers_name_or_address_changed(string what)
    {
        foreach (var manager in new[] { "Ann Lloyd", "ann@a.example", "LLOYD, Ann", "Dr. Ann Lloyd" })
        {
            var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya with { LineManager = manager }]);
            await ChangeAsync(office, what);
            Assert.Empty(await PairsAsync(office));
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_line_manager_of_an_earlier_release_is_tied_before_anything_of_them_changes(string what)
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya with { LineManager = "Ann  LLOYD" }]);
        var row = (await office.Tables.GetAsync(Table.Identities, Office.Cohort.Value, CohortKeys.Person(new ParticipantId("p2")), default))!;
        var old = CohortRows.Write(CohortRows.ReadIdentity(row).Value with { LineManagerId = null, Pseudonym = "" });
        await office.Tables.SubmitAsync(Table.Identities, Office.Cohort.Value, [new RowChange.Put(row.Key, CohortRows.IdentityShapeOne, old)], default);

        await ChangeAsync(office, what);

        Assert.Equal("p1", (await office.Reader.IdentitiesAsync(Office.Cohort, default))[new ParticipantId("p2")].Value.LineManagerId?.Value);
        Assert.Empty(await PairsAsync(office));
    }

    [Fact]
    public async Task Somebody_who_joins_as_the_manager_of_people_who_are_in_is_their_manager()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Priya with { LineManager = "Lloyd, Ann" }]);
        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Ann], office.NewId, default));
        Assert.Empty(await PairsAsync(office));
    }

    [Fact]
    public async Task Somebody_who_joins_and_may_be_a_manager_of_people_who_are_in_is_a_question()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Priya with { LineManager = "A Lloyd" }]);
        var question = Assert.Single(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Ann], office.NewId, default));
        Assert.Equal(
            "The line manager of Priya Rao, “A Lloyd”, may be Ann Lloyd (ann@a.example). Give that person's address as the line manager, "
            + "or confirm “A Lloyd is nobody of the roster”.",
            question);
        Assert.Single((await office.ViewAsync()).Participants);

        Assert.Empty(await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Ann], office.NewId, default, new Confirmations(["A Lloyd is nobody of the roster"])));
        Assert.Equal(["p1, p3"], await PairsAsync(office));
    }

    [Fact]
    public async Task Somebody_who_joins_with_a_manager_who_may_be_in_is_a_question_and_one_who_is_in_is_tied()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann]);
        Assert.Contains("may be Ann Lloyd", Assert.Single(
            await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Priya with { LineManager = "Anne Lloyd" }], office.NewId, default)), StringComparison.Ordinal);
        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Priya with { LineManager = "Cllr Ann Lloyd" }], office.NewId, default));
        Assert.Empty(await PairsAsync(office));
    }

    [Fact]
    public async Task A_change_of_a_name_or_a_line_manager_asks_as_a_launch_does()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann with { Name = "Gwen Parry" }, Priya with { LineManager = "A Lloyd" }]);
        Assert.Contains("may be Ann Lloyd", await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), entry => entry with { Name = "Ann Lloyd" }, default), StringComparison.Ordinal);
        Assert.Contains("may be Gwen Parry", await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), entry => entry with { LineManager = "G Parry" }, default), StringComparison.Ordinal);
        Assert.Null(await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), entry => entry with { LineManager = "Parry, Gwen" }, default));
        Assert.Empty(await PairsAsync(office));
    }

    [Theory]
    [InlineData("ann@a.example", "Ann Lloyd")]
    [InlineData("ANN@a.example", "Annie")]
    [InlineData("new@a.example", "LLOYD, Ann")]
    public async Task Who_left_and_joins_again_is_a_question_and_the_same_person_keeps_wishes_and_memories(string email, string name)
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya]);
        await new ApartDesk(office.Reader, office.Work).KeepApartAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), new ParticipantId("p2"), default);
        await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default);
        await office.GoToAsync(Start.PlusDays(2));
        var again = Ann with { Email = email, Name = name };

        var question = Assert.Single(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [again], office.NewId, default));
        Assert.Equal(
            $"{name} ({email}) may be Ann Lloyd (ann@a.example), who left on 2026-01-12. If so, confirm “{email} is the same person”: "
            + $"wishes to be kept apart and who has met whom still hold. Otherwise confirm “{email} is somebody else”: they do not.",
            question);

        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [again], office.NewId, default, new Confirmations([$"{email} is the same person"])));
        var person = await office.PersonAsync(new ParticipantId("p1"));
        Assert.Equal((null, new LocalDate(2026, 1, 15)), (person.LeftOn, person.JoinedFrom));
        Assert.Equal(name, (await office.Reader.IdentitiesAsync(Office.Cohort, default))[new ParticipantId("p1")].Value.Entry.Name);
        Assert.Empty(await PairsAsync(office));
    }

    [Fact]
    public async Task Somebody_else_who_got_the_address_begins_anew()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya]);
        await new ApartDesk(office.Reader, office.Work).KeepApartAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), new ParticipantId("p2"), default);
        await office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), default);
        Assert.Empty(await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [Ann], office.NewId, default, new Confirmations(["ann@a.example is somebody else"])));
        Assert.Equal(["p2, p3"], (await PairsAsync(office)).Select(pair => string.Join(", ", pair.Split(", ").Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("meadow trust")]
    [InlineData("Meadow\u00A0Trust")]
    [InlineData("The Meadow Trust")]
    public async Task A_joiner_of_an_organisation_in_another_spelling_is_a_colleague_in_its_own_spelling(string written)
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya]);
        Assert.Empty(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Person("Cy Hale", "a.example", written, Sectors.Council)], office.NewId, default));
        var joined = (await office.Reader.IdentitiesAsync(Office.Cohort, default))[new ParticipantId("p3")].Value;
        Assert.Equal(("o1", "Meadow Trust"), (joined.OrganisationId, joined.Entry.Organisation));
    }

    [Fact]
    public async Task A_joiner_is_asked_about_an_organisation_that_is_close_and_refused_with_another_sector()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya]);
        Assert.Equal(
            ["Cy: Meadow Trust is council in this cohort, and not nhs. Give the same sector, or write the organisation differently if it is another one."],
            await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Person("Cy", "c.example", "Meadow Trust", Sectors.Nhs)], office.NewId, default));
        var close = Person("Cy", "c.example", "Meadows Trust", Sectors.Council);
        Assert.Contains("may be Meadow Trust", Assert.Single(await office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [close], office.NewId, default)), StringComparison.Ordinal);
        Assert.Empty(await office.Roster.JoinAsync(
            Office.Cohort, Actor.Manager, [close], office.NewId, default, new Confirmations(["Meadows Trust is not Meadow Trust"])));
    }

    [Fact]
    public async Task A_change_holds_to_the_sector_of_the_organisation_and_to_the_languages_of_the_programme()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya]);
        Assert.Contains("Meadow Trust is council", await office.Roster.ChangeAsync(
            Office.Cohort, Actor.Manager, new ParticipantId("p2"), entry => entry with { Organisation = "Meadow  trust" }, default), StringComparison.Ordinal);
        Assert.Contains("1 person is to be written to in Welsh", await office.Roster.ChangeAsync(
            Office.Cohort, Actor.Manager, new ParticipantId("p2"), entry => entry with { Language = Language.Welsh }, default), StringComparison.Ordinal);
        Assert.Equal(Language.English, (await office.PersonAsync(new ParticipantId("p2"))).Language);
    }

    [Fact]
    public async Task Colleagues_whom_an_earlier_release_stored_under_two_spellings_are_colleagues()
    {
        var office = await Office.LaunchedAsync(Start, Coaching, [Ann, Priya, Person("Cy Hale", "c.example", "Brook Trusts", Sectors.Nhs), Person("Di Moss", "d.example", "Hill", Sectors.Police)]);
        var row = (await office.Tables.GetAsync(Table.Identities, Office.Cohort.Value, CohortKeys.Person(new ParticipantId("p3")), default))!;
        var identity = CohortRows.ReadIdentity(row).Value;
        await office.Tables.SubmitAsync(
            Table.Identities, Office.Cohort.Value,
            [
                new RowChange.Put(row.Key, CohortRows.IdentityShapeOne, CohortRows.Write(
                    identity with { Pseudonym = "", Entry = identity.Entry with { Organisation = "BROOK TRUST" } })),
            ],
            default);
        Assert.DoesNotContain("p2, p3", await PairsAsync(office));
    }

    private static async Task ChangeAsync(Office office, string what)
    {
        async Task Change(Func<RosterEntry, RosterEntry> change) => Assert.Null(await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), change, default));
        if (what is "name" or "both" or "and back")
        {
            await Change(entry => entry with { Name = "Ann Price" });
        }

        if (what is "address" or "both" or "and back")
        {
            await Change(entry => entry with { Email = "ann.price@a.example" });
        }

        if (what is "and back")
        {
            await Change(entry => entry with { Name = "Gwen Parry" });
        }
    }

    /// <summary>Who is paired in the first round, as <c>p1, p2</c>.</summary>
    private static async Task<IReadOnlyList<string>> PairsAsync(Office office)
    {
        await office.GoToAsync(Start.PlusWeeks(3));
        return [.. Groups.Of((await office.ViewAsync()).Rows).RoundOf(Round)!.Groups.Select(group => string.Join(", ", group.Members))];
    }

    private static RosterEntry Person(string name, string host, string organisation, string sector) => Somebody.Named(name, organisation) with
    {
        Email = $"{name.Split(' ')[0].ToLowerInvariant()}@{host}",
        Sector = sector,
    };
}
