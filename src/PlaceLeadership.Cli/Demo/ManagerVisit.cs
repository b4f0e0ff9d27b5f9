using System.Net;
using System.Text.RegularExpressions;
using NodaTime.Text;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Launching;

namespace PlaceLeadership.Cli.Demo;

/// <summary>A programme manager who signs in on a host and launches a cohort there, as anybody would.</summary>
internal static partial class ManagerVisit
{
    private const string Launching = "manage/launch";

    /// <summary>Launches the built-in programme.</summary>
    /// <exception cref="Refusal">The key is wrong, or the host does not launch it.</exception>
    public static async Task LaunchAsync(HostPages pages, string key, Cohort cohort, byte[] roster, CancellationToken cancellation)
    {
        if (await pages.PostAsync("manage/sign-in", [("key", key)], cancellation).ConfigureAwait(false) != HttpStatusCode.SeeOther)
        {
            throw new Refusal("The host does not take the manager key. Set PLACELEAD_MANAGER_KEY to the one it has.");
        }

        var proof = Field(ProofField(), await pages.ReadAsync(Launching, cancellation).ConfigureAwait(false));
        var preview = await pages.SendAsync(Launching, () => Form(cohort, roster, proof), cancellation).ConfigureAwait(false);
        var launched = await pages.PostAsync(
            Launching, [("proof", proof), ("do", "launch"), ("carried", Field(CarriedField(), preview))], cancellation)
            .ConfigureAwait(false);
        if (launched != HttpStatusCode.SeeOther)
        {
            throw new Refusal($"The host does not launch the cohort: {(int)launched}.");
        }
    }

    private static MultipartFormDataContent Form(Cohort cohort, byte[] roster, string proof)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[]
        {
            ("proof", proof), ("do", "check"), ("whose-programme", "built-in"), ("division", "england-and-wales"),
            (LaunchFields.Place, cohort.Place), (LaunchFields.Start, LocalDatePattern.Iso.Format(cohort.Start)),
            (LaunchFields.CohortId, cohort.Id), (LaunchFields.Sender, cohort.Sender.Name),
            (LaunchFields.SenderEmail, cohort.Sender.Email), (LaunchFields.Contact, cohort.Sender.Contact),
        })
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(roster), LaunchFields.Roster, "roster.csv");
        return content;
    }

    private static string Field(Regex field, string page) => field.Match(page) is { Success: true } match
        ? WebUtility.HtmlDecode(match.Groups[1].Value)
        : throw new Refusal("A page of the host does not look as this version of placelead expects.");

    [GeneratedRegex("name=\"proof\" value=\"([^\"]+)\"")]
    private static partial Regex ProofField();

    [GeneratedRegex("name=\"carried\" value=\"([^\"]+)\"")]
    private static partial Regex CarriedField();
}
