using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Cli.Tests;

/// <summary>The built program on a real storage emulator, as a manager uses it from two terminals.</summary>
public sealed partial class ServeTests
{
    private const string Cohort = "vale-2027-01-11";
    private const string Tobias = "tobias.ashgrove@example.org";

    private static string Roster => Path.Combine(AppContext.BaseDirectory, "roster.csv");

    [Fact]
    public async Task A_manager_launches_looks_ahead_and_changes_her_mind_while_the_cohort_runs()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder, "--clock", "2027-01-11T08:30", "--speed", "60");
        Task<CommandRun> Do(params string[] args) => CommandRun.OfAsync([.. args, "--data", folder["data"]]);
        Task<CommandRun> OnCohort(string command, params string[] args) => Do([command, "--cohort", Cohort, .. args]);

        Assert.Contains($"Launched as '{Cohort}'", (await Do(Launch())).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("already exists", (await Do(Launch())).EndedWith(1).Error, StringComparison.Ordinal);

        var foreseen = (await OnCohort("foresee", "--person", Tobias, "--week", "2027-01-20")).EndedWith(0).Output;
        Assert.Contains("arriving", foreseen, StringComparison.Ordinal);
        Assert.DoesNotContain("helena", foreseen, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 letter, with", foreseen, StringComparison.Ordinal);

        (await OnCohort("cancel", "--person", Tobias, "--step", "arriving")).EndedWith(0);
        Assert.Contains("cancelled", await FateAsync("arriving"), StringComparison.Ordinal);
        (await OnCohort("restore", "--person", Tobias, "--step", "arriving")).EndedWith(0);
        Assert.Contains("will-be-sent", await FateAsync("arriving"), StringComparison.Ordinal);
        await ChangeLetterAsync();
        var refused = (await OnCohort("move", "--person", Tobias, "--step", "arriving", "--to", "2027-01-31")).EndedWith(1).Error;
        Assert.Contains("“A day that was worth it” would not come any more", refused, StringComparison.Ordinal);
        Assert.Contains("Before that it can be moved to 2027-01-26.", refused, StringComparison.Ordinal);
        var moved = (await OnCohort("move", "--person", Tobias, "--step", "arriving", "--to", "2027-06-23")).EndedWith(0);
        Assert.Contains("Wednesday 2027-06-30", moved.Output, StringComparison.Ordinal);
        var notNamed = (await OnCohort("cancel", "--person", Tobias, "--step", "protected-time", "--message", "reminder-1")).EndedWith(0);
        Assert.Contains("That a message names 'protected-time' to Tobias", notNamed.Output, StringComparison.Ordinal);
        Assert.Contains("no step 'nonsense'", (await OnCohort("cancel", "--person", Tobias, "--step", "nonsense")).EndedWith(1).Error, StringComparison.Ordinal);

        (await OnCohort("pause", "--person", Tobias)).EndedWith(0);
        (await OnCohort("resume", "--person", Tobias)).EndedWith(0);
        (await OnCohort("pause", "--organisation", "Eldermouth Food Bank", "--until", "2027-03-01")).EndedWith(0);
        Assert.Contains("There are: ", (await OnCohort("pause", "--organisation", "Nobody Ltd")).EndedWith(1).Error, StringComparison.Ordinal);
        (await OnCohort("change", "--person", Tobias, "--email", "tobias.new@example.org", "--hour", "11")).EndedWith(0);
        Assert.Contains("weekend", (await OnCohort("change", "--person", "tobias.new@example.org", "--working-pattern", "Sat")).EndedWith(1).Error, StringComparison.Ordinal);
        (await OnCohort("join", "--roster", folder.Write("j.csv", "Name,E-mail,Organisation,Sector\r\nNew Face,new.face@example.org,Vale Arts,community"))).EndedWith(0);
        (await OnCohort("join", "--roster", folder["j.csv"])).EndedWith(0);
        Assert.Contains("already", (await OnCohort("join", "--roster", folder.Write("k.csv", "Name,E-mail,Organisation,Sector\r\nOther Face,new.face@example.org,Vale Arts,community"))).EndedWith(1).Error, StringComparison.Ordinal);
        (await OnCohort("leave", "--person", "new.face@example.org")).EndedWith(0);
        await MoveOnAsync();

        var history = (await OnCohort("history", "--person", "tobias.new@example.org")).EndedWith(0).Output;
        foreach (var said in new[]
        {
            "Whoever runs the command line moved “", " to 2027-06-23, or the first letter after it.", "Whoever runs the command line paused Tobias", "took out once that another message names “", "Whoever runs the command line changed what the roster says of Tobias",
        })
        {
            Assert.Contains(said, history, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("New Face", history, StringComparison.Ordinal);
        Assert.Contains("Whoever runs the command line took New Face out of the cohort.", (await OnCohort("history")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("There is no cohort 'elsewhere'", (await Do("history", "--cohort", "elsewhere")).EndedWith(1).Error, StringComparison.Ordinal);

        var made = (await Do("administrator")).EndedWith(0).Output;
        Assert.Matches("^[A-Za-z0-9_-]{20}\\n", made);
        Assert.Contains("Whoever runs the command line set out to launch ", (await Do("history")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("Whoever runs the command line made a code for a first administrator.", (await Do("history")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("--person goes with --cohort", (await Do("history", "--person", "x@example.org")).EndedWith(1).Error, StringComparison.Ordinal);

        using var status = JsonDocument.Parse((await Do("status", "--json")).EndedWith(0).Output);
        Assert.Equal(48, status.RootElement[0].GetProperty("people").GetInt32());
        Assert.Equal(1, status.RootElement[0].GetProperty("left").GetInt32());
        Assert.Equal("place-leadership 4", status.RootElement[0].GetProperty("programme").GetString());
        var going = (await OnCohort("going")).EndedWith(0).Output;
        using var how = JsonDocument.Parse((await OnCohort("going", "--json")).EndedWith(0).Output);
        Assert.Equal(48, how.RootElement[0].GetProperty("people").GetInt32());
        Assert.Contains($"{Cohort}: {how.RootElement[0].GetProperty("summary")}\n", going, StringComparison.Ordinal);
        Assert.Contains(how.RootElement[0].GetProperty("repliesNote").GetString()!, going, StringComparison.Ordinal);
        Assert.All(how.RootElement[0].GetProperty("totals").EnumerateArray(), total => Assert.Matches($"{total.GetProperty("what")} +{total.GetProperty("howMany")}", going));
        Assert.Equal(26, how.RootElement[0].GetProperty("weeks").GetArrayLength());
        (await OnCohort("pause")).EndedWith(0);
        Assert.Contains("paused", (await Do("status")).Output, StringComparison.Ordinal);
        (await OnCohort("resume")).EndedWith(0);

        (await CommandRun.OfAsync("export", "facts", "--cohort", Cohort, "--out", folder["f.csv"], "--data", folder["data"])).EndedWith(0);
        Assert.Equal(49, (await File.ReadAllLinesAsync(folder["f.csv"])).Count(line => line.Contains(",joined,", StringComparison.Ordinal)));

        Assert.Contains("Nothing goes out any more.", (await OnCohort("end")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("already", (await OnCohort("end")).EndedWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("ended", (await Do("status")).Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was deleted.", (await OnCohort("delete", "--confirm", "vale")).EndedWith(1).Error, StringComparison.Ordinal);
        var mails = Directory.CreateDirectory(folder["data/mail"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(mails, Cohort + "~welcome~p4bc9cib2mcry~prompt.eml"), "Subject: Old\r\n\r\nx");
        await File.WriteAllTextAsync(Path.Combine(mails, $".{Cohort}~welcome~0123456789abcdef~prompt.part"), "half");
        await File.WriteAllTextAsync(Path.Combine(mails, Cohort + "-2~welcome~0123456789abcdef~prompt.eml"), "Subject: Another cohort\r\n\r\nx");
        (await OnCohort("delete", "--confirm", Cohort)).EndedWith(0);
        Assert.Equal([Cohort + "-2~welcome~0123456789abcdef~prompt.eml"], Directory.GetFiles(mails).Select(Path.GetFileName));
        Assert.Contains("There is no cohort", (await OnCohort("delete", "--confirm", Cohort)).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("No cohort has been launched here yet.", (await Do("status")).EndedWith(0).Output, StringComparison.Ordinal);

        async Task<string> FateAsync(string step)
        {
            using var all = JsonDocument.Parse((await OnCohort("foresee", "--person", Tobias, "--json")).EndedWith(0).Output);
            return all.RootElement.EnumerateArray().SelectMany(letter => letter.GetProperty("items").EnumerateArray())
                .First(item => item.GetProperty("step").GetString() == step && item.GetProperty("message").GetString() == "prompt")
                .GetProperty("fate").GetString()!;
        }

        async Task ChangeLetterAsync()
        {
            Task<CommandRun> Letter(string command, params string[] more) => OnCohort(command, ["--person", Tobias, "--letter", "2027-01-20", .. more]);
            var cancelled = (await Letter("cancel")).EndedWith(0).Output;
            Assert.Contains("on Wednesday 2027-01-20 is cancelled:", cancelled, StringComparison.Ordinal);
            Assert.Contains("'arriving' does not come", cancelled, StringComparison.Ordinal);
            Assert.Contains("'set-meeting-one.proposal' stays", cancelled, StringComparison.Ordinal);
            Assert.Contains("'arriving' comes on Wednesday 2027-01-20", (await Letter("restore")).EndedWith(0).Output, StringComparison.Ordinal);
            Assert.Contains("comes on Wednesday 2027-06-30", (await Letter("move", "--to", "2027-06-23")).EndedWith(0).Output, StringComparison.Ordinal);
            Assert.Contains("Nothing that comes to this person on 2027-01-20 was", (await Letter("restore")).EndedWith(1).Error, StringComparison.Ordinal);
            (await OnCohort("restore", "--person", Tobias, "--letter", "2027-06-30")).EndedWith(0);
            Assert.Contains("Say which: --step", (await OnCohort("cancel", "--person", Tobias)).EndedWith(2).Error, StringComparison.Ordinal);
            Assert.Contains("Say which: --step", (await Letter("cancel", "--step", "arriving")).EndedWith(2).Error, StringComparison.Ordinal);
            Assert.Contains("--message goes with --step", (await Letter("cancel", "--message", "reminder-1")).EndedWith(2).Error, StringComparison.Ordinal);
            Assert.Contains("'2027-13-20' is not a date for --letter.", (await OnCohort("cancel", "--person", Tobias, "--letter", "2027-13-20")).EndedWith(2).Error, StringComparison.Ordinal);
        }

        async Task MoveOnAsync()
        {
            (await CommandRun.OfAsync("template", "--out", folder.Path)).EndedWith(0);
            Assert.Contains("Raise 'version'", (await OnCohort("move-on", "--programme", folder["programme.yaml"])).EndedWith(1).Error, StringComparison.Ordinal);
            var next = (await File.ReadAllTextAsync(folder["programme.yaml"])).Replace("\nversion: 3", "\nversion: 4", StringComparison.Ordinal);
            (await OnCohort("move-on", "--programme", folder.Write("next.yaml", next))).EndedWith(0);
        }
    }

    [Fact]
    public async Task A_participant_answers_the_first_prompt_from_the_local_inbox()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder, "--clock", "2027-01-11T08:30", "--speed", "36000");
        (await CommandRun.OfAsync([.. Launch(), "--data", folder["data"]])).EndedWith(0);
        await server.UntilAsync(() => Mails(folder, "arriving").Count > 0, "the first question has been sent");

        using var client = new HttpClient();
        var address = Address(server);
        Assert.Contains("Vale", await client.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Contains("example.org", await client.GetStringAsync(new Uri(address, "inbox")), StringComparison.Ordinal);
        using var nobodysSet = await client.GetAsync(new Uri(address, "f/nonsense/calendar/set-meeting-one"));
        Assert.Equal(HttpStatusCode.NotFound, nobodysSet.StatusCode);

        using var mail = await MimeKit.MimeMessage.LoadAsync(Mails(folder, "arriving")[0]);
        var link = AnswerLink().Match(mail.TextBody!).Value;
        Assert.Contains("Not this week", await client.GetStringAsync(link), StringComparison.Ordinal);
        using var kept = new FormUrlEncodedContent(new Dictionary<string, string> { ["do"] = "kept" });
        Assert.True((await client.PostAsync(link, kept)).IsSuccessStatusCode);
        (await CommandRun.OfAsync("export", "facts", "--cohort", Cohort, "--out", folder["f.csv"], "--data", folder["data"])).EndedWith(0);
        Assert.Single(await File.ReadAllLinesAsync(folder["f.csv"]), line => line.Contains(",kept,arriving,", StringComparison.Ordinal));

        server.Interrupt();
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task A_manager_signs_in_with_the_key_that_the_server_made_and_names_and_no_one_else_can_read_it()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder);
        Assert.Matches(@"Manage cohorts at:\s+http://127\.0\.0\.1:\d+/manage, key in \S+manager-key", server.Shown);
        var file = Path.Combine(folder["data"], "manager-key");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        var key = (await File.ReadAllTextAsync(file)).Trim();
        Assert.True(key.Length >= 24);
        Assert.DoesNotContain(key, server.Shown, StringComparison.Ordinal);
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key });
        var answer = await client.PostAsync(new Uri(Address(server), "manage/sign-in"), form);
        Assert.Contains("There is no cohort yet.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_key_that_is_too_short_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var server = RunningProgram.Start(
            new Dictionary<string, string> { ["PLACELEAD_MANAGER_KEY"] = "short" }, "serve", "--data", folder["data"], "--port", "0");
        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains("PLACELEAD_MANAGER_KEY is not 24 or more characters", server.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colour_that_nobody_could_read_and_a_logo_that_is_not_there_are_named_and_nothing_runs()
    {
        using var folder = new TemporaryFolder();
        await using var server = RunningProgram.Start(
            new Dictionary<string, string> { ["PLACELEAD_BRAND_NAME"] = "Vale Leads", ["PLACELEAD_BRAND_COLOUR"] = "#ffcc00", ["PLACELEAD_BRAND_LOGO"] = folder["logo.svg"] },
            "serve", "--data", folder["data"], "--port", "0");
        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains("PLACELEAD_BRAND_COLOUR is too light to be read", server.Shown, StringComparison.Ordinal);
        Assert.Contains("PLACELEAD_BRAND_LOGO is a file that is not there", server.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_place_on_this_computer_are_its_own()
    {
        using var folder = new TemporaryFolder();
        var logo = folder.Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        await using var server = RunningProgram.Start(
            new Dictionary<string, string>
            {
                ["PLACELEAD_BRAND_NAME"] = "Vale Leads",
                ["PLACELEAD_BRAND_COLOUR"] = "#7a1f5c",
                ["PLACELEAD_BRAND_LOGO"] = logo,
                ["PLACELEAD_BRAND_CONTACT"] = "01632 960 001",
            },
            "serve", "--data", folder["data"], "--port", "0");
        await server.UntilAsync(() => server.Shown.Contains("Ctrl-C stops it.", StringComparison.Ordinal), "it serves");
        using var http = new HttpClient { BaseAddress = Address(server) };
        var page = await http.GetStringAsync("manage/sign-in");
        Assert.Contains("Vale Leads</p>", page, StringComparison.Ordinal);
        Assert.Contains("How to reach the team: 01632 960 001", page, StringComparison.Ordinal);
        Assert.Contains("#7a1f5c", await http.GetStringAsync("brand.css"), StringComparison.Ordinal);
        Assert.Contains("<svg", await http.GetStringAsync("brand-logo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLACELEAD_KEYS", "--public", "https://prompts.example.org/")]
    [InlineData("PLACELEAD_MANAGER_KEY", "--public", "https://prompts.example.org/")]
    [InlineData("PLACELEAD_MANAGER_KEY", "--mail", "sendgrid")]
    public async Task Where_others_can_come_the_keys_of_the_sample_which_everybody_knows_are_refused(string setting, string option, string value)
    {
        using var folder = new TemporaryFolder();
        using var sample = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")), new() { CommentHandling = JsonCommentHandling.Skip });
        var key = sample.RootElement.GetProperty("Values").GetProperty(setting).GetString()!;
        await using var server = RunningProgram.Start(
            new Dictionary<string, string> { [setting] = key }, "serve", "--data", folder["data"], "--port", "0", option, value);
        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains($"{setting} is the sample's, which everybody knows.", server.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/a;")]
    public async Task Real_people_are_not_written_to_from_an_emulator_that_may_lose_what_it_stored(string storage)
    {
        using var folder = new TemporaryFolder();
        await using var server = RunningProgram.Start(
            new Dictionary<string, string> { ["PLACELEAD_STORAGE"] = storage, ["PLACELEAD_SENDGRID_KEY"] = "SG.none" },
            "serve", "--data", folder["data"], "--port", "0", "--mail", "sendgrid");
        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains("--mail sendgrid writes to real people", server.Shown, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Where_others_can_come_there_are_no_pages_that_show_everybodys_mail()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder, "--public", "https://prompts.example.org/");
        (await CommandRun.OfAsync([.. Launch(), "--data", folder["data"]])).EndedWith(0);
        using var client = new HttpClient();
        foreach (var path in new[] { "inbox", "inbox/x", "inbox/x/html", "inbox/x/calendar" })
        {
            using var answer = await client.GetAsync(new Uri(Address(server), path));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("vale", await client.GetStringAsync(Address(server)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/inbox", server.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_local_pages_are_for_who_sits_here_and_for_nothing_that_a_proxy_passes_on()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(Address(server), "inbox"))).StatusCode);
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=203.0.113.9"), ("Via", "1.1 proxy"), ("Host", "rebound.example") })
        {
            foreach (var path in new[] { "inbox", "inbox/x" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address(server), path));
                request.Headers.TryAddWithoutValidation(name, value);
                Assert.Contains((await client.SendAsync(request)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
            }
        }
    }

    [Theory]
    [InlineData("http://prompts.example.org/", "needs an https address")]
    [InlineData("http://192.168.0.4:5080", "needs an https address")]
    [InlineData("ftp://prompts.example.org/", "needs an address such as")]
    [InlineData("https://ann:secret@prompts.example.org/", "needs an address such as")]
    [InlineData("https://prompts.example.org/?of=ours", "needs an address such as")]
    public async Task An_address_over_which_links_would_travel_in_the_open_is_refused(string address, string because)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.OfAsync("serve", "--data", folder["data"], "--port", "0", "--public", address);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(because, run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_do_not_fit_what_is_stored_are_refused_with_what_to_do_and_rotated_ones_are_taken()
    {
        using var folder = new TemporaryFolder();
        var keys = Path.Combine(folder["data"], "keys");
        (await CommandRun.OfAsync([.. Launch(), "--data", folder["data"]])).EndedWith(0);
        var good = await File.ReadAllTextAsync(keys);

        File.Delete(keys);
        var lost = (await CommandRun.OfAsync("serve", "--data", folder["data"], "--port", "0")).EndedWith(1);
        Assert.Contains("there are none here. Copy the file 'keys'", lost.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(keys));
        await File.WriteAllTextAsync(keys, Core.Privacy.KeyRing.New().Export());
        Assert.Contains("belongs to other keys", (await CommandRun.OfAsync("serve", "--data", folder["data"], "--port", "0")).EndedWith(1).Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(keys, "garbage");
        Assert.Contains($"{keys} cannot be read.", (await CommandRun.OfAsync("serve", "--data", folder["data"], "--port", "0")).EndedWith(1).Error, StringComparison.Ordinal);

        // What needs no key is done all the same.
        await File.WriteAllTextAsync(keys, Core.Privacy.KeyRing.New().Export());
        (await CommandRun.OfAsync("status", "--data", folder["data"])).EndedWith(0);
        await File.WriteAllTextAsync(keys, Core.Privacy.KeyRing.New().Export() + "\n" + good);
        await using var server = await ServeAsync(folder);
    }

    [Fact]
    public async Task A_second_start_and_a_port_in_use_say_so()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder);
        await using var second = RunningProgram.Start(null, "serve", "--data", folder["data"], "--port", "0");
        Assert.Equal(3, await second.ExitCodeAsync());
        Assert.Contains("Another placelead is already using", second.Shown, StringComparison.Ordinal);

        var port = Address(server).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var third = RunningProgram.Start(null, "serve", "--data", folder["other"], "--port", port);
        Assert.Equal(3, await third.ExitCodeAsync());
        Assert.Contains($"The port {port} is in use", third.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_storage_hangs_is_named_and_one_whose_storage_was_killed_ends_and_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder);
        var emulator = File.ReadAllText(folder["data/azurite.pid"]).Split(' ')[0];

        RunningProgram.Signal("STOP", emulator);
        var status = (await CommandRun.OfAsync("status", "--data", folder["data"])).EndedWith(3).Error;
        RunningProgram.Signal("KILL", emulator);

        Assert.Contains("'placelead serve' runs on this folder, and its storage does not answer.", status, StringComparison.Ordinal);
        Assert.Equal(3, await server.ExitCodeAsync());
        Assert.Contains("It was killed (exit code 137).", server.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("what is stored is kept", server.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_killed_in_the_middle_of_a_week_loses_and_doubles_nothing()
    {
        using var folder = new TemporaryFolder();
        const string steps = "welcome|arriving";
        await using (var first = await ServeAsync(folder, "--clock", "2027-01-11T07:30", "--speed", "3600"))
        {
            (await CommandRun.OfAsync([.. Launch(), "--data", folder["data"]])).EndedWith(0);
            await first.UntilAsync(() => Mails(folder, "welcome").Count > 5, "some messages have been sent");
            first.Kill();
            await first.ExitCodeAsync();
        }

        await using (var again = await ServeAsync(folder, "--clock", "2027-01-11T13:00", "--speed", "36000"))
        {
            await again.UntilAsync(
                () => Mails(folder, "welcome").Count == 48 && Mails(folder, "arriving").Count >= 40,
                () => $"48 people have been welcomed (now {Mails(folder, "welcome").Count}) and 40 asked (now {Mails(folder, "arriving").Count})");
            (await CommandRun.OfAsync("export", "facts", "--cohort", Cohort, "--out", folder["f.csv"], "--data", folder["data"])).EndedWith(0);
        }

        var facts = (await File.ReadAllLinesAsync(folder["f.csv"])).Select(line => line.Split(','))
            .Where(fact => fact[3] == "prompted" && Regex.IsMatch(fact[4], steps)).Select(fact => (fact[2], fact[4])).ToList();
        Assert.Equal(facts.Distinct().Count(), facts.Count);
        Assert.Equal(48, facts.Count(fact => fact.Item2 == "welcome"));
    }

    private static string[] Launch() =>
        ["launch", "--roster", Roster, "--place", "Vale", "--start", "2027-01-11", "--sender", "Ruth Adeyemi"];

    private static List<string> Mails(TemporaryFolder folder, string step) => Directory.Exists(folder["data/mail"])
        ? [.. new PickupInbox(folder["data/mail"]).List(1000).Where(mail => mail.Brings.Contains(new StepId(step))).Select(mail => Path.Combine(folder["data/mail"], mail.Name + ".eml"))]
        : [];

    private static async Task<RunningProgram> ServeAsync(TemporaryFolder folder, params string[] more)
    {
        var server = RunningProgram.Start(null, ["serve", "--data", folder["data"], "--port", "0", .. more]);
        await server.UntilAsync(() => server.Shown.Contains("Ctrl-C stops it.", StringComparison.Ordinal), "the server greets");
        return server;
    }

    private static Uri Address(RunningProgram server) => new(Running().Match(server.Shown).Groups[1].Value);

    [GeneratedRegex(@"running at (http://\S+)")]
    private static partial Regex Running();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/a/\S+")]
    private static partial Regex AnswerLink();
}
