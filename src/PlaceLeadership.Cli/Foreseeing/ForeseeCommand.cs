using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Cli.Foreseeing;

/// <summary><c>placelead foresee</c>.</summary>
internal static class ForeseeCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person());
        var week = CommonOptions.OptionalDate("--week", "Only the week, from Monday, that holds this day.");
        var command = new Command("foresee", "Show every letter that will go out, to whom, when and with what, as things stand now.") { cohort, person, week };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            ParticipantId? only = run.Parsed.GetValue(person) is { } who
                ? (await workspace.PersonAsync(id, who, run.Cancellation).ConfigureAwait(false)).Identity.ParticipantId
                : null;
            var foreseen = new List<LetterAhead>();
            var ahead = workspace.Services.GetRequiredService<LookingAhead>();
            foreach (var (part, _) in await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false))
            {
                foreseen.AddRange((await ahead.ReadAsync(part.Id, only, run.Parsed.GetValue(week), run.Cancellation).ConfigureAwait(false))!.Letters);
            }

            Show([.. foreseen.OrderBy(letter => letter.On).ThenBy(letter => letter.Hour)], run.Output);
        });
    }

    private static void Show(IReadOnlyList<LetterAhead> letters, Output output)
    {
        foreach (var letter in letters)
        {
            output.Line(string.Create(
                CultureInfo.InvariantCulture, $"{letter.On:ddd uuuu-MM-dd} {letter.Hour:00}:00  {letter.To?.Entry.Email ?? letter.Participant.Value}  {Mail(letter)}"));
            foreach (var item in letter.Items)
            {
                output.Line("  " + Item(item));
            }
        }

        output.Line(Count(letters));
        output.Document(letters.Select(letter => new
        {
            day = $"{letter.On:uuuu-MM-dd}",
            letter.Hour,
            letter.Participant,
            letter.To?.Entry.Email,
            mail = letter.Mail,
            letter.Minutes,
            items = letter.Items.Select(item => new
            {
                step = item.Step.Id,
                kind = item.Step.Kind.Word,
                title = item.Step.Title.In("en"),
                message = MessageId.Word(item.Kind),
                minutes = LetterAhead.MinutesOf(item),
                fate = item.Fate,
                item.Moved,
                reason = LetterAhead.ReasonOf(item),
            }),
        }));
    }

    private static string Mail(LetterAhead letter) => letter.Mail switch
    {
        MailAhead.None => "not sent",
        MailAhead.Beside => $"beside the letter, {letter.Minutes} min",
        _ => $"letter, {letter.Minutes} min",
    };

    private static string Item(ForeseenMessage item)
    {
        var reason = LetterAhead.ReasonOf(item) is { } said ? $"; {said}" : "";
        return $"{item.Step.Id}, {LetterAhead.MinutesOf(item)} min: “{item.Step.Title.In("en")}”, {item.Step.Kind.Word}{reason}";
    }

    private static string Count(IReadOnlyList<LetterAhead> letters)
    {
        var sent = letters.ToLookup(letter => letter.Mail);
        var mails = sent[MailAhead.Letter].Count() + sent[MailAhead.Beside].Count();
        var beside = sent[MailAhead.Beside].Count();
        var steps = letters.Where(letter => letter.Mail != MailAhead.None).Sum(letter => letter.Items.Count);
        return Count(mails, "letter") + (beside == 0 ? "" : $", {beside} of them beside the letter of a week")
            + $", with {Count(steps, "step")}. What they name as still open is told to nobody: it would say who has replied.";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
