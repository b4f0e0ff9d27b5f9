using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

/// <summary>A cohort that is kept as parts is one cohort to its manager.</summary>
public sealed class LargeCohortTests
{
    [Fact]
    public async Task A_manager_of_501_people_need_not_know_that_they_are_kept_as_two_parts()
    {
        using var folder = new TemporaryFolder();
        await using var server = RunningProgram.Start(
            null, "serve", "--data", folder["data"], "--port", "0", "--clock", "2027-01-08T08:30");
        await server.UntilAsync(() => server.Shown.Contains("Ctrl-C stops it.", StringComparison.Ordinal), "it serves");
        Task<CommandRun> Do(params string[] args) => CommandRun.OfAsync([.. args, "--data", folder["data"]]);
        Task<CommandRun> OnCohort(string command, params string[] args) => Do([command, "--cohort", "large", .. args]);
        var roster = folder.Write("r.csv", Rows(Enumerable.Range(1, 501).Select(number => Row($"p{number}", number % 7))));

        (await Do("launch", "--roster", roster, "--place", "Vale", "--start", "2027-01-11", "--id", "large")).EndedWith(0);
        Assert.Contains("already exists", (await Do("launch", "--roster", roster, "--place", "Vale", "--start", "2027-01-11", "--id", "large")).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Equal([251, 250], await PeopleAsync("people"));
        Assert.Contains("There are: large.", (await Do("foresee", "--cohort", "larg")).EndedWith(1).Error, StringComparison.Ordinal);

        Assert.Contains("501 letters, with 501 steps.", (await OnCohort("foresee", "--week", "2027-01-11")).EndedWith(0).Output, StringComparison.Ordinal);
        (await OnCohort("change", "--person", "p500@example.org", "--hour", "11")).EndedWith(0);
        (await OnCohort("leave", "--person", "p501@example.org")).EndedWith(0);
        Assert.Contains("takes no part any more", (await OnCohort("pause", "--person", "p501@example.org")).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("was not paused; nothing changed", (await OnCohort("resume")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("was not paused; nothing changed", (await OnCohort("resume", "--organisation", "Organisation 3")).EndedWith(0).Output, StringComparison.Ordinal);
        (await OnCohort("pause", "--organisation", "Organisation 3")).EndedWith(0);
        Assert.Contains("paused Organisation 3.", (await OnCohort("history")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Equal(72, (await PeopleAsync("paused")).Sum());
        Assert.Contains("already a participant", (await JoinAsync("p250", 1)).EndedWith(1).Error, StringComparison.Ordinal);
        (await JoinAsync("late", 3)).EndedWith(0);
        Assert.Equal(501, (await PeopleAsync("people")).Sum());
        (await OnCohort("pause")).EndedWith(0);

        (await Do("export", "facts", "--cohort", "large", "--out", folder["f.csv"])).EndedWith(0);
        var facts = await File.ReadAllLinesAsync(folder["f.csv"]);
        Assert.Equal(502, facts.Count(line => line.Contains(",joined,", StringComparison.Ordinal)));
        Assert.All(facts.Skip(1), line => Assert.StartsWith("large,", line, StringComparison.Ordinal));
        Assert.Single(facts, line => line.Contains(",,paused,", StringComparison.Ordinal));
        Assert.Equal(facts.Skip(1).Select(line => line.Split(',')[1]).Order(StringComparer.Ordinal), facts.Skip(1).Select(line => line.Split(',')[1]));

        foreach (var act in new string[][] { ["pause"], ["pause", "--organisation", "Organisation 3"], ["resume"], ["end"], ["delete", "--confirm", "large.2"] })
        {
            Assert.Contains("'large.2' is a part of the cohort 'large'", (await Do([.. act, "--cohort", "large.2"])).EndedWith(1).Error, StringComparison.Ordinal);
        }

        (await OnCohort("end")).EndedWith(0);
        foreach (var act in new string[][] { ["pause"], ["resume"], ["move", "--person", "p1@example.org", "--step", "map-people", "--to", "2027-03-03"] })
        {
            Assert.Contains("ended", (await OnCohort(act[0], act[1..])).EndedWith(1).Error, StringComparison.Ordinal);
        }

        (await OnCohort("delete", "--confirm", "large")).EndedWith(0);
        Assert.Contains("No cohort has been launched here yet.", (await Do("status")).EndedWith(0).Output, StringComparison.Ordinal);

        async Task<IReadOnlyList<int>> PeopleAsync(string what)
        {
            using var status = JsonDocument.Parse((await OnCohort("status", "--json")).EndedWith(0).Output);
            return [.. status.RootElement.EnumerateArray().Select(part => part.GetProperty(what).GetInt32())];
        }

        Task<CommandRun> JoinAsync(string name, int organisation) =>
            OnCohort("join", "--roster", folder.Write("j.csv", Rows([Row(name, organisation)])));
    }

    private static string Row(string name, int organisation) =>
        $"{name} Person,{name}@example.org,Organisation {organisation},council";

    private static string Rows(IEnumerable<string> rows) => string.Join("\r\n", rows.Prepend("Name,E-mail,Organisation,Sector"));
}
