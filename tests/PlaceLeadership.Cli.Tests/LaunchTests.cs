namespace PlaceLeadership.Cli.Tests;

/// <summary>Launching without storage: nothing that is wrong ever reaches it.</summary>
public sealed class LaunchTests
{
    private const string Header = "Name,E-mail,Organisation,Sector,Language,Working pattern,Preferred hour\r\n";

    [Fact]
    public async Task A_roster_with_twenty_mistakes_shows_each_with_its_row_and_column_and_nothing_is_stored()
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 20).Select(number => (number % 5) switch
        {
            0 => $"Person {number},person{number} at example.org,Vale Council,council,,,",
            1 => $"Person {number},person{number}@example.org,Vale Council,wizardry,,,",
            2 => $",person{number}@example.org,Vale Council,council,,,",
            3 => $"Person {number},person{number}@example.org,Vale Council,council,Klingon,,",
            _ => $"Person {number},person{number}@example.org,Vale Council,council,,Sun,",
        });
        var run = (await CommandRun.OfAsync(Launch(folder, folder.Write("r.csv", Header + string.Join("\r\n", rows))))).EndedWith(1);
        for (var number = 0; number < 20; number++)
        {
            Assert.Matches($@"r\.csv, row {number + 2}, [A-G] \(", run.Output);
        }

        Assert.Contains("20 problems. Nothing was stored.", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_stored_and_stores_nothing()
    {
        using var folder = new TemporaryFolder();
        var roster = folder.Write("r.csv", Header + "Ada Quill,ada@example.org,Vale Council,council,English,Mon-Wed 9-13,10");
        var run = (await CommandRun.OfAsync([.. Launch(folder, roster), "--dry-run"])).EndedWith(0);
        Assert.Contains("ada@example.org", run.Output, StringComparison.Ordinal);
        Assert.Contains("10:00", run.Output, StringComparison.Ordinal);
        Assert.Contains("would be stored as 'vale-2027-01-11'. Nothing was stored.", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task A_cohort_with_a_Welsh_reader_cannot_launch_while_the_Welsh_texts_are_missing()
    {
        using var folder = new TemporaryFolder();
        var roster = folder.Write("r.csv", Header + "Mair Prys,mair@example.org,Vale Council,council,Cymraeg,,");
        var run = (await CommandRun.OfAsync([.. Launch(folder, roster), "--dry-run"])).EndedWith(1);
        Assert.Contains("no Welsh texts", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("launch")]
    [InlineData("match")]
    [InlineData("sets")]
    public async Task Who_may_be_the_line_manager_is_asked_and_answered_on_the_command_line(string command)
    {
        using var folder = new TemporaryFolder();
        var people = string.Concat("Ann Lloyd,Bryn Pugh,Cai Dunn,Dee Nash".Split(',').Select((name, at) =>
            $"{name},{name[..3].Trim()}@example.org,Place {at},council,{(at == 1 ? "A Lloyd" : "")}\r\n"));
        var roster = folder.Write("r.csv", "Name,E-mail,Organisation,Sector,Line manager\r\n" + people);
        string[] asked = command switch
        {
            "launch" => [.. Launch(folder, roster), "--dry-run"],
            "match" => ["match", "--people", roster, "--out", folder["out.csv"]],
            _ => ["sets", "--people", roster, "--out", folder["out.csv"], "--without", "sectors", "--seconds", "0.2"],
        };
        var run = (await CommandRun.OfAsync(asked)).EndedWith(1);
        Assert.Contains("may be Ann Lloyd (row 2)", run.Output + run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["out.csv"]));
        (await CommandRun.OfAsync([.. asked, "--confirm", "A Lloyd is nobody of the roster"])).EndedWith(0);
    }

    [Fact]
    public async Task An_account_that_does_not_answer_is_named_in_one_sentence_without_its_key()
    {
        using var folder = new TemporaryFolder();
        var secret = Convert.ToBase64String(new byte[64].Select((_, at) => (byte)at).ToArray());
        var run = RunningProgram.Start(
            new Dictionary<string, string>
            {
                ["PLACELEAD_STORAGE"] = $"AccountName=nobody;AccountKey={secret};TableEndpoint=http://127.0.0.1:9/nobody;",
            },
            "status", "--data", folder["data"]);
        await using (run)
        {
            Assert.Equal(3, await run.ExitCodeAsync());
            Assert.Contains("127.0.0.1", run.Shown, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, run.Shown, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_Node_a_sentence_says_what_is_needed()
    {
        using var folder = new TemporaryFolder();
        var run = RunningProgram.Start(
            new Dictionary<string, string> { ["PATH"] = folder.Path, ["DOTNET_ROOT"] = DotnetRoot() }, "status", "--data", folder["data"]);
        await using (run)
        {
            Assert.Equal(3, await run.ExitCodeAsync());
            Assert.Contains("Node.js 20 or later is needed", run.Shown, StringComparison.Ordinal);
        }
    }

    private static string DotnetRoot() =>
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    private static string[] Launch(TemporaryFolder folder, string roster) =>
        ["launch", "--roster", roster, "--place", "Vale", "--start", "2027-01-11", "--data", folder["data"]];
}
