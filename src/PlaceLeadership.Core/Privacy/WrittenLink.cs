using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Core.Privacy;

/// <summary>A link as its token writes it: five fields, whatever its kind. They stay as they are, for links work for 400 days.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person, or what stands for whoever holds the link.</param>
/// <param name="Step">The step, or what else the link is about.</param>
/// <param name="Day">The local day on which it was sent or made.</param>
/// <param name="Expires">From this moment the link does nothing any more.</param>
public sealed record WrittenLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate Day, Instant Expires)
{
    internal static WrittenLink? Parse(string[]? fields) =>
        fields is [var cohort, var participant, var step, var day, var until]
        && LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new(new CohortId(cohort), new ParticipantId(participant), new StepId(step), date, Instant.FromUnixTimeSeconds(seconds)) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        '|', Cohort, Participant, Step, LocalDatePattern.Iso.Format(Day), Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
}
