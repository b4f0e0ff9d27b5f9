using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>The description of the API is right, and is what the code says.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    private TestProvider _provider = null!;
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _site = await Colleague.SiteAsync(_provider);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task It_is_valid_and_anybody_reads_it()
    {
        var answer = await _site.GetAsync("/api/v1/openapi.json");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(answer.Html));
        var (document, diagnostic) = await OpenApiDocument.LoadAsync(stream, "json");
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic!.SpecificationVersion);
        Assert.Empty(diagnostic.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.StartsWith("3.1.", JsonNode.Parse(answer.Html)!["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(_provider.Issuer.Authority, answer.Html, StringComparison.Ordinal);
        Assert.NotEmpty(document!.Paths);
    }

    [Fact]
    public async Task It_holds_every_address_of_the_API_and_no_other()
    {
        var document = JsonNode.Parse((await _site.GetAsync("/api/v1/openapi.json")).Html)!;
        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(verb => $"{verb.Key.ToUpperInvariant()} {path.Key}")).Order(StringComparer.Ordinal);
        var mapped = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<Needs>() is not null)
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText!.TrimEnd('/').Replace(":int", "", StringComparison.Ordinal)}")
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(mapped.Count > 20);
        Assert.Equal(mapped, described);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_gives_and_refuses_and_every_field_what_it_is()
    {
        var document = JsonNode.Parse((await _site.GetAsync("/api/v1/openapi.json")).Html)!;
        Assert.All(document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(verb => (Path: path.Key, Verb: verb.Key, Says: verb.Value!))), operation =>
        {
            var (answers, changesCohort) = (operation.Says["responses"]!.AsObject(), operation.Path.Contains("/cohorts/{id}", StringComparison.Ordinal) && operation.Verb != "get");
            Assert.NotEmpty(operation.Says["summary"]!.GetValue<string>());
            Assert.NotEmpty(operation.Says["operationId"]!.GetValue<string>());
            Assert.Contains(answers, answer => answer.Key[0] == '2');
            Assert.True(answers.ContainsKey("401"));
            Assert.All(answers.Where(answer => answer.Key[0] is '4' or '5'), answer => Assert.Equal("application/problem+json", Assert.Single(answer.Value!["content"]!.AsObject()).Key));
            Assert.Equal(changesCohort, operation.Says["parameters"]?.AsArray().Any(parameter => parameter!["name"]!.GetValue<string>() == "If-Match") == true);
            Assert.Equal(changesCohort, answers.ContainsKey("428"));
            Assert.Equal(
                operation.Path.Contains("/cohorts/{id}", StringComparison.Ordinal) && operation.Verb != "delete",
                answers.Any(answer => answer.Value!["headers"]?["ETag"] is not null));
            Assert.Equal(
                operation.Verb == "get" && operation.Path.Contains("/cohorts/{id}", StringComparison.Ordinal) && !operation.Path.EndsWith("/evidence", StringComparison.Ordinal),
                answers["303"]?["description"]?.GetValue<string>().Contains("first part", StringComparison.Ordinal) == true);
        });
        Assert.All(document["components"]!["schemas"]!.AsObject().Where(schema => schema.Value!["properties"] is not null), schema =>
        {
            Assert.False(string.IsNullOrEmpty(schema.Value!["description"]?.GetValue<string>()), $"{schema.Key} says nothing of itself.");
            Assert.All(schema.Value!["properties"]!.AsObject(), property => Assert.True(
                property.Value!["description"] is not null || property.Value["$ref"] is not null || property.Value["oneOf"] is not null, $"{schema.Key}.{property.Key} says nothing of itself."));
        });
    }

    [Fact]
    public async Task The_copy_in_the_documents_is_what_the_code_says()
    {
        var said = (await _site.GetAsync("/api/v1/openapi.json")).Html.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var here = Path.Combine(AppContext.BaseDirectory, "openapi.said.json");
        await File.WriteAllTextAsync(here, said);
        Assert.True(said == await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")), $"The API has changed. If that is meant, copy {here} to docs/openapi.json.");
    }

    [Fact]
    public async Task A_pipeline_inside_another_serves_the_API_and_describes_it_without_what_else_its_host_has()
    {
        var place = await TestPlace.LaunchAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        place.AddTo(builder.Services).AddPlaceLeadershipPages(options => options.Provider =
            new SignInProvider(_provider.Issuer, _provider.ClientId, _provider.ClientSecret, Colleague.Here) { Audience = _provider.Audience });
        await using var outer = builder.Build();

        // As a worker, which is no web application that puts the platform's own authentication before everything.
        ((IApplicationBuilder)outer).Properties["__AuthenticationMiddlewareSet"] = true;
        outer.MapGet("/api/v1/of-the-host", () => "");
        var inner = new ApplicationBuilder(outer.Services);
        inner.UsePlaceLeadershipSafeguards();
        inner.UseRouting();
        inner.UseEndpoints(endpoints => endpoints.MapPlaceLeadershipPages());
        var pipeline = inner.Build();
        outer.Run(async context =>
        {
            context.SetEndpoint(null);
            context.Request.RouteValues = [];
            await pipeline(context);
        });
        await outer.StartAsync();
        using var browser = outer.GetTestClient();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse((await _site.GetAsync("/api/v1/openapi.json")).Html), JsonNode.Parse(await browser.GetStringAsync("/api/v1/openapi.json"))));
        using var nobody = await browser.GetAsync("/api/v1/cohorts");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        _provider.ScriptRoles = ["PlaceLeadership.Manager"];
        browser.DefaultRequestHeaders.Authorization = new("Bearer", _provider.ScriptToken());
        Assert.Contains("Harbour Town", await browser.GetStringAsync("/api/v1/cohorts"), StringComparison.Ordinal);
    }
}
