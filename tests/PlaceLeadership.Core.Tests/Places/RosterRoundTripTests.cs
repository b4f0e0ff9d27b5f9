using System.Text;
using CsCheck;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

public sealed class RosterRoundTripTests
{
    private static readonly Gen<string> Word =
        Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789áêïôüŵñßł'’()!?\"|&-"].Array[1, 10]
            .Select(letters => "x" + new string(letters));

    private static readonly Gen<string> Line = Word.Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Block =
        Gen.Select(Line, OneOf("", "\n", ", ", "; ", "\n\n"), Line).Select((first, between, last) => first + between + last);

    private static readonly Gen<WorkingPattern> Pattern = Gen.Select(Gen.Int[1, 31], Gen.Int[8, 17], Gen.Int[1, 10])
        .Select((days, from, hours) => new WorkingPattern((Weekdays)days, from, Math.Min(18, from + hours)));

    private static readonly Gen<IReadOnlyList<string>> Items = Line.Array[0, 4]
        .Select(items => (IReadOnlyList<string>)[.. items.Distinct(StringComparer.OrdinalIgnoreCase)]);

    private static readonly Gen<RosterEntry> Person =
        from names in Gen.Select(Line, Line, Line)
        from choice in Gen.Select(OneOf([.. Sectors.All]), Gen.Enum<Language>(), Gen.Int[-1, 4])
        from pattern in Pattern
        from hour in Gen.Int[pattern.FromHour, pattern.ToHour - 1]
        from lists in Gen.Select(Items, Items)
        from access in Block
        from blank in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        select new RosterEntry(
            names.Item1, "", names.Item2 + choice.Item1, choice.Item1, blank.Item1 ? "" : names.Item3,
            choice.Item3 < 0 ? null : (Level)choice.Item3, blank.Item2 ? null : "Outside " + names.Item3.Replace("?", "", StringComparison.Ordinal),
            choice.Item2, pattern, hour, lists.Item1, lists.Item2, blank.Item3 ? null : access);

    private static readonly Gen<IReadOnlyList<RosterEntry>> Roster = Person.Array[1, 12].Select(people =>
        (IReadOnlyList<RosterEntry>)[.. people.Select((person, index) => person with
        {
            Email = $"p{index}@example.org",
            // A name of its own for each organisation: spellings that differ only in case would become one.
            Organisation = $"{index % 3} {person.Sector}",
        })]);

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(false, false),
        new UnicodeEncoding(true, true), new UnicodeEncoding(true, false),
    ];

    [Fact]
    public void Any_roster_is_read_back_equal_whatever_the_separator_and_the_encoding() =>
        Gen.Select(Roster, OneOf(',', ';', '\t', '|'), OneOf(Encodings)).Sample((roster, delimiter, encoding) =>
        {
            var reading = RosterReader.Read(RosterFiles.Bytes(RosterWriter.Csv(roster, delimiter), encoding), "roster.csv", Strangers(roster));

            Assert.Empty(reading.Problems);
            Assert.Equal(roster.Select(Flat), reading.Rows.Select(row => Flat(row.Entry)));
            Assert.Equal(Enumerable.Range(2, roster.Count), reading.Rows.Select(row => row.Number));
        });

    [Fact]
    public void Any_roster_is_read_back_equal_from_a_workbook() =>
        Roster.Sample(
            roster =>
            {
                var reading = RosterReader.Read(RosterFiles.Workbook([.. Rows(RosterWriter.Csv(roster, '\t'))]), "roster.xlsx", Strangers(roster));

                Assert.Empty(reading.Problems);
                Assert.Equal(roster.Select(Flat), reading.Rows.Select(row => Flat(row.Entry)));
            },
            iter: 50);

    [Fact]
    public void A_roster_in_Windows_1252_is_read_back_equal_as_far_as_it_has_the_letters() =>
        Roster.Sample(roster =>
        {
            var csv = RosterWriter.Csv(roster).Replace('ŵ', 'w').Replace('ł', 'l') + "\r\n\"Zoë É\",z@example.org,Z,fire";
            var reading = RosterReader.Read(RosterFiles.Bytes(csv, RosterFiles.Windows1252), "roster.csv", Strangers(roster));

            Assert.Empty(reading.Problems);
            Assert.Equal("Zoë É", reading.Rows[^1].Entry.Name);
            Assert.Equal(roster.Select(person => person.Name.Replace('ŵ', 'w').Replace('ł', 'l')), reading.Rows.SkipLast(1).Select(row => row.Entry.Name));
        });

    // Random names are alike now and then, and most look like none.
    private static Confirmations Strangers(IEnumerable<RosterEntry> roster) =>
        new(roster.SelectMany(person => new[] { $"{person.LineManager} is nobody of the roster", $"{person.Name} is the name" }));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Flat(RosterEntry entry) =>
        $"{entry with { StrengthsOffered = [], GrowthSought = [] }}|{string.Join('#', entry.StrengthsOffered)}|{string.Join('#', entry.GrowthSought)}";

    private static IEnumerable<object?[]> Rows(string tabs)
    {
        var config = new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { Delimiter = "\t" };
        using var parser = new CsvHelper.CsvParser(new StringReader(tabs), config);
        while (parser.Read())
        {
            yield return [.. parser.Record!];
        }
    }
}
