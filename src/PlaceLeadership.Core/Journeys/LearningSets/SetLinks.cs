using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Move or call off one set meeting, for the member who leads it.</summary>
public sealed record LeadLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires), ILink<LeadLink>
{
    /// <inheritdoc/>
    public static LinkPurpose Purpose { get; } = new("m", "meeting");

    /// <inheritdoc/>
    public override LinkPurpose Serves => Purpose;

    /// <inheritdoc/>
    public static LeadLink Read(WrittenLink written) => new(written.Cohort, written.Participant, written.Step, written.Day, written.Expires);
}

/// <summary>See to one learning set, for whoever facilitates it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Set">The number of the set.</param>
/// <param name="Generation">Which of its facilitators; the links of earlier ones do nothing any more.</param>
/// <param name="MadeOn">The local day on which it was made.</param>
/// <param name="Expires">From this moment the link does nothing any more.</param>
public sealed record FacilitatorLink(CohortId Cohort, int Set, int Generation, LocalDate MadeOn, Instant Expires) : Link(Cohort, Expires), ILink<FacilitatorLink>
{
    private const string SetWord = "set-";
    private const string GenerationWord = "facilitator-";

    /// <inheritdoc/>
    public static LinkPurpose Purpose { get; } = new("f", "facilitate");

    /// <inheritdoc/>
    public override LinkPurpose Serves => Purpose;

    /// <inheritdoc/>
    public override WrittenLink Written => new(
        Cohort, new ParticipantId(SetWord + Set.ToString("D3", CultureInfo.InvariantCulture)),
        new StepId(GenerationWord + Generation.ToString(CultureInfo.InvariantCulture)), MadeOn, Expires);

    /// <inheritdoc/>
    public static FacilitatorLink? Read(WrittenLink written) =>
        Number(written.Participant.Value, SetWord) is { } set && Number(written.Step.Value, GenerationWord) is { } generation
            ? new(written.Cohort, set, generation, written.Day, written.Expires) : null;

    private static int? Number(string text, string word) => text.StartsWith(word, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
