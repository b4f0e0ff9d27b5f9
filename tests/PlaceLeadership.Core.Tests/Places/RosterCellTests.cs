using PlaceLeadership.Core.Places;
using static PlaceLeadership.Core.Places.Weekdays;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class RosterCellTests
{
    [Theory]
    [InlineData("", All, 8, 18)]
    [InlineData("full time", All, 8, 18)]
    [InlineData("Weekdays", All, 8, 18)]
    [InlineData("every day", All, 8, 18)]
    [InlineData("Mon-Fri", All, 8, 18)]
    [InlineData("Mon–Wed", Monday | Tuesday | Wednesday, 8, 18)]
    [InlineData("Monday to Wednesday", Monday | Tuesday | Wednesday, 8, 18)]
    [InlineData("Mon, Tue, Thu", Monday | Tuesday | Thursday, 8, 18)]
    [InlineData("Mon/Tues & Thurs", Monday | Tuesday | Thursday, 8, 18)]
    [InlineData("M T W", Monday | Tuesday | Wednesday, 8, 18)]
    [InlineData("MTWTF", All, 8, 18)]
    [InlineData("T Th", Tuesday | Thursday, 8, 18)]
    [InlineData("M-F", All, 8, 18)]
    [InlineData("W-T", Wednesday | Thursday, 8, 18)]
    [InlineData("Fri-Mon", Friday | Monday, 8, 18)]
    [InlineData("Sat, Sun and Mon", Monday, 8, 18)]
    [InlineData("Tue-Thu 9-13", Tuesday | Wednesday | Thursday, 9, 13)]
    [InlineData("Mon-Fri 09:00–15:30", All, 9, 15)]
    [InlineData("Mon-Fri 08:30-16:15", All, 9, 16)]
    [InlineData("Mon - Fri, 9am to 2pm", All, 9, 14)]
    [InlineData("9-5", All, 9, 17)]
    [InlineData("9:00-5:30", All, 9, 17)]
    [InlineData("1-5", All, 13, 17)]
    [InlineData("1-5pm", All, 13, 17)]
    [InlineData("9-1pm", All, 9, 13)]
    [InlineData("12-4pm", All, 12, 16)]
    [InlineData("noon-4pm Wed", Wednesday, 12, 16)]
    [InlineData("Mon-Thu 06:00-20:00", Monday | Tuesday | Wednesday | Thursday, 8, 18)]
    [InlineData("14-22", All, 14, 18)]
    [InlineData("Llun-Mercher", Monday | Tuesday | Wednesday, 8, 18)]
    public void A_working_pattern_is_understood(string cell, Weekdays days, int from, int to) =>
        Assert.Equal(new WorkingPattern(days, from, to), RosterFiles.Only(RosterFiles.With("Working pattern", cell)).Pattern);

    [Theory]
    [InlineData("Sat", "only the weekend")]
    [InlineData("weekends 9-12", "only the weekend")]
    [InlineData("22-6", "outside 08:00 to 18:00")]
    [InlineData("nights", "outside 08:00 to 18:00")]
    [InlineData("Mon-Fri 19:00-23:00", "outside 08:00 to 18:00")]
    [InlineData("9:15-9:50", "no whole hour")]
    [InlineData("9-9", "ends when it begins")]
    [InlineData("Mon 9-12, Tue 13-17", "more than one span")]
    [InlineData("part time", "not understood")]
    [InlineData("4 days", "not understood")]
    [InlineData("Mon-", "not understood")]
    [InlineData("Mon-Fri (not Wed)", "not understood")]
    [InlineData("9-99", "not a span of hours")]
    [InlineData("1\u0967-1\u0DEB", "not understood")]
    public void A_working_pattern_that_messages_cannot_use_is_explained(string cell, string what)
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.With("Days worked", cell));

        Assert.Equal((2, "E (Days worked)"), (problem.Row, problem.Column));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 9)]
    [InlineData("9", 9)]
    [InlineData("09:00", 9)]
    [InlineData("9am", 9)]
    [InlineData("2 pm", 14)]
    [InlineData("14.30", 14)]
    [InlineData("noon", 12)]
    [InlineData("0.375", 9)]
    [InlineData("0.333333", 8)]
    [InlineData("0.5", 12)]
    [InlineData("0.50", 12)]
    public void A_preferred_hour_is_understood(string cell, int hour) =>
        Assert.Equal(hour, RosterFiles.Only(RosterFiles.With("Preferred hour", cell)).PreferredHour);

    [Theory]
    [InlineData("7", "outside the working pattern")]
    [InlineData("18:00", "outside the working pattern")]
    [InlineData("0.25", "The hour 6 ")]
    [InlineData("13 pm", "not an hour")]
    [InlineData("25", "not an hour")]
    [InlineData("lunch", "not an hour")]
    [InlineData("-9", "starts with “-”")]
    public void A_preferred_hour_that_cannot_be_kept_is_explained(string cell, string what) =>
        Assert.Contains(what, RosterFiles.OnlyProblem(RosterFiles.With("Preferred hour", cell)).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("13-17", 13)]
    [InlineData("8-9", 8)]
    public void Without_a_preferred_hour_it_is_nine_or_as_near_as_the_pattern_allows(string pattern, int hour) =>
        Assert.Equal(hour, RosterFiles.Only(RosterFiles.With("Working pattern", pattern)).PreferredHour);

    [Fact]
    public void An_hour_outside_the_persons_own_pattern_says_which_hours_would_do()
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.Read(
            "Name,E-mail,Organisation,Sector,Working pattern,Preferred hour\nAda,ada@example.org,Meadow,council,13-17,2"));

        Assert.Equal("F (Preferred hour)", problem.Column);
        Assert.Equal("Write an hour from 13 to 16 (14 for 2 pm), or change the working pattern.", problem.Mend);
    }

    [Theory]
    [InlineData("Local authority", Sectors.Council)]
    [InlineData("Borough Council", Sectors.Council)]
    [InlineData("Health", Sectors.Nhs)]
    [InlineData("NHS Trust", Sectors.Nhs)]
    [InlineData("CONSTABULARY", Sectors.Police)]
    [InlineData("VCSE", Sectors.Community)]
    [InlineData("voluntary-sector", Sectors.Community)]
    [InlineData("Voluntary & Community", Sectors.Community)]
    [InlineData("Charity", Sectors.Community)]
    [InlineData("Fire & Rescue", Sectors.Fire)]
    [InlineData("Housing association", Sectors.Housing)]
    [InlineData("College", Sectors.Education)]
    [InlineData("Private sector", Sectors.Business)]
    public void A_sector_is_known_by_its_usual_names(string cell, string sector) =>
        Assert.Equal(sector, RosterFiles.Only(RosterFiles.Read($"Name,E-mail,Organisation,Sector\nAda,ada@example.org,Meadow,{cell}")).Sector);

    [Fact]
    public void Every_sector_is_known_by_its_id() =>
        Assert.All(Sectors.All, sector => Assert.Equal(
            sector, RosterFiles.Only(RosterFiles.Read($"Name,E-mail,Organisation,Sector\nAda,ada@example.org,Meadow,{sector}")).Sector));

    [Theory]
    [InlineData("", null)]
    [InlineData("n/a", null)]
    [InlineData("1", Level.Frontline)]
    [InlineData("Front-line", Level.Frontline)]
    [InlineData("team leader", Level.TeamLeader)]
    [InlineData("Level 3", Level.MiddleManager)]
    [InlineData("Head of Service", Level.SeniorManager)]
    [InlineData("Chief Executive", Level.Executive)]
    public void A_level_is_a_number_or_a_word(string cell, Level? level) =>
        Assert.Equal(level, RosterFiles.Only(RosterFiles.With("Seniority", cell)).Level);

    [Theory]
    [InlineData("", Language.NotKnown)]
    [InlineData("both", Language.NotKnown)]
    [InlineData("English", Language.English)]
    [InlineData("Saesneg", Language.English)]
    [InlineData("en", Language.English)]
    [InlineData("Cymraeg", Language.Welsh)]
    [InlineData("welsh", Language.Welsh)]
    [InlineData("cy", Language.Welsh)]
    public void A_language_is_known_in_both_languages(string cell, Language language) =>
        Assert.Equal(language, RosterFiles.Only(RosterFiles.With("Iaith", cell)).Language);

    [Theory]
    [InlineData("Listening; Budgets, Events\n- Welsh", "Listening|Budgets|Events|Welsh")]
    [InlineData("• Listening\r\n• listening", "Listening")]
    [InlineData(" ; , ", "")]
    public void Lists_are_split_at_semicolons_commas_and_new_lines(string cell, string items) =>
        Assert.Equal(items, string.Join('|', RosterFiles.Only(RosterFiles.With("Strengths offered", cell)).StrengthsOffered));

    [Theory]
    [InlineData("ada.quill+place@sub.example.org")]
    [InlineData("o'neil_a@example-place.org")]
    [InlineData("  ada@example.org  ")]
    public void A_plausible_address_is_taken(string cell) =>
        Assert.Equal(cell.Trim(), RosterFiles.Only(Address(cell)).Email);

    [Theory]
    [InlineData("ada", "is not an e-mail address")]
    [InlineData("ada@example", "is not an e-mail address")]
    [InlineData("ada@.example.org", "is not an e-mail address")]
    [InlineData("ada..q@example.org", "is not an e-mail address")]
    [InlineData("siân@example.org", "is not an e-mail address")]
    [InlineData("ada@example.123", "is not an e-mail address")]
    [InlineData("ada@example.org; ben@example.org", "more than one address")]
    [InlineData("Ada <ada@example.org>", "more than the bare address")]
    [InlineData("ada@exa\u0001mple.org", "control character")]
    [InlineData("ada@example.org\nBcc: x", "new line")]
    [InlineData("", "E-mail is missing")]
    public void Anything_but_one_address_is_refused(string cell, string what) =>
        Assert.Contains(what, RosterFiles.OnlyProblem(Address(cell)).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("=HYPERLINK(1)", "formula")]
    [InlineData("+Ada", "formula")]
    [InlineData("@Ada", "formula")]
    [InlineData("Ada\nQuill", "new line")]
    [InlineData("Ada\u0007", "control character")]
    [InlineData("Ada \u202Egro", "control character")]
    [InlineData("Ad\uFFFD", "lost in saving")]
    [InlineData("#REF!", "error #REF!")]
    public void A_name_that_could_do_harm_is_refused(string cell, string what)
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.Read($"Name,E-mail,Organisation,Sector\n\"{cell}\",ada@example.org,Meadow,council"));

        Assert.Equal("A (Name)", problem.Column);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", 100)]
    [InlineData("Organisation", 150)]
    [InlineData("Role", 100)]
    [InlineData("Access needs", 500)]
    [InlineData("Growth sought", 100)]
    public void A_text_has_a_longest_length_and_says_so(string column, int chars)
    {
        Assert.Single(Person(chars).Rows);
        Assert.EndsWith($"Shorten it to {chars}.", RosterFiles.OnlyProblem(Person(chars + 1)).Mend.Split(" Sep")[0], StringComparison.Ordinal);

        RosterReading Person(int length)
        {
            string Cell(string header, string otherwise) => header == column ? new string('x', length) : otherwise;
            return RosterFiles.Read("Name,E-mail,Organisation,Sector,Role,Access needs,Growth sought\n"
                + $"{Cell("Name", "Ada")},ada@example.org,{Cell("Organisation", "Meadow")},council,"
                + $"{Cell("Role", "")},{Cell("Access needs", "")},{Cell("Growth sought", "")}\n");
        }
    }

    [Fact]
    public void Blanks_that_pasting_leaves_behind_are_removed() =>
        Assert.Equal("Ada Quill", RosterFiles.Only(
            RosterFiles.Read("Name,E-mail,Organisation,Sector\n\u00A0Ada \u00A0Quill\u200B,ada@example.org,Meadow,council")).Name);

    private static RosterReading Address(string cell) =>
        RosterFiles.Read($"Name,E-mail,Organisation,Sector\nAda,\"{cell}\",Meadow,council");
}
