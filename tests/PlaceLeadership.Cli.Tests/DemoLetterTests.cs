using System.Globalization;
using System.Text.RegularExpressions;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Cli.Tests;

/// <summary>What people read in half a year, letter by letter.</summary>
public sealed class DemoLetterTests(DemoRuns demos)
{
    private const int WordsMost = 200;

    private static readonly Timetable Timetable = Timetable.Of(ProgrammeReader.Read(ProgrammeText.BuiltIn.Text, BuiltIn.Kinds).Programme!);

    [Fact]
    public async Task A_letter_has_two_hundred_words_at_most_beside_its_thought_and_one_list_with_numbers_at_most()
    {
        var letters = await LettersAsync();
        Assert.True(letters.Count > 900, $"There are only {letters.Count} letters.");
        foreach (var letter in letters)
        {
            var words = BesideThought(letter).Sum(paragraph => Words(paragraph).Count);
            Assert.True(words <= WordsMost, $"{words} words beside the thought: {string.Join(' ', letter.Brings)}\n{letter.Text}");
            Assert.InRange(Regex.Count(letter.Text, "^1[.] ", RegexOptions.Multiline), 0, 1);
            Assert.Matches(letter.Brings.Any(step => Timetable.FindStep(step)!.AsksForReply) ? @"\((and .*, )?(a minute|[0-9]+ minutes)\)$" : "[^)]$|more\\)$", letter.Subject);
        }
    }

    [Fact]
    public async Task Every_letter_to_somebody_whose_set_has_a_date_tells_it()
    {
        var told = 0;
        foreach (var person in (await LettersAsync()).GroupBy(letter => letter.To.Email))
        {
            var dates = new Dictionary<StepId, (string Words, DateTime At)>();
            foreach (var letter in person.OrderBy(letter => letter.Date))
            {
                // Who is in another set, or hears that there is no meeting, waits for another date.
                if (letter.Brings.Any(step => step.Message is "again" or "last-again"))
                {
                    dates.Clear();
                }

                foreach (var (step, said) in letter.Brings.Where(step => Timetable.FindStep(step)!.Part == LetterPart.Date).Zip(Meetings(letter)))
                {
                    dates[step.Whole] = said;
                }

                foreach (var step in letter.Brings.Where(step => step.Message is "called-off"))
                {
                    dates.Remove(step.Whole);
                }

                if (dates.Values.Where(meeting => letter.Date.ToDateTimeUtc().Date < meeting.At.Date).OrderBy(meeting => meeting.At).FirstOrDefault() is { Words: not null } meeting)
                {
                    Assert.True(letter.Text.Contains(meeting.Words, StringComparison.Ordinal) || letter.Text.Contains("has moved", StringComparison.Ordinal), $"{meeting.Words} is not in:\n{letter.Text}");
                    told++;
                }
            }
        }

        Assert.True(told > 100, $"Only {told} letters came before a meeting.");
    }

    private static IEnumerable<(string, DateTime)> Meetings(InboxMessage letter)
    {
        var on = letter.Date.ToDateTimeUtc().Date;
        return Regex.Matches(letter.Text, "(?:meets|now) on:\n\n(?<day>[^,\n]+), (?<time>[0-9]{2}:[0-9]{2}), for").Select(said =>
            ($"{said.Groups["day"].Value}, {said.Groups["time"].Value}", Enumerable.Range(on.Year, 2)
                .Select(year => DateTime.TryParseExact($"{said.Groups["day"].Value} {year} {said.Groups["time"].Value}", "dddd d MMMM yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : DateTime.MinValue)
                .First(at => at.Date > on)));
    }

    private static IEnumerable<string> BesideThought(InboxMessage letter)
    {
        var inFull = new Queue<Step>(letter.Brings.Select(step => Timetable.FindStep(step)!));
        var now = inFull.Dequeue();

        // Where nothing is to be thought about, the one thing that stands in full takes its place.
        var main = letter.Brings.Select(step => Timetable.FindStep(step)!).FirstOrDefault(IsThought) ?? now;
        foreach (var (at, paragraph) in letter.Text.Split("\n-- \n")[0].Split("\n\n").Index())
        {
            now = inFull.FirstOrDefault(step => step.Title.In("en") == paragraph) ?? now;
            if (Regex.IsMatch(paragraph, "^(And when you have a moment|Ruth Adeyemi reads replies|Still open|If you would rather talk)"))
            {
                now = Timetable.Steps.First(step => step.Part == LetterPart.Date);
            }

            if (at == 0 || now != main)
            {
                yield return paragraph;
            }
        }
    }

    private static bool IsThought(Step step) => step.Part is LetterPart.Thought or LetterPart.LongText;

    private static MatchCollection Words(string text) => Regex.Matches(Regex.Replace(text, @"https?://\S+", ""), @"\w[\w'’@.:-]*");

    private async Task<IReadOnlyList<InboxMessage>> LettersAsync() => new PickupInbox((await demos.OfAsync(1)).Folder["mail"]).ListOthers(new HashSet<string>());
}
