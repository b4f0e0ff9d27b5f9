using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlaceLeadership.Cli.Tests;

/// <summary>Pairs and sets, as a manager looks at them and steps in.</summary>
public sealed partial class TogetherTests
{
    private static readonly string[] Sectors = ["council", "nhs", "police", "community"];

    [Theory]
    [InlineData("--set", "1", "--step", "set-meeting-one")]
    [InlineData("--set", "1", "--step", "set-meeting-one", "--move", "next Tuesday")]
    [InlineData("--set", "1", "--step", "set-meeting-one", "--move", "2027-03-02 13:30", "--call-off")]
    [InlineData("--set", "one", "--step", "set-meeting-one", "--call-off")]
    public async Task A_meeting_is_moved_or_called_off_and_a_slip_is_said(params string[] args) => Assert.Contains(
        "'placelead meeting --help' shows how it is used.",
        (await CommandRun.OfAsync(["meeting", "--cohort", "vale", .. args])).EndedWith(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--name", " ")]
    [InlineData("--name", "Ines Park", "--public", "somewhere")]
    public async Task A_facilitator_needs_a_name_and_a_link_that_leads_somewhere(params string[] args) => Assert.Contains(
        "'placelead facilitator --help' shows how it is used.",
        (await CommandRun.OfAsync(["facilitator", "--cohort", "vale", "--set", "1", .. args])).EndedWith(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_manager_sees_pairs_and_sets_keeps_people_apart_names_a_facilitator_and_moves_a_meeting()
    {
        using var folder = new TemporaryFolder();
        Task<CommandRun> Do(string command, params string[] args) =>
            CommandRun.OfAsync([command, "--cohort", "vale", "--data", folder["data"], .. args]);
        async Task<string> NoAsync(string command, params string[] args) => (await Do(command, args)).EndedWith(1).Error;
        async Task<JsonElement> GroupsAsync() =>
            JsonDocument.Parse((await Do("groups", "--json")).EndedWith(0).Output).RootElement[0].Clone();

        await using (await RunningProgram.ServeAsync(folder, "2027-01-08T08:30"))
        {
            var roster = folder.Write("r.csv", string.Join("\r\n", Enumerable.Range(1, 12)
                .Select(number => $"P{number} Person,p{number}@example.org,Organisation {number},{Sectors[number % 4]}").Prepend("Name,E-mail,Organisation,Sector")));
            (await CommandRun.OfAsync(
                "launch", "--roster", roster, "--place", "Vale", "--start", "2027-01-11", "--id", "vale", "--data", folder["data"])).EndedWith(0);
            var before = (await Do("groups")).EndedWith(0).Output;
            Assert.Contains("No coaching round has been formed yet.", before, StringComparison.Ordinal);
            Assert.Contains("Coaching rounds to come: At least ", before, StringComparison.Ordinal);
        }

        // Once the first meeting has a date, and the poll for the second is open.
        await using (await RunningProgram.ServeAsync(folder, "2027-02-10T10:30"))
        {
            await RunningProgram.UntilAsync(async () => (await GroupsAsync()).GetProperty("sets").EnumerateArray().Any(set => set.GetProperty("meetings").GetArrayLength() > 1));
            Assert.Contains("its poll is open", await NoAsync("meeting", "--set", "1", "--step", "set-meeting-two", "--call-off"), StringComparison.Ordinal);
        }

        await using (await RunningProgram.ServeAsync(folder, "2027-02-11T10:30"))
        {
            await RunningProgram.UntilAsync(async () => Meeting(await GroupsAsync()).GetProperty("at").ValueKind == JsonValueKind.String);
            Task<CommandRun> MeetingAsync(params string[] args) => Do("meeting", ["--set", "1", "--step", "set-meeting-one", .. args]);
            async Task<string> RefusedAsync(params string[] args) => (await MeetingAsync(args)).EndedWith(1).Error;
            Assert.Contains("There are: set-meeting-one", await NoAsync("meeting", "--set", "1", "--step", "set-meeting", "--call-off"), StringComparison.Ordinal);
            Assert.Contains("not at least a day ahead", await RefusedAsync("--move", "2027-02-11 15:30"), StringComparison.Ordinal);
            Assert.Contains("more than 56 days ahead", await RefusedAsync("--move", "2027-06-01 13:30"), StringComparison.Ordinal);
            (await MeetingAsync("--move", "2027-02-23 13:30")).EndedWith(0);
            Assert.Contains("is on 2027-02-24 09:30", (await MeetingAsync("--move", "2027-02-24T09:30")).EndedWith(0).Output, StringComparison.Ordinal);
            Assert.Contains("as often as a meeting may be", await RefusedAsync("--move", "2027-02-25 13:30"), StringComparison.Ordinal);
            Assert.Equal("2027-02-24 09:30", Meeting(await GroupsAsync()).GetProperty("at").GetString());
            Assert.Contains("  Set 1, set-meeting-one: 2027-02-24 09:30\n", (await Do("pause", [])).EndedWith(0).Output, StringComparison.Ordinal);
            Assert.Contains("does not take place", (await MeetingAsync("--call-off")).EndedWith(0).Output, StringComparison.Ordinal);
            Assert.Contains("called off already", await RefusedAsync("--move", "2027-02-25 13:30"), StringComparison.Ordinal);
            (await Do("resume", [])).EndedWith(0);
        }

        // Once the first round is formed.
        await using (await RunningProgram.ServeAsync(folder, "2027-02-24T10:30"))
        {
            await RunningProgram.UntilAsync(async () => (await GroupsAsync()).GetProperty("rounds").GetArrayLength() > 0);
            var groups = await GroupsAsync();
            Assert.Equal(12, groups.GetProperty("sets").EnumerateArray().Sum(set => set.GetProperty("members").GetArrayLength()));
            var pair = groups.GetProperty("rounds")[0].GetProperty("groups")[0].GetProperty("people");
            var (one, other) = (pair[0].GetProperty("participant").GetString()!, pair[1].GetProperty("participant").GetString()!);
            var explained = (await Do("groups", "--explain")).EndedWith(0).Output;
            Assert.Contains("both work Monday to Friday.", explained, StringComparison.Ordinal);
            Assert.Contains("Coaching round 'coaching-one'", explained, StringComparison.Ordinal);
            Assert.Contains($"  {pair[0].GetProperty("name")}, {pair[1].GetProperty("name")}", explained, StringComparison.Ordinal);
            Assert.DoesNotContain("both work", (await Do("groups")).EndedWith(0).Output, StringComparison.Ordinal);

            Assert.Contains("Name two people.", await NoAsync("apart", "--person", one, "--other", one), StringComparison.Ordinal);
            Assert.Contains("Nobody in the cohort", await NoAsync("apart", "--person", one, "--other", "nobody@example.org"), StringComparison.Ordinal);
            (await Do("apart", "--person", one, "--other", other)).EndedWith(0);
            await RunningProgram.UntilAsync(async () => !AreTogether(await GroupsAsync(), one, other));
            Assert.Contains("may be brought together again", (await Do("apart", "--person", one, "--other", other, "--undo")).EndedWith(0).Output, StringComparison.Ordinal);

            Assert.Contains("has no set 9. There are: 1, 2.", await NoAsync("facilitator", "--set", "9", "--name", "Ines Park"), StringComparison.Ordinal);
            var first = Link((await Do("facilitator", "--set", "2", "--name", "Ines Park")).EndedWith(0).Output);
            Assert.Matches("^http://127.0.0.1:[0-9]+/f/", first);
            var second = Link((await Do("facilitator", "--set", "2", "--name", "Owen Reed", "--public", "https://prompts.example.org")).EndedWith(0).Output);
            Assert.StartsWith("https://prompts.example.org/f/", second, StringComparison.Ordinal);
            using var browser = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(new Uri(first), new Uri(second).AbsolutePath))).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(first)).StatusCode);
            Assert.Contains("Set 2, facilitated by Owen Reed: ", (await Do("groups")).EndedWith(0).Output, StringComparison.Ordinal);
        }
    }

    private static JsonElement Meeting(JsonElement groups) => groups.GetProperty("sets")[0].GetProperty("meetings")[0];

    private static bool AreTogether(JsonElement groups, string one, string other) => groups.GetProperty("rounds")[0].GetProperty("groups")
        .EnumerateArray().Select(group => group.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("participant").GetString()).ToList())
        .Any(people => people.Contains(one) && people.Contains(other));

    private static string Link(string output) => Url().Match(output).Value;

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Url();
}
