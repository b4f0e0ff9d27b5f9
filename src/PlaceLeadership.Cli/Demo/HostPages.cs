using System.Net;
using System.Text.RegularExpressions;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Cli.Demo;

/// <summary>The pages of a host, as a patient browser meets them: what was not answered is sent again.</summary>
internal sealed partial class HostPages : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _browser;
    private readonly TimeProvider _time;

    public HostPages(Uri host, TimeProvider time)
    {
        _time = time;
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = host,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>The fields of an answer, as the form sends them.</summary>
    public static IReadOnlyList<(string Name, string Value)> FormOf(Step step, SimulatedReply reply) => reply.Kind switch
    {
        ReplyKind.Kept => [("do", "kept")],
        ReplyKind.NotThisWeek => [("do", "not-this-week")],
        _ =>
        [
            ("do", "answer"),
            .. step.Questions.SelectMany(question => reply.Answers.Values.GetValueOrDefault(question.Id, [])
                .Select(value => ($"{(question is Question.FreeText ? "text" : "choice")}.{question.Id}", value))),
        ],
    };

    /// <summary>Waits until the host says that it can do its work.</summary>
    /// <exception cref="Refusal">It has not said so for ten minutes.</exception>
    public Task ReadyAsync(CancellationToken cancellation) => AskAsync(
        () => _browser.GetAsync(new Uri("health/ready", UriKind.Relative), cancellation), cancellation);

    /// <summary>What can be ticked on the page of a link; nothing when it asks for nothing any more.</summary>
    public async Task<IReadOnlyList<string>> OptionsAsync(string path, CancellationToken cancellation)
    {
        var page = "";
        await AskAsync(
            async () =>
            {
                var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative), cancellation).ConfigureAwait(false);
                page = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
                return answer;
            },
            cancellation).ConfigureAwait(false);
        return [.. Tick().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
    }

    /// <summary>Sends a form, again while nobody answers or the host says that something is away.</summary>
    /// <exception cref="Refusal">Nobody has answered for ten minutes.</exception>
    public Task<HttpStatusCode> PostAsync(
        string path, IReadOnlyList<(string Name, string Value)> fields, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            return await _browser.PostAsync(new Uri(path, UriKind.Relative), form, cancellation).ConfigureAwait(false);
        },
        cancellation);

    private async Task<HttpStatusCode> AskAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await ask().ConfigureAwait(false);
                if (answer.StatusCode < HttpStatusCode.InternalServerError)
                {
                    return answer.StatusCode;
                }
            }
            catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                // The host is starting, or was killed in the middle: everything asked here may be asked twice.
            }

            if (_time.GetElapsedTime(began) > Patience)
            {
                throw new Refusal($"{_browser.BaseAddress} has not answered for ten minutes.");
            }

            await Task.Delay(TryAgain, _time, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("type=\"checkbox\"[^>]* name=\"choice\\.choice\" value=\"([^\"]+)\"")]
    private static partial Regex Tick();
}
