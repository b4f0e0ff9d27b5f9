using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Foreseeing;

/// <summary>By which mail something comes.</summary>
public enum MailAhead
{
    /// <summary>The letter of its week, or of its day where a programme has several a week.</summary>
    Letter,

    /// <summary>A mail beside the letter, with what cannot wait for the next.</summary>
    Beside,

    /// <summary>None: it was cancelled, or its kind is not tended yet.</summary>
    None,
}

/// <summary>A letter that will go out, or what one would have brought.</summary>
/// <param name="On">The local day.</param>
/// <param name="Hour">The local hour.</param>
/// <param name="Participant">To whom.</param>
/// <param name="To">Who that is; null when it is not known any more.</param>
/// <param name="Mail">By which mail it comes.</param>
/// <param name="Items">The steps that it brings, first what its subject says. What it names as still open is not told: it would say who has replied.</param>
public sealed record LetterAhead(
    LocalDate On, int Hour, ParticipantId Participant, Identity? To, MailAhead Mail, IReadOnlyList<ForeseenMessage> Items)
{
    /// <summary>How many minutes it asks for, meetings apart.</summary>
    public int Minutes => Mail == MailAhead.None ? 0 : Items.Sum(MinutesOf);

    /// <summary>How many minutes something in it asks for.</summary>
    public static int MinutesOf(ForeseenMessage item) => item.Step.LetterMinutes;

    /// <summary>What is to be said of something in it beside that it comes; null when nothing is.</summary>
    public static string? ReasonOf(ForeseenMessage item) => item switch
    {
        { Fate: ForeseenAs.Cancelled } => "cancelled",
        { Fate: ForeseenAs.OnceSettled } => "once it is settled who meets whom, or when",
        { Fate: ForeseenAs.NotTended } => "nothing is sent: open spaces are not there yet",
        { Moved: true } => "moved here",
        { Beside: true } => "cannot wait for the letter",
        _ => null,
    };

    /// <summary>What comes by one mail is one letter; what comes by none is one for each person and day.</summary>
    internal static IEnumerable<LetterAhead> Of(IEnumerable<ForeseenMessage> messages, Func<ParticipantId, Identity?> identityOf) => messages
        .GroupBy(message => (message.On, message.Hour, message.Participant, message.Mail))
        .Select(letter => new LetterAhead(
            letter.Key.On, letter.Key.Hour, letter.Key.Participant, identityOf(letter.Key.Participant),
            letter.Key.Mail is null ? MailAhead.None : letter.First().Beside ? MailAhead.Beside : MailAhead.Letter, [.. letter]));
}
