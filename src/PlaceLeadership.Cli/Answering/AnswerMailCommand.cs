using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Cli.Answering;

/// <summary><c>placelead answer-mail</c>: hands in an answer to a poll that somebody saved as a file, as a mail server would.</summary>
internal static class AnswerMailCommand
{
    public static Command Create(Writers writers)
    {
        var file = new Argument<FileInfo>("file") { Description = "The mail, saved by a mail program: an .eml file.", HelpName = "FILE" };
        var command = new Command("answer-mail", "Hand in an answer to a poll for a date that came by mail.") { file };
        return command.OnWorkspace(writers, async run =>
        {
            var path = run.Parsed.GetRequiredValue(file).FullName;
            if (!File.Exists(path))
            {
                throw new Refusal($"There is no file {path}.");
            }

            var mail = SavedReply.Read(path)
                ?? throw new Refusal($"{path} is no mail with an address it goes to. Save the answer with your mail program, as a file that ends in .eml.");
            return await run.OpenAsync(async workspace =>
            {
                var outcome = await workspace.Services.GetRequiredService<PollMailDesk>().ReceiveAsync(mail, run.Cancellation).ConfigureAwait(false);
                if (outcome is not PollMailOutcome.Taken taken)
                {
                    throw new Refusal($"{Sentence(outcome)} {WhatStands(outcome)}");
                }

                IReadOnlyList<LocalDateTime> times = taken.Vote is MailVote.Times { Numbers: var numbers } ? [.. numbers.Select(number => taken.Times[number - 1])] : [];
                run.Output.Line(times.Count == 0
                    ? "The answer is stored: none of the times suits."
                    : $"The answer is stored: {Listed(times)} {(times.Count == 1 ? "suits" : "suit")}.");
                run.Output.Document(new { ok = true, cohort = taken.Cohort.Id, times = times.Select(time => time.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)) });
                return ExitCodes.Done;
            }).ConfigureAwait(false);
        });
    }

    private static string Listed(IEnumerable<LocalDateTime> times) =>
        string.Join(" and ", times.Select(time => time.ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)));

    private static string WhatStands(PollMailOutcome outcome) => outcome is not PollMailOutcome.Unreadable unreadable
        ? "Nothing was changed."
        : unreadable.Stands switch
        {
            null => "Nothing is counted.",
            [] => "This mail is not counted; what they answered before stands: none of the times suits.",
            var times => $"This mail is not counted; what they answered before stands: {Listed(times)}.",
        }
        + (unreadable.Answered is null ? "" : " A message asks them to choose on the page.");

    private static string Sentence(PollMailOutcome outcome) => outcome switch
    {
        PollMailOutcome.Unreadable unreadable => $"The answer cannot be read for sure. {unreadable.Reason} Numbers alone are understood, such as \"1 3\", and \"all\" or \"none\"; or use the link in the message.",
        PollMailOutcome.Refused refused => refused.Reason switch
        {
            PollMailRefusal.NoPoll => "The mail goes to no poll: none of its addresses begins with 'poll+'. Answer the message itself, to all of its addresses.",
            PollMailRefusal.NotOurs => "The address of the poll was not made with the keys of this folder. Was it typed, or is the mail from another installation?",
            PollMailRefusal.Expired => $"The poll was sent more than {PollToken.OpenDays} days ago.",
            PollMailRefusal.Gone => "The cohort, the person or the meeting is not there any more.",
            PollMailRefusal.Closed => "The poll has closed.",
            PollMailRefusal.Automatic => "A machine wrote the mail, such as an out-of-office notice.",
            PollMailRefusal.FromSender => "The mail is from the person who signs the messages, so it is no member's answer.",
            PollMailRefusal.FromAnother => "The mail is from somebody else of the cohort, and the address of the poll is not theirs. Each answers the message they got themselves.",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), refused.Reason, "There is no such reason."),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "There is no such outcome."),
    };
}
