using NodaTime;

namespace PlaceLeadership.Mail.Tests.Calendars;

public sealed class IcalJsTests : IDisposable
{
    private readonly DirectoryInfo _tools = Directory.CreateTempSubdirectory("placelead-tools-");

    [Fact]
    public async Task Runs_that_start_at_once_on_a_fresh_computer_share_one_installation()
    {
        var path = Environment.GetEnvironmentVariable("PATH")!;
        var runs = Enumerable.Range(0, 3).Select(_ => new IcalJs(path, _tools.FullName)).ToList();

        await Task.WhenAll(runs.Select(run => run.InitializeAsync().AsTask()));

        Assert.Single(_tools.GetDirectories());
        Assert.Single(await runs[2].ReadAsync(Invitation.FileOf(Invitation.Settled(new LocalDateTime(2026, 3, 27, 9, 30)))));
    }

    [Fact]
    public async Task Without_Node_it_says_what_to_install()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => new IcalJs("", _tools.FullName).InitializeAsync().AsTask());

        Assert.Equal("Node.js 20 or later with npm is needed to check calendar files with ical.js, and the PATH has no npm.", failed.Message);
    }

    public void Dispose() => _tools.Delete(recursive: true);
}
