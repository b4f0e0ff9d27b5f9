using System.Diagnostics;

namespace PlaceLeadership.Architecture.Tests;

public sealed class DesignTests
{
    [Fact]
    public async Task What_pages_look_like_is_what_its_sources_compile_to()
    {
        var made = Directory.CreateTempSubdirectory("placelead-design-");
        try
        {
            using var run = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Checkout.Root, "eng", "design.sh"), made.FullName])
            {
                RedirectStandardError = true,
            })!;
            var errors = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(run.ExitCode == 0, errors);
            foreach (var name in new[] { "pages.css", "pages.js" })
            {
                var committed = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "src", "PlaceLeadership.Web", "Layout", name), TestContext.Current.CancellationToken);
                Assert.True(
                    committed == await File.ReadAllTextAsync(Path.Combine(made.FullName, name), TestContext.Current.CancellationToken),
                    $"{name} is not what Layout/Design compiles to: run eng/design.sh and commit what it wrote.");
            }
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }
}
