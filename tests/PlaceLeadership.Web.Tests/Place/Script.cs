using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A script with an access token, which asks the API.</summary>
public sealed class Script(Site site, string? token) : IDisposable
{
    /// <summary>Further headers of every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The ETag of the last answer that had one.</summary>
    public string? ETag { get; private set; }

    public Task<Site.Reading> GetAsync(string path) => SendAsync(HttpMethod.Get, "/api/v1" + path);

    public async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Response.IsSuccessStatusCode, $"{path}: {answer.Status} {answer.Html}");
        return JsonDocument.Parse(answer.Html).RootElement;
    }

    public Task<Site.Reading> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, "/api/v1" + path, body);

    public Task<Site.Reading> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, "/api/v1" + path, body);

    public Task<Site.Reading> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, "/api/v1" + path);

    /// <summary>Reads a cohort, and sends its ETag along from then on.</summary>
    public async Task LookAsync(string path)
    {
        Assert.True((await GetAsync(path)).Response.IsSuccessStatusCode);
        Headers["If-Match"] = ETag!;
    }

    public Task<Site.Reading> SendAsync(HttpMethod method, string path, object? body = null) => SendAsync(
        method, path, body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));

    public async Task<Site.Reading> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await Site.Reading.OfAsync(await site.Browser.SendAsync(request));
        ETag = answer.Response.Headers.ETag?.ToString() ?? ETag;
        return answer;
    }

    public void Dispose() => Headers.Clear();
}
