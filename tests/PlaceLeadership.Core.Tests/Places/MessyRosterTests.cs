using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Rosters as an office makes them: mended where that is mechanical, otherwise named with the row.</summary>
public sealed class MessyRosterTests
{
    private const string Header = "Name;Email address;Organisation ;Sector\n";

    [Theory]
    [InlineData("TOM BAKER", "Tom Baker")]
    [InlineData("SIÂN O'NEILL-MCDONALD", "Siân O'Neill-McDonald")]
    [InlineData("Price, Siân", "Siân Price")]
    [InlineData("PRICE, SIÂN", "Siân Price")]
    [InlineData("Sgt Ali Khan, MBE", "Sgt Ali Khan, MBE")]
    [InlineData("Khan, Sgt Ali, M.B.E.", "Sgt Ali Khan, M.B.E.")]
    [InlineData("DR TOM MCDONALD MBE", "Dr Tom McDonald MBE")]
    [InlineData("VAN DER BERG, JAN", "Jan van der Berg")]
    [InlineData("RHYS AP GWYN", "Rhys ap Gwyn")]
    [InlineData("DJ SMITH", "DJ Smith")]
    [InlineData("T.J. O’BRIEN", "T.J. O’Brien")]
    [InlineData("Tom BAKER", "Tom Baker")]
    [InlineData("Ann Lloyd RGN", "Ann Lloyd RGN")]
    [InlineData("Donald McDonald", "Donald McDonald")]
    [InlineData("PC ANN LLOYD", "PC Ann Lloyd")]
    [InlineData("ANN-MARIE LLOYD JP", "Ann-Marie Lloyd JP")]
    [InlineData("TJ", "TJ")]
    [InlineData("bell hooks", "bell hooks")]
    public void A_name_is_put_as_a_person_is_greeted(string written, string read)
    {
        var reading = RosterFiles.Read($"{Header}{written};a@example.org;Meadow;council\n");
        Assert.Equal(read, RosterFiles.Only(reading).Name);
        Assert.Equal(written == read ? [] : [$"The name “{written}” (row 2) was read as {read}."], reading.Notes);
    }

    [Theory]
    [InlineData("ST JOHN")]
    [InlineData("SAM ST JOHN")]
    [InlineData("JO NG")]
    [InlineData("PC Ann LLOYD")]
    [InlineData("de la CRUZ")]
    [InlineData("Maria de la CRUZ")]
    [InlineData("MARIA DE LA CRUZ")]
    [InlineData("McGregor-SMITH")]
    [InlineData("Ann McGregor-SMITH")]
    [InlineData("ANN MACDONALD")]
    [InlineData("PRICE SIÂN")]
    [InlineData("PRICE Siân")]
    [InlineData("Smith, John Dr")]
    [InlineData("Lloyd, Ann, Mrs")]
    [InlineData("Cllr. JONES, Ann")]
    [InlineData("Jones, Smith, Ann")]
    [InlineData("LLOYD, A")]
    public void A_name_of_which_it_is_not_certain_how_the_person_is_greeted_is_kept_and_said_to_be(string written)
    {
        var reading = RosterFiles.Read($"{Header}{written};sian.price@example.org;Meadow;council\n");
        Assert.Equal(written, RosterFiles.Only(reading).Name);
        Assert.StartsWith($"The name “{written}” (row 2) is kept as it is written", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Si?n Price", "“Si?n Price” seems to have lost a letter.")]
    [InlineData("?ukasz Zak", "“?ukasz Zak” seems to have lost a letter.")]
    [InlineData("Pat O&#39;Brien", "“Pat O&#39;Brien” is written as web pages store it; it seems to mean “Pat O'Brien”.")]
    [InlineData("Ren&eacute; Roy", "“Ren&eacute; Roy” is written as web pages store it; it seems to mean “René Roy”.")]
    [InlineData("Vacant", "“Vacant” names nobody.")]
    [InlineData("VACANT POST", "“VACANT POST” names nobody.")]
    [InlineData("Name TBC", "“Name TBC” names nobody.")]
    [InlineData("A N Other", "“A N Other” names nobody.")]
    [InlineData("To be appointed", "“To be appointed” names nobody.")]
    [InlineData("Dr", "“Dr” names nobody.")]
    [InlineData("Ann Lloyd*", "“Ann Lloyd*” holds “*”, which belongs in no name.")]
    [InlineData("Ann_Lloyd", "“Ann_Lloyd” holds “_”, which belongs in no name.")]
    [InlineData("Ann Lloyd (maternity cover)", "“Ann Lloyd (maternity cover)” says more than a name.")]
    [InlineData("Ann Lloyd - WITHDRAWN", "“Ann Lloyd - WITHDRAWN” says more than a name.")]
    [InlineData("Ann Lloyd - maternity cover", "“Ann Lloyd - maternity cover” says more than a name.")]
    [InlineData("Smith, John (Dr)", "“Smith, John (Dr)” says more than a name.")]
    [InlineData("Ann Lloyd / Tom Baker", "“Ann Lloyd / Tom Baker” seems to name more than one person.")]
    [InlineData("Ann and Tom Baker", "“Ann and Tom Baker” seems to name more than one person.")]
    [InlineData("ann.lloyd@example.org", "“ann.lloyd@example.org” is an e-mail address and no name.")]
    public void What_may_be_no_name_is_asked_with_its_cell_and_a_way_out(string written, string what)
    {
        var file = System.Text.Encoding.UTF8.GetBytes($"Name,Email address,Organisation,Sector\n\"{written}\",a@example.org,Meadow,council\n");
        var problem = RosterFiles.OnlyProblem(RosterReader.Read(file, "a.csv"));
        Assert.Equal((2, "A (Name)", what), Place(problem));
        Assert.EndsWith(".", problem.Mend, StringComparison.Ordinal);
        if (problem.Confirm is { } statement)
        {
            Assert.Equal($"{written} is the name", statement);
            Assert.Equal(2, Assert.Single(RosterReader.Read(file, "a.csv", new Confirmations([statement])).Rows).Number);
        }
    }

    [Theory]
    [InlineData("Siân O’Neill-Price")]
    [InlineData("T.J. Ng")]
    [InlineData("Jean‑Luc d'Arcy")]
    [InlineData("Núria Gal·la")]
    [InlineData("Robert Cover")]
    [InlineData("李 小龙")]
    public void A_name_that_is_one_is_not_asked_about(string name) =>
        Assert.Equal(name, RosterFiles.Only(RosterFiles.Read($"{Header}{name};a@example.org;Meadow;council\n")).Name);

    [Theory]
    [InlineData("T? Hafan", true)]
    [InlineData("Caf? Ogwen", true)]
    [InlineData("?lan Trust", true)]
    [InlineData("Who cares?", false)]
    public void A_letter_lost_at_the_edge_of_a_word_is_found(string organisation, bool lost) => Assert.Equal(
        lost, RosterFiles.Read($"{Header}Ann Lloyd;a@example.org;{organisation};council\n").Problems.Count == 1);

    [Fact]
    public void A_letter_that_is_lost_in_an_organisation_or_a_line_manager_is_found_too() => Assert.Equal(
        ["“Cyngor Ynys M?n” seems to have lost a letter.", "“Si?n Price” seems to have lost a letter."],
        RosterFiles.Read("Name;E-mail;Organisation;Sector;Line manager\nAnn Lloyd;a@example.org;Cyngor Ynys M?n;council;Si?n Price\n").Problems.Select(problem => problem.What));

    [Theory]
    [InlineData("N/A", "Organisation is missing.")]
    [InlineData("none", "Organisation is missing.")]
    [InlineData("TBC", "Organisation is missing.")]
    [InlineData("t.b.c.", "Organisation is missing.")]
    [InlineData("Not applicable", "Organisation is missing.")]
    [InlineData("??", "Organisation is missing.")]
    [InlineData("-", "Organisation is missing.")]
    [InlineData("Cyngor Ynys MÃ´n", "“Cyngor Ynys MÃ´n” was saved in the wrong encoding; it seems to mean “Cyngor Ynys Môn”.")]
    public void What_is_no_organisation_is_not_taken_for_one(string written, string what) =>
        Assert.Equal((2, "C (Organisation)", what), Place(RosterFiles.OnlyProblem(RosterFiles.Read($"{Header}Ann Lloyd;a@example.org;{written};council\n"))));

    [Theory]
    [InlineData("SiÃ¢n Price", "Siân Price")]
    [InlineData("SiÃƒÂ¢n Price", "Siân Price")]
    [InlineData("Ana GarcÃa", "Ana García")]
    [InlineData("Sean Oâ€™Neill", "Sean O’Neill")]
    [InlineData("ZoÃ« GrÃ¼nwald", "Zoë Grünwald")]
    public void A_name_that_was_saved_twice_is_found(string written, string meant) => Assert.Equal(
        (2, "A (Name)", $"“{written}” was saved in the wrong encoding; it seems to mean “{meant}”."),
        Place(RosterFiles.OnlyProblem(RosterFiles.Read($"{Header}{written};a@example.org;Meadow;council\n"))));

    [Theory]
    [InlineData("Siân")]
    [InlineData("Ãna Ôh")]
    [InlineData("ÂÊ")]
    public void A_name_with_accents_is_no_mistake(string name) =>
        Assert.Equal(name, RosterFiles.Only(RosterFiles.Read($"{Header}{name};a@example.org;Meadow;council\n")).Name);

    [Fact]
    public void Titles_above_the_header_are_passed_over_and_said_to_be()
    {
        var reading = RosterFiles.Read("PLACE LEADERSHIP, COHORT 3\nUpdated by J. Smith, 3 January\n\n" + Header + "Ann Lloyd;a@example.org;Meadow;council\n");
        Assert.Equal((5, "Ann Lloyd"), (Assert.Single(reading.Rows).Number, reading.Rows[0].Entry.Name));
        Assert.Equal(["The headers are in row 4; what stands above them was not read."], reading.Notes);
    }

    [Fact]
    public void A_roster_with_everything_that_offices_do_is_told_row_by_row()
    {
        var reading = RosterReader.Read(System.Text.Encoding.UTF8.GetBytes("""
            Name;Email address;Organisation ;Sector;Job title;Line Mgr;Working pattern;Start time;Tel
            Cllr Gwen Llewellyn;gwen.llewellyn@vale.example.org;Vale Borough Council;Council;Portfolio holder;;Mon-Fri;;01632 960001
            Siân Price;sian.price@vale.example.org;;COUNCIL;Head of Housing;Tom Baker;Mon - Thurs;9am;
            TOM BAKER;Tom.Baker@vale.example.org;Vale BC;Council;Director of Place;;Mon-Fri;09:00;
            Zoë O’Brien;zoe.obrien@nhs.example.org;Vale NHS Trust;nhs;Ward sister;;shifts;;
            Insp. Karen Moss;karen.moss@police.example.org;Vale Police;Police;Inspector;;4 on 4 off;;
            Sgt Ali Khan;N/A;Vale Police;police ;Neighbourhood sergeant;;; ;
            Pat Green;foodbank@vale-fb.example.org;Vale Food Bank;Voluntary;Food bank coordinator;;Tue, Thu;14:00;
            Sam Green;foodbank@vale-fb.example.org;Vale Food Bank;VCS;Volunteer;;Tue, Thu;14:00;
            Maureen Tate;;N/A;Community;Resident;;any;;
            ;;;;;;;;
            Total 11;;;;;;;;
            """), "people.csv");
        Assert.Equal(
            [
                (1, "F (Line Mgr)"), (3, "C (Organisation )"), (4, "C (Organisation )"), (5, "G (Working pattern)"), (6, "G (Working pattern)"),
                (7, "B (Email address)"), (9, "B (Email address)"), (10, "B (Email address)"), (10, "C (Organisation )"), (10, "G (Working pattern)"),
            ],
            reading.Problems.Select(problem => (problem.Row, problem.Column.Replace("Organisation)", "Organisation )", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_workbook_with_everything_that_offices_do_is_read_from_its_second_sheet()
    {
        var reading = RosterReader.Read(Case("messy.xlsx"), "messy.xlsx");
        Assert.Contains("Only the sheet “Nominations” was read.", reading.Notes);
        Assert.Contains("The headers are in row 4; what stands above them was not read.", reading.Notes);
        Assert.Contains("The cells D5 to D7 are merged; “Vale Borough Council” was read for each of these rows.", reading.Notes);
        Assert.Contains("Row 17 (“Total 11”) is a total and was not read.", reading.Notes);
        Assert.DoesNotContain(reading.Problems, problem => problem.Row is 0 or 5 or 6 or 17);
        Assert.Contains(reading.Problems, problem => problem is { Row: 4, Column: "H (Line Mgr)", Confirm: not null });
    }

    [Fact]
    public void People_below_a_merged_organisation_belong_to_it()
    {
        var reading = RosterReader.Read(Case("messy-header1.xlsx"), "people.xlsx");
        Assert.DoesNotContain(reading.Problems, problem => problem.Row is 2 or 3);
        Assert.Contains("The cells C2 to C4 are merged; “Vale Borough Council” was read for each of these rows.", reading.Notes);
    }

    [Fact]
    public void A_row_that_a_filter_hides_is_named()
    {
        var reading = RosterReader.Read(Case("hidden-row.xlsx"), "people.xlsx");
        Assert.Equal(3, reading.Rows.Count);
        Assert.Equal(["Row 3 is hidden in the sheet; it was read like the others. Delete hidden rows of people who are not meant."], reading.Notes);
    }

    [Fact]
    public void A_second_sheet_that_looks_like_a_roster_is_named()
    {
        var people = "<row r=\"1\">" + string.Concat(new[] { "Name", "E-mail", "Organisation", "Sector" }.Select((text, at) =>
            $"<c r=\"{(char)('A' + at)}1\" t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>";
        var reading = RosterReader.Read(RosterFiles.RawWorkbook(people, cover: people), "people.xlsx");
        Assert.Contains("The sheet “People” looks like a roster too and was not read.", reading.Notes);
    }

    [Fact]
    public void Sections_repeated_headers_totals_and_remarks_between_people_are_no_people()
    {
        var reading = RosterFiles.Read(
            Header + "Police;;;\nAnn Lloyd;a@example.org;Meadow;council\nSub-total;1;;\n" + Header + "Meadow;;;\nTom Baker;t@example.org;Meadow;council\nGrand total: 2;;;\n");

        Assert.Empty(reading.Problems);
        Assert.Equal(["Ann Lloyd", "Tom Baker"], reading.Rows.Select(row => row.Entry.Name));
        Assert.Equal(
            [
                "Row 2 (“Police”) is no person and was not read.", "Row 4 (“Sub-total 1”) is a total and was not read.",
                "Row 5 repeats the headers and was not read.", "Row 6 (“Meadow”) is no person and was not read.",
                "Row 8 (“Grand total: 2”) is a total and was not read.",
            ],
            reading.Notes);
    }

    [Theory]
    [InlineData("North team;;;", "North team")]
    [InlineData("Please return to hr@example.org by Friday;;;", "Please return to hr@example.org by Friday")]
    [InlineData(";pat@example.org;;", "pat@example.org")]
    [InlineData("Pat Green;;;", "Pat Green")]
    public void A_row_with_one_text_alone_is_one_question_and_not_three_problems(string row, string text)
    {
        var file = $"{Header}{row}\nAnn Lloyd;a@example.org;Meadow;council\n";
        var problem = RosterFiles.OnlyProblem(RosterFiles.Read(file));
        Assert.Equal((2, "", $"Nothing but “{text}” stands in this row."), Place(problem));
        var reading = RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(file), "a.csv", new Confirmations([problem.Confirm!]));
        Assert.Equal("Ann Lloyd", Assert.Single(reading.Rows).Entry.Name);
    }

    [Theory]
    [InlineData("Status", "Withdrawn", true)]
    [InlineData("Notes", "no longer attending", true)]
    [InlineData("Attending?", "No", true)]
    [InlineData("Status", "Confirmed", false)]
    [InlineData("Attending?", "Yes", false)]
    [InlineData("Notes", "Left a message on Friday", false)]
    [InlineData("Vegetarian", "No", false)]
    [InlineData("Withdrawn?", "Yes", true)]
    [InlineData("Withdrawn", "12/11/2026", true)]
    [InlineData("Withdrawn", "No", false)]
    [InlineData("RSVP", "Apologies", true)]
    [InlineData("Role", "Withdrawn", true)]
    public void A_column_that_says_who_does_not_take_part_is_a_question(string header, string says, bool asked)
    {
        var file = $"{Header.TrimEnd()};{header}\nAnn Lloyd;a@example.org;Meadow;council;{says}\nTom Baker;t@example.org;Meadow;council;\nPat Green;p@example.org;Meadow;council;{says}\n";
        var reading = RosterFiles.Read(file);
        if (!asked)
        {
            Assert.Equal(3, reading.Rows.Count);
            return;
        }

        var problem = RosterFiles.OnlyProblem(reading);
        Assert.Equal((2, $"E ({header})", $"The column says “{says}” here, which sends nobody away, and the like in 1 more."), Place(problem));
        Assert.Equal(3, RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(file), "a.csv", new Confirmations([problem.Confirm!])).Rows.Count);
    }

    [Theory]
    [InlineData("ditto")]
    [InlineData("As above")]
    [InlineData("〃")]
    [InlineData("\"")]
    public void What_points_at_the_row_above_is_to_be_written_out(string cell)
    {
        var file = $"Name,E-mail,Organisation,Sector,Line manager\nAnn Lloyd,a@example.org,Meadow,council,\nTom Baker,t@example.org,Meadow,council,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n";
        var problem = RosterFiles.OnlyProblem(RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(file), "a.csv"));
        Assert.Equal((3, "E (Line manager)", $"“{cell}” points at the row above."), Place(problem));
    }

    [Fact]
    public void A_post_that_somebody_of_the_roster_holds_is_a_question_as_a_line_manager()
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.Read(
            "Name;E-mail;Organisation;Sector;Role;Line manager\nAnn Lloyd;a@example.org;Meadow;council;Head of Parks;\nTom Baker;t@example.org;Meadow;council;Ranger;Head of parks\n"));
        Assert.Equal((3, "F (Line manager)", "The line manager “Head of parks” may be Ann Lloyd (row 2)."), Place(problem));
        Assert.NotNull(problem.Confirm);
    }

    [Fact]
    public void Of_thousands_of_problems_and_notes_as_many_are_told_as_somebody_reads()
    {
        var reading = RosterFiles.Read("Name;E-mail;Organisation;Sector\n" + string.Concat(Enumerable.Repeat("Ann;;;\n;;;x\n", 700)) + string.Concat(Enumerable.Repeat("Total;;;\n", 400)));
        Assert.Equal((RosterLimits.ShownMax + 1, RosterLimits.ShownMax + 1), (reading.Problems.Count, reading.Notes.Count));
        Assert.Equal("1100 more problems are not shown.", reading.Problems[^1].What);
        Assert.Equal("100 more notes are not shown.", reading.Notes[^1]);
    }

    private static byte[] Case(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Places", "Cases", name));

    private static (int, string, string) Place(RosterProblem problem) => (problem.Row, problem.Column.Replace("Organisation )", "Organisation)", StringComparison.Ordinal), problem.What);
}
