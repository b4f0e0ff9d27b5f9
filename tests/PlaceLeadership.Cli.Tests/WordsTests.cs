using System.Globalization;
using System.Text;
using CsvHelper;
using IOFile = System.IO.File;

namespace PlaceLeadership.Cli.Tests;

/// <summary>A translator without a compiler: all texts in one file, and back into the source.</summary>
public sealed class WordsTests : IDisposable
{
    private const string Greeting = "Helo {0},";

    private readonly TemporaryFolder _folder = new();

    private string File => _folder["words.csv"];

    public WordsTests()
    {
        foreach (var file in Files(Texts))
        {
            var copy = Path.Combine(_folder.Path, Path.GetRelativePath(Texts, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            IOFile.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_holds_every_text_of_the_source_once()
    {
        var text = await WrittenAsync();
        var keys = Files(Texts).Where(file => Path.GetFileName(file) == "en.yaml").SelectMany(file => IOFile.ReadLines(file)
            .Where(line => line.Length > 0 && char.IsUpper(line[0])).Select(line => $"\n{Where(file)},{line.Split(':')[0]},")).ToList();
        Assert.True(keys.Count > 100);
        Assert.All(keys, key => Assert.Single(text.Split(key).Skip(1)));
    }

    [Fact]
    public async Task A_file_that_comes_back_as_it_went_changes_nothing()
    {
        await WrittenAsync();
        Assert.Contains("nothing was changed", (await ReadAsync()).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Empty(Changed());
    }

    [Fact]
    public async Task A_sentence_that_was_changed_is_in_the_source_and_nothing_else_is()
    {
        await WrittenAsync(text => text.Replace(Greeting, "Annwyl {0},", StringComparison.Ordinal));
        Assert.Contains("Changed 1 text in ", (await ReadAsync()).EndedWith(0).Output, StringComparison.Ordinal);
        var welsh = Assert.Single(Changed());
        Assert.Equal(Path.Combine("src", "PlaceLeadership.Mail", "Composing", "cy.yaml"), welsh);
        Assert.Equal(
            IOFile.ReadAllText(Path.Combine(Texts, welsh)).Replace(Greeting, "Annwyl {0},", StringComparison.Ordinal), IOFile.ReadAllText(_folder[welsh]));
    }

    [Fact]
    public async Task A_text_that_is_new_in_the_source_is_translated_by_the_file()
    {
        var welsh = _folder[Path.Combine("src", "PlaceLeadership.Mail", "Composing", "cy.yaml")];
        var before = await IOFile.ReadAllTextAsync(welsh, TestContext.Current.CancellationToken);
        await IOFile.WriteAllTextAsync(
            welsh, before.Replace($"# {{0}} stands for the name.\nGreeting: {Greeting}\n\n", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.NotEmpty(Changed());
        await WrittenAsync();
        (await ReadAsync()).EndedWith(0);
        Assert.Empty(Changed());
    }

    [Fact]
    public async Task A_spreadsheet_program_may_write_it_its_own_way()
    {
        await WrittenAsync(AsSpreadsheetProgramsMay);
        (await ReadAsync()).EndedWith(0);
        Assert.Empty(Changed());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_with_its_row_and_nothing_is_written()
    {
        await WrittenAsync(text => text
            .Replace(Greeting, "Annwyl {1},", StringComparison.Ordinal)
            .Replace("Mail/Composing,Pause,", "Mail/Composing,Paws,", StringComparison.Ordinal)
            .Replace("Mail/Composing,Leave,Leave the programme,Gadael y rhaglen", "Mail/Composing,Leave,Leave the programme,", StringComparison.Ordinal)
            .Replace("TellLink,Answer here", "TellLink,Answer there", StringComparison.Ordinal)
            .Replace("Core/Wording/Shared,NobodyYet,", "Nowhere,NobodyYet,", StringComparison.Ordinal)
            + "Mail/Composing,OneMinute,a,b\r\n");
        var lines = (await ReadAsync()).EndedWith(1).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()).ToList();
        Assert.All(lines.SkipLast(1), line => Assert.Matches(@"^words\.csv, (rows? \d+( and \d+)?|(Mail|Core)/\S+): \S.+\. \S.+$", line));
        Assert.Collection(
            lines.Select(line => line.Split(": ", 2)[^1]).Order(StringComparer.Ordinal),
            line => Assert.Equal("9 problems. Nothing was changed.", line),
            line => Assert.StartsWith("The English of OneMinute is another than in the product, which says “About a", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The English of TellLink is another than in the product, which says “Answer here”.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The Welsh text Greeting lacks {0} and has {1}, unlike the English one.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The text Leave is empty in Welsh.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The text NobodyYet has no Welsh.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The text OneMinute is there 2 times in Welsh.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The text Pause has no Welsh.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("There is no place 'Nowhere' with texts.", line, StringComparison.Ordinal),
            line => Assert.StartsWith("There is no text Paws in English.", line, StringComparison.Ordinal));
        Assert.Empty(Changed());
    }

    [Theory]
    [InlineData("where,key,english,text\r\na,b,c,d\r\n", "There is no column 'welsh'.")]
    [InlineData("", "There is no column 'where'.")]
    [InlineData("where,key,english,welsh\r\na,b,c,\"d\r\n", "A quotation mark in this row is out of place")]
    public async Task A_file_that_cannot_be_told_apart_is_refused(string text, string problem)
    {
        await IOFile.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
        Assert.Contains(problem, (await ReadAsync()).EndedWith(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_said()
    {
        await WrittenAsync();
        Assert.Contains("exists already", (await CommandRun.OfAsync("words", "--out", File)).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("--to", (await CommandRun.OfAsync("words", "--in", File, "--to", _folder["src"])).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await CommandRun.OfAsync("words", "--in", _folder["none.csv"], "--to", _folder.Path)).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("--out", (await CommandRun.OfAsync("words")).EndedWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("--out", (await CommandRun.OfAsync("words", "--in", File, "--out", File)).EndedWith(2).Error, StringComparison.Ordinal);
        await IOFile.WriteAllTextAsync(File, "where,key,english,welsh\r\na,b,c,tâl\r\n", Encoding.Latin1, TestContext.Current.CancellationToken);
        Assert.Contains("CSV UTF-8", (await ReadAsync()).EndedWith(1).Error, StringComparison.Ordinal);
    }

    private static string Texts => Path.Combine(AppContext.BaseDirectory, "texts");

    private static IEnumerable<string> Files(string root) => Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories);

    private static string Where(string file) => Path.GetRelativePath(Path.Combine(Texts, "src"), Path.GetDirectoryName(file)!)
        .Replace('\\', '/').Replace("PlaceLeadership.", "", StringComparison.Ordinal);

    // Other columns first, semicolons, line ends in cells, and blanks lost from the ends of cells.
    private static string AsSpreadsheetProgramsMay(string text)
    {
        using var csv = new CsvParser(new StringReader(text), CultureInfo.InvariantCulture);
        var lines = new StringBuilder();
        while (csv.Read())
        {
            lines.AppendJoin(';', csv.Record!.Reverse().Select(cell => $"\"{cell.Trim().Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings("\r\n")}\"")).Append('\n');
        }

        return lines.ToString().Replace("\"welsh\";\"english\";\"key\"", "Welsh;English;Key", StringComparison.Ordinal);
    }

    private IEnumerable<string> Changed() => Files(Texts).Select(file => Path.GetRelativePath(Texts, file))
        .Where(file => IOFile.ReadAllText(Path.Combine(Texts, file)) != IOFile.ReadAllText(_folder[file]));

    private async Task<string> WrittenAsync(Func<string, string>? change = null)
    {
        (await CommandRun.OfAsync("words", "--out", File)).EndedWith(0);
        var text = await IOFile.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        await IOFile.WriteAllTextAsync(File, change?.Invoke(text) ?? text, TestContext.Current.CancellationToken);
        return text;
    }

    private Task<CommandRun> ReadAsync() => CommandRun.OfAsync("words", "--in", File, "--to", _folder.Path);
}
