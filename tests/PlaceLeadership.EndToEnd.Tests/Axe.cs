using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>
/// Holds a page to the machine-checkable part of WCAG 2.2 AA. The checker is loaded once for a window, not once for a
/// check, which makes a tour of every page in light and in dark a matter of seconds.
/// </summary>
public static class Axe
{
    private const string Check =
        """
        () => axe
          .run(document, { iframes: false, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } })
          .then(result => ({
            looked: result.passes.length,
            violations: result.violations.map(found => found.id + ': ' + found.help + ' ' + found.nodes.map(node => node.html).join(' ')),
          }))
        """;

    /// <summary>Loads the checker into every page that this window opens from now on.</summary>
    public static Task LoadAsync(IPage page) =>
        page.Context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());

    /// <summary>What it finds on the page as it stands, each with its rule and its elements.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var report = await page.EvaluateAsync<Report>(Check);
        Assert.True(report.Looked > 5, $"Only {report.Looked} rules had anything to look at: the page did not load.");
        return report.Violations;
    }

    private sealed class Report
    {
        public int Looked { get; set; }

        public string[] Violations { get; set; } = [];
    }
}
