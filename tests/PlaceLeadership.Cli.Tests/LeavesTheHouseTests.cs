using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using PlaceLeadership.Cli.Demo;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Cli.Tests;

/// <summary>Everything that a whole demonstration lets out: mails, calendar files, links, addresses of polls, names of files, facts.</summary>
public sealed partial class LeavesTheHouseTests(DemoRuns demos)
{
    [Fact]
    public async Task Nothing_that_leaves_the_house_names_the_id_of_a_participant_however_it_is_written()
    {
        var folder = (await demos.OfAsync(2)).Folder;
        var desk = new CohortReader(demos.TablesOfTwo, new ProgrammeLibrary(demos.TablesOfTwo, BuiltIn.Kinds));
        var identities = (await desk.IdentitiesAsync(new CohortId(Demonstration.CohortId.Value), default)).Values.Select(identity => identity.Value).ToList();
        Assert.Equal(48, identities.Count);
        var ids = new Regex(string.Join('|', identities.Select(identity => identity.ParticipantId)), RegexOptions.IgnoreCase);
        var facts = await File.ReadAllTextAsync(folder["facts.csv"]);
        Assert.DoesNotMatch(ids, facts);
        Assert.Subset(
            identities.Select(identity => identity.Pseudonym).Append("").ToHashSet(),
            facts.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[2]).ToHashSet());
        var (polls, invitations) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder["mail"]))
        {
            Assert.DoesNotMatch(ids, Path.GetFileName(file));
            using var mail = await MimeMessage.LoadAsync(file);
            polls += mail.ReplyTo.Count - 1;
            invitations += mail.Attachments.Count();
            foreach (var text in Texts(mail).SelectMany(Written))
            {
                Assert.DoesNotMatch(ids, text);
            }
        }

        Assert.True(polls > 100 && invitations > 100, $"{polls} polls and {invitations} invitations were looked at.");
    }

    private static IEnumerable<string> Texts(MimeMessage mail) =>
        [.. mail.Headers.Select(header => header.Value), .. mail.BodyParts.OfType<TextPart>().SelectMany(part => new[] { part.Text, part.FileName ?? "" })];

    /// <summary>A text, and what each word of it may hold: base64 and base32, folded lines of calendars joined.</summary>
    private static IEnumerable<string> Written(string text)
    {
        var whole = text.Replace("\r\n ", "", StringComparison.Ordinal);
        yield return whole;
        foreach (var word in Word().Matches(whole).Select(match => match.Value))
        {
            var letters = word[..(word.Length - (word.Length % 4 == 1 ? 1 : 0))];
            if (Base64Url.IsValid(letters))
            {
                yield return Encoding.Latin1.GetString(Base64Url.DecodeFromChars(letters));
            }
        }
    }

    [GeneratedRegex("[A-Za-z0-9_-]{16,}")]
    private static partial Regex Word();
}
