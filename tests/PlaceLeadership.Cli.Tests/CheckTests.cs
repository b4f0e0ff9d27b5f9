using System.Text;
using System.Text.Json;

namespace PlaceLeadership.Cli.Tests;

public sealed class CheckTests
{
    private static string TenMistakes => Path.Combine(AppContext.BaseDirectory, "ten-mistakes.yaml");

    [Fact]
    public async Task A_programme_with_ten_mistakes_shows_each_with_line_column_and_a_way_out()
    {
        var run = (await CommandRun.OfAsync("check", TenMistakes)).EndedWith(1);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^ten-mistakes\.yaml:\d+:\d+: \S.+\. \S.+")));
        Assert.Contains("10 problems.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_the_same_problems_as_data()
    {
        var run = (await CommandRun.OfAsync("check", TenMistakes, "--json")).EndedWith(1);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(10, document.RootElement.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task A_copy_of_the_programme_that_comes_with_the_product_has_no_problem()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("template", "--out", folder.Path)).EndedWith(0);
        var run = (await CommandRun.OfAsync("check", folder["programme.yaml"])).EndedWith(0);
        Assert.Contains("No problem found", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("No letter has room", run.Output, StringComparison.Ordinal);
        (await CommandRun.OfAsync("template", "--out", folder.Path)).EndedWith(1);
    }

    [Fact]
    public async Task What_a_programme_asks_of_one_participant_is_said_before_anybody_is_written_to()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["much.yaml"], """
            programme: much
            version: 1
            title: Much
            weeks: 14
            languages: [en]
            rhythm: {letters-per-week: 5}
            stages: [{stage: facilitator-led, from-week: 1}]
            steps:
              - {id: hello, kind: milestone, week: 1, day: Monday, title: Hello, minutes: 5, text: Words.}
              - {id: one, kind: reflection, week: 2, day: Tuesday, title: One, minutes: 25, text: Words., questions: [{id: q, kind: text, text: What?}]}
              - {id: two, kind: reflection, week: 2, day: Thursday, title: Two, minutes: 20, text: Words., questions: [{id: q, kind: text, text: What?}]}
              - {id: three, kind: pulse, week: 2, day: Friday, title: Three, minutes: 5, text: Words., questions: [{id: q, kind: text, text: What?}]}
              - {id: for-some, kind: milestone, week: 3, day: Monday, title: For some, minutes: 5, text: Words., audience: {sectors: [police]}}
              - {id: for-one-role, kind: milestone, week: 3, day: Tuesday, title: For one role, minutes: 5, text: Words., audience: {roles: [Sergeant]}}
              - {id: pairs, kind: coaching-round, week: 5, day: Monday, title: Meet, minutes: 90, text: Words.}
            """, TestContext.Current.CancellationToken);

        var run = (await CommandRun.OfAsync("check", folder["much.yaml"])).EndedWith(0);

        // For some goes to the police alone, and for one role to sergeants; around the round stand its proposal, whether people met, whether it fits, and its end.
        Assert.Contains("It asks of one participant: 10 mails in 14 weeks, 1 in a usual week; 1 minute in a usual week, and 2 hours of meetings in all.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The heaviest is week 2: 3 mails and 50 minutes, most of them for 'One' (25 minutes) and 'Two' (20 minutes).", run.Output, StringComparison.Ordinal);
        Assert.Contains("Week 2 asks 50 minutes, more than 45. Thin out the longest: 'One' (25 minutes) and 'Two' (20 minutes).", run.Output, StringComparison.Ordinal);
        Assert.Contains("Mails, week by week: 1 3 2 0 1 0 1 0 1 0 0 0 0 1", run.Output, StringComparison.Ordinal);

        // With one letter a week two thoughts of one week do not both find room.
        await File.WriteAllTextAsync(
            folder["less.yaml"], (await File.ReadAllTextAsync(folder["much.yaml"], TestContext.Current.CancellationToken)).Replace("{letters-per-week: 5}", "{day: Wednesday}", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var less = (await CommandRun.OfAsync("check", folder["less.yaml"])).EndedWith(0);
        Assert.Contains("No letter has room for 'Two'. Plan one thought or long text a week.", less.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("No letter has room", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_saved_in_another_encoding_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("There is no file", (await CommandRun.OfAsync("check", folder["none.yaml"])).EndedWith(1).Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(folder["latin.yaml"], Encoding.Latin1.GetBytes("programme: café"));
        Assert.Contains("UTF-8", (await CommandRun.OfAsync("check", folder["latin.yaml"])).EndedWith(1).Error, StringComparison.Ordinal);
    }
}
