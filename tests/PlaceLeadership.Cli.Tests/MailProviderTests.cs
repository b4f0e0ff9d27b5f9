using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Serving;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Hosting.Tests.Mailing;

namespace PlaceLeadership.Cli.Tests;

/// <summary>What 'serve' does with a mail provider that comes from outside.</summary>
public sealed class MailProviderTests
{
    [Fact]
    public async Task Serve_offers_it_and_refuses_it_on_an_emulator_as_it_writes_to_real_people()
    {
        using var plain = new StringWriter();
        using var folder = new TemporaryFolder();
        var serve = ServeCommand.Create(new Writers(CommandRun.ConsoleOn(plain), plain), [.. MailProviders.BuiltIn, new PigeonProvider(new Loft(""))]);
        Assert.Equal(
            "pickup (a folder, shown in the local inbox) or sendgrid (its key in PLACELEAD_SENDGRID_KEY) or pigeon (its key in PLACELEAD_PIGEON_KEY).",
            serve.Options.Single(option => option.Name == "--mail").Description);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => serve.Parse(["--mail", "pigeon", "--data", folder["data"]]).InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false }, CancellationToken.None));
        Assert.StartsWith("--mail pigeon writes to real people", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
        Assert.Contains("'owl'", Assert.Single(serve.Parse(["--mail", "owl"]).Errors).Message, StringComparison.Ordinal);
    }
}
