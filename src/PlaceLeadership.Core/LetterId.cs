using System.Globalization;

namespace PlaceLeadership.Core;

/// <summary>
/// The identity of a mail to one person: the running number of their letters, given in the transaction that freezes what it brings, so that
/// nothing decided later is ever taken for it. The one answer to a mailed reply, and what earlier releases queued, are named by their step instead.
/// </summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">Its reader.</param>
/// <param name="Number">The number, from 1; 0 where it is named by its step.</param>
/// <param name="About">The message about a step by which it is named; null for a letter.</param>
public readonly record struct LetterId(CohortId Cohort, ParticipantId Participant, int Number, MessageId? About = null)
{
    /// <summary>The id of a mail that is named by its step.</summary>
    public static LetterId Of(MessageId about) => new(about.Cohort, about.Participant, 0, about);

    /// <summary>The id as text: <c>cohort/participant/number</c>, or <c>cohort/step/participant/kind</c>.</summary>
    public override string ToString() => About?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{Cohort}/{Participant}/{Number}");

    /// <summary>Reads an id back from its text, or null when the text is not one.</summary>
    public static LetterId? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length != 3 ? MessageId.Parse(text) is { } about ? Of(about) : null
            : parts.All(MessageId.CanBePart) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? new LetterId(new CohortId(parts[0]), new ParticipantId(parts[1]), number) : null;
    }
}
