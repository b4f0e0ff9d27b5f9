using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using PlaceLeadership.Tests.Provider;

namespace PlaceLeadership.Web.Tests.Provider;

/// <summary>The client of ASP.NET Core is content with the provider, and with nothing that it does wrong on purpose.</summary>
public sealed class StandardClientTests
{
    private static readonly ProviderPerson Asha = new("asha-1", "Asha Rao", "asha@harbour.example") { Roles = ["manager", "admin"] };

    public static TheoryData<IdTokenFault> Faults => [.. Enum.GetValues<IdTokenFault>().Except([IdTokenFault.None])];

    [Fact]
    public async Task Somebody_signs_in_and_out()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var client = await StandardClient.OpenAsync(provider);
        provider.SignedIn = Asha;
        var seen = (await client.ReadAsync("/")).Split('\n');
        Assert.Contains("sub=asha-1", seen);
        Assert.Contains("name=Asha Rao", seen);
        Assert.Contains("email=asha@harbour.example", seen);
        Assert.Equal(["roles=manager", "roles=admin"], seen.Where(claim => claim.StartsWith("roles=", StringComparison.Ordinal)));
        Assert.Contains($"sid={provider.Session!.Id}", seen);
        Assert.Equal(seen, (await client.ReadAsync("/")).Split('\n'));
        Assert.Equal(1, provider.Calls("/connect/token"));

        Assert.Equal("Goodbye.", await client.ReadAsync("/out"));
        Assert.Equal(1, provider.EndSessionCalls);
        Assert.Null(provider.SignedIn);
        Assert.StartsWith("Not signed in: ", await client.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Nobody_is_signed_in_by_an_id_token_with_a_fault_and_the_next_one_is_good(IdTokenFault fault)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var client = await StandardClient.OpenAsync(provider);
        provider.SignedIn = Asha;
        provider.Faults.NextIdToken = fault;
        Assert.StartsWith("Not signed in: ", await client.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Equal(1, provider.Calls("/connect/token"));
        Assert.Contains("sub=asha-1", await client.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TokenEndpointFault.Fails)]
    [InlineData(TokenEndpointFault.HangsUp)]
    public async Task Nobody_is_signed_in_by_a_token_endpoint_that_does_not_answer(TokenEndpointFault fault)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var client = await StandardClient.OpenAsync(provider);
        provider.SignedIn = Asha;
        provider.Faults.NextTokenAnswer = fault;
        Assert.StartsWith("Not signed in: ", await client.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Equal(1, provider.Calls("/connect/token"));
        Assert.Contains("sub=asha-1", await client.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_too_fast_or_slow_is_noticed()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var client = await StandardClient.OpenAsync(provider);
        foreach (var (shift, signsIn) in new[] { (30, false), (3, true), (-3, true), (-30, false) })
        {
            provider.ClockShift = TimeSpan.FromMinutes(shift);
            provider.SignedIn = Asha;
            Assert.Equal(signsIn, (await client.ReadAsync("/")).Contains("sub=asha-1", StringComparison.Ordinal));
            await client.ReadAsync("/out");
        }
    }

    [Fact]
    public async Task Signing_out_everywhere_tells_the_client_and_ends_the_session()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var client = await StandardClient.OpenAsync(provider);
        using var reader = new HandMadeClient(provider);
        provider.SignedIn = Asha;
        var sid = provider.Session!.Id;
        using var answer = await provider.LogOutEverywhereAsync(client.BackChannel, "asha-1", sid, claims => claims["extra"] = 1);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(provider.SignedIn);
        Assert.True(client.LogoutTokens.TryDequeue(out var text));
        var token = (await reader.CheckAsync(text, provider.ClientId, "logout+jwt")).SecurityToken as JsonWebToken;
        Assert.NotNull(token);
        Assert.Equal(("asha-1", sid, 1), (token.Subject, token.GetPayloadValue<string>("sid"), token.GetPayloadValue<int>("extra")));
    }
}
