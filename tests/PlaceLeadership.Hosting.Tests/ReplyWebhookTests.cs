using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Hosting;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Hosting.Webhooks;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage;
using PlaceLeadership.Web;

namespace PlaceLeadership.Hosting.Tests;

/// <summary>Answers to a poll as SendGrid hands them in, to a learning set of six.</summary>
public sealed partial class ReplyWebhookTests : IAsyncDisposable
{
    private const string Secret = "0123456789abcdef01234567";

    private readonly ConcurrentQueue<string> _logs = new();
    private readonly List<CohortId> _raised = [];
    private readonly Rehearsal _rehearsal;

    public ReplyWebhookTests() => _rehearsal = new Rehearsal(new Listening(_logs), (cohort, _) =>
    {
        _raised.Add(cohort);
        return Task.FromResult(true);
    })
    {
        WithSets = true,
    };

    [Fact]
    public async Task A_mail_with_numbers_is_a_vote_and_the_same_delivery_again_changes_nothing()
    {
        var to = await OpenAsync("p001");
        Assert.Equal(204, await PostAsync(Form(to, "1 and 3 please\n\nOn Wed, 20 Jan 2027 at 09:00, Sam <sam@example.org> wrote:\n> 2")));
        Assert.Equal([0, 2], (await MeetingAsync()).Votes[new ParticipantId("p001")]);
        Assert.Equal([Rehearsal.Cohort], _raised);

        Assert.Equal(204, await PostAsync(Form(to, "2", id: "<later@example.org>")));
        Assert.Equal(204, await PostAsync(Form(to, "1 and 3 please")));
        Assert.Equal([1], (await MeetingAsync()).Votes[new ParticipantId("p001")]);
    }

    [Fact]
    public async Task Who_is_in_the_set_votes_by_mail_and_the_poll_closes()
    {
        await OpenAsync("p001");
        foreach (var person in Enumerable.Range(1, 6).Select(number => $"p00{number}"))
        {
            Assert.Equal(204, await PostAsync(Form(AddressOf(person), "4", id: $"<{person}@example.org>")));
        }

        await RoundAsync();
        var meeting = await MeetingAsync();
        Assert.Equal(meeting.Options[3], meeting.At);
        Assert.Equal(204, await PostAsync(Form(AddressOf("p001"), "1", id: "<late@example.org>")));
        Assert.Equal(meeting, await MeetingAsync(), (one, other) => one!.At == other!.At && one.Votes[new ParticipantId("p001")].SequenceEqual(other.Votes[new ParticipantId("p001")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic !")]
    [InlineData("Bearer " + Secret)]
    [InlineData("Basic c2VuZGdyaWQ=")] // sendgrid
    [InlineData("Basic c2VuZGdyaWQ6")] // sendgrid:
    [InlineData("Basic MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3")] // the secret alone
    [InlineData("Basic c2VuZGdyaWQ6MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY4")] // sendgrid:0123456789abcdef01234568
    public async Task Who_does_not_know_the_secret_is_refused_and_changes_nothing(string authorization)
    {
        var to = await OpenAsync("p001");
        Assert.Equal(401, await PostAsync(Form(to, "1"), authorization: authorization));
        Assert.Empty((await MeetingAsync()).Votes);
    }

    [Fact]
    public async Task Without_a_secret_there_is_nothing()
    {
        Assert.Equal(404, await PostAsync(Form("poll+x@replies.example.org", "1"), secret: null));
        Assert.Equal(404, await _rehearsal.The<ReplyWebhook>().ReceiveAsync(new DefaultHttpContext().Request));
    }

    [Fact]
    public async Task A_mail_without_end_is_not_read_to_its_end()
    {
        var to = await OpenAsync("p001");
        var form = Form(to, "1");
        form.Add(new ByteArrayContent(new byte[ReplyWebhook.BytesMax]), "attachment1", "large.bin");
        Assert.Equal(413, await PostAsync(form));
        Assert.Empty((await MeetingAsync()).Votes);
    }

    [Fact]
    public async Task A_mail_with_something_attached_is_read()
    {
        var to = await OpenAsync("p001");
        var form = Form(to, "2");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("4")), "text", "text.txt");
        form.Add(new ByteArrayContent(new byte[1_000_000]), "attachment1", "logo.png");
        Assert.Equal(204, await PostAsync(form));
        Assert.Equal([1], (await MeetingAsync()).Votes[new ParticipantId("p001")]);
    }

    [Fact]
    public async Task What_is_no_form_of_a_mail_is_refused()
    {
        var to = await OpenAsync("p001");
        async Task<int> Raw(string? type, string body) => await PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), type: type);
        Assert.Equal(400, await Raw(null, ""));
        Assert.Equal(400, await Raw("application/json", "{}"));
        Assert.Equal(400, await Raw("multipart/form-data", "--x\r\n\r\n--x--"));
        Assert.Equal(400, await Raw("multipart/form-data; boundary=x", ""));
        Assert.Equal(400, await Raw("multipart/form-data; boundary=x", "--y\r\nContent-Disposition: form-data; name=\"envelope\"\r\n\r\n{}\r\n--y--"));
        Assert.Equal(400, await Raw("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"envelope\"\r\n\r\nnot json\r\n--x--"));
        foreach (var half in new[] { """{"to": ["poll+\ud800@replies.example.org"]}""", """{"to": [], "from": "\ud800"}""", """{"\ud800": 1}""", """{"to": [{"a": "\udc00"}]}""" })
        {
            Assert.Equal(400, await PostAsync(Form(to, "1", envelope: half)));
        }

        var whole = await Form(to, "1").ReadAsByteArrayAsync();
        for (var length = 0; length < whole.Length - 2; length += 97)
        {
            Assert.Equal(400, await PostAsync(new ByteArrayContent(whole[..length]), type: "multipart/form-data; boundary=x"));
        }

        Assert.Equal(400, await PostAsync(new ByteArrayContent(whole[..^4]), type: "multipart/form-data; boundary=x"));

        Assert.Empty((await MeetingAsync()).Votes);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"to\": 5, \"from\": []}")]
    [InlineData("{\"to\": [5, null, \"\", \"@\", \"poll+@\", \"sam@example.org\", \"poll+forged@replies.example.org\"], \"from\": \"a@example.org\"}")]
    public async Task A_mail_to_no_poll_is_harmless(string envelope)
    {
        await OpenAsync("p001");
        Assert.Equal(204, await PostAsync(Form("", "1", envelope: envelope)));
        Assert.Empty((await MeetingAsync()).Votes);
    }

    [Theory]
    [InlineData("not 2", "a@example.org", "")]
    [InlineData("1", "", "")]
    [InlineData("1", "a@example.org", "Auto-Submitted:\r\n auto-replied")]
    [InlineData("1", "a@example.org", "precedence: bulk")]
    public async Task What_is_not_clear_or_not_of_a_person_is_harmless(string text, string returnPath, string header)
    {
        var to = await OpenAsync("p001");
        Assert.Equal(204, await PostAsync(Form(to, text, returnPath: returnPath, header: header)));
        Assert.Empty((await MeetingAsync()).Votes);
        // Only a person who was not understood is told so.
        Assert.Equal(returnPath == "" || header != "" ? 0 : 1, _raised.Count);
    }

    [Fact]
    public async Task An_answer_of_the_named_person_to_everybody_is_no_vote()
    {
        var to = await OpenAsync("p001");
        Assert.Equal(204, await PostAsync(Form(to, "1", from: "Sam <sam@example.org>")));
        Assert.Empty((await MeetingAsync()).Votes);
    }

    [Fact]
    public async Task An_old_address_is_harmless()
    {
        var to = await OpenAsync("p001");
        await _rehearsal.GoToAsync(Rehearsal.OnDay(100, 9));
        Assert.Equal(204, await PostAsync(Form(to, "1")));
        Assert.Empty((await MeetingAsync()).Votes);
    }

    [Theory]
    [InlineData("utf-8", "Dim un o’r rhain")]
    [InlineData("windows-1252", "Dim un o’r rhain")]
    [InlineData("utf-16", "none")]
    [InlineData("made-up", "none")]
    [InlineData("utf-7", "none")]
    [InlineData("", "none")]
    [InlineData("utf-8\u0000", "none")]
    [InlineData("65000", "none")]
    public async Task The_letters_of_a_mail_are_read_as_it_says(string charset, string text)
    {
        var to = await OpenAsync("p001");
        var encoding = charset is "utf-8" or "windows-1252" or "utf-16"
            ? CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset) : Encoding.Latin1;
        var form = Form(to, null, charset: charset);
        form.Add(new ByteArrayContent(encoding.GetBytes(text)), "text");
        Assert.Equal(204, await PostAsync(form));
        Assert.Empty((await MeetingAsync()).Votes[new ParticipantId("p001")]);
    }

    [Fact]
    public async Task Counts_are_logged_and_nothing_of_a_mail()
    {
        var to = await OpenAsync("p001");
        _logs.Clear();
        await PostAsync(Form(to, "1\n\nThanks\nZebra", from: "Zebra <zebra@example.org>", id: "<zebra@example.org>"));
        await PostAsync(Form(to, "Zebra", from: "Zebra <zebra@example.org>"));
        await PostAsync(Form("zebra@example.org", "1"));
        await PostAsync(Form(to, "1"), authorization: "Basic emVicmE6emVicmE=");
        Assert.Contains("Answers by mail: 1 stored, 0 for a person to read, 0 no answer to an open message", _logs);
        Assert.Contains("Answers by mail: 0 stored, 1 for a person to read, 0 no answer to an open message", _logs);
        Assert.Contains("Answers by mail: 0 stored, 0 for a person to read, 1 no answer to an open message", _logs);
        Assert.DoesNotContain(_logs, line => line.Contains("zebra", StringComparison.OrdinalIgnoreCase) || line.Contains("poll+", StringComparison.Ordinal) || line.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_the_store_is_away_SendGrid_is_asked_to_send_the_mail_again(bool alsoForReading)
    {
        var to = await OpenAsync("p001");
        var away = new AwayTables(_rehearsal.Tables) { IsAway = true, AlsoForReading = alsoForReading };
        await using var app = Serve(away);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("sendgrid:" + Secret)));
        async Task<HttpStatusCode> Send()
        {
            using var form = Form(to, "1");
            using var answer = await client.PostAsync(new Uri(ReplyWebhook.Path, UriKind.Relative), form);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send());
        Assert.Empty((await MeetingAsync()).Votes);
        away.IsAway = false;
        Assert.Equal(HttpStatusCode.NoContent, await Send());
        Assert.Equal([0], (await MeetingAsync()).Votes[new ParticipantId("p001")]);
    }

    [Fact]
    public async Task That_nobody_could_be_woken_does_not_undo_a_vote()
    {
        var to = await OpenAsync("p001");
        Exception? heard = null;
        var work = new UnitOfWork(
            _rehearsal.The<CohortReader>(),
            new CohortWaker(_rehearsal.The<CohortDirectory>(), (_, _) => throw new HttpRequestException("gone"), (_, why) => heard = why), _rehearsal.The<TimeProvider>());
        var replies = new ReplyDesk(
            _rehearsal.The<CohortReader>(), work, _rehearsal.The<ReflectionVault>(), _rehearsal.The<JourneyLetters>(), _rehearsal.The<TimeProvider>());
        var polls = new PollMailDesk(
            _rehearsal.The<CohortDirectory>(), _rehearsal.The<CohortReader>(), work, replies, _rehearsal.The<LinkTokens>(), _rehearsal.The<TimeProvider>());
        Assert.Equal(204, await PostAsync(Form(to, "1"), polls: polls));
        Assert.IsType<HttpRequestException>(heard);
        Assert.Equal([0], (await MeetingAsync()).Votes[new ParticipantId("p001")]);
    }

    public ValueTask DisposeAsync() => _rehearsal.DisposeAsync();

    /// <summary>Runs the cohort until the poll has been sent.</summary>
    /// <returns>The address for the answer of this person.</returns>
    private async Task<string> OpenAsync(string person)
    {
        await _rehearsal.LaunchAsync(6);
        foreach (var day in Enumerable.Range(0, 22))
        {
            await _rehearsal.GoToAsync(Rehearsal.OnDay(day, 9));
            await RoundAsync();
        }

        _raised.Clear();
        return AddressOf(person);
    }

    private async Task RoundAsync()
    {
        var rounds = _rehearsal.The<CohortRounds>();
        var tended = await rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        if (tended.Convene)
        {
            await rounds.ConveneAsync(new ConveneOrder(Rehearsal.Cohort.Value, null), default);
            await rounds.TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);
        }

        await rounds.DeliverAsync(new DeliverOrder(Rehearsal.Cohort.Value, 0, 1, null), default);
    }

    private string AddressOf(string person)
    {
        var inbox = new PickupInbox(_rehearsal.MailFolder);
        var letters = Enumerable.Range(1, 20).Select(number => inbox.Find(PickupInbox.NameOf($"{Rehearsal.Cohort}/{person}/{number}")));
        var replyTo = letters.First(letter => letter?.Brings.Contains(new StepId("meet.poll")) == true)!.Headers["Reply-To"];
        Assert.Contains("sam@example.org", replyTo[..replyTo.IndexOf("poll+", StringComparison.Ordinal)], StringComparison.Ordinal);
        return PollAddress().Match(replyTo).Value;
    }

    private async Task<SetMeeting> MeetingAsync() =>
        (await Groups.OfAsync(_rehearsal.The<CohortReader>(), Rehearsal.Cohort)).Sets.Single().Meetings[^1];

    private static MultipartFormDataContent Form(
        string to, string? text, string from = "Jo <jo@example.org>", string id = "<first@example.org>", string returnPath = "jo@example.org",
        string header = "", string? envelope = null, string charset = "UTF-8")
    {
        var fields = new Dictionary<string, string?>
        {
            ["headers"] = $"Received: by mx.example.org\r\nMessage-ID:\r\n {id}\r\nFrom: {from}\r\n{header}\r\n",
            ["dkim"] = "{@example.org : pass}",
            ["to"] = $"Sam <sam@example.org>, Poll for the date <{to}>",
            ["html"] = "<p>5</p>",
            ["from"] = from,
            ["text"] = text,
            ["sender_ip"] = "192.0.2.1",
            ["envelope"] = envelope ?? JsonSerializer.Serialize(new { to = new[] { to }, from = returnPath }),
            ["attachments"] = "0",
            ["subject"] = "Re: When can your learning set meet?",
            ["charsets"] = JsonSerializer.Serialize(new { to = "UTF-8", text = charset }),
            ["SPF"] = "pass",
        };
        var form = new MultipartFormDataContent("x");
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value!)), name);
        }

        return form;
    }

    private async Task<int> PostAsync(
        HttpContent content, string? type = "", string? authorization = null, string? secret = Secret, PollMailDesk? polls = null)
    {
        await _rehearsal.The<HostClock>().RefreshAsync(default);
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(await content.ReadAsByteArrayAsync());
        context.Request.ContentType = type is "" ? content.Headers.ContentType!.ToString() : type;
        context.Request.Headers.Authorization = authorization ?? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("sendgrid:" + Secret));
        var webhook = new ReplyWebhook(
            secret, [polls ?? _rehearsal.The<PollMailDesk>()], _rehearsal.The<ILogger<ReplyWebhook>>());
        return await webhook.ReceiveAsync(context.Request);
    }

    /// <summary>The host on real HTTP, over these tables.</summary>
    private WebApplication Serve(ITables tables)
    {
        var settings = SettingsCatalogue.All.ToDictionary(setting => setting.Name, setting => setting.OnALaptop);
        settings["PLACELEAD_CLOCK"] = "rehearsal";
        settings["PLACELEAD_REPLY_KEY"] = Secret;
        settings["PLACELEAD_MAIL_FOLDER"] = _rehearsal.MailFolder;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPlaceLeadershipHost(HostSettings.Read(settings.GetValueOrDefault), tables);
        var app = builder.Build();
        app.UsePlaceLeadershipSafeguards();
        app.UseRouting();
        app.MapPost(ReplyWebhook.Path, async (HttpRequest request) =>
        {
            await request.HttpContext.RequestServices.GetRequiredService<HostClock>().RefreshAsync(request.HttpContext.RequestAborted);
            return Results.StatusCode(await request.HttpContext.RequestServices.GetRequiredService<ReplyWebhook>().ReceiveAsync(request));
        });
        return app;
    }

    [GeneratedRegex("poll[+][a-z0-9]+@replies[.]example[.]org")]
    private static partial Regex PollAddress();

    /// <summary>Tables that cannot be reached for a while.</summary>
    private sealed class AwayTables(MemoryTables tables) : ITables
    {
        public bool IsAway { get; set; }

        public bool AlsoForReading { get; init; }

        public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
            tables.GetAsync(table, partition, key, cancellation);

        public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
            IsAway && AlsoForReading ? throw new RequestFailedException(503, "busy") : tables.RangeAsync(table, partition, from, to, cancellation);

        public Task<IReadOnlyList<string>> SubmitAsync(
            Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
            IsAway ? throw new RequestFailedException(503, "busy") : tables.SubmitAsync(table, partition, changes, cancellation);
    }

    private sealed class Listening(ConcurrentQueue<string> logs) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
