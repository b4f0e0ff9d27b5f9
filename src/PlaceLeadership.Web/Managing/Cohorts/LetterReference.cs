using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What stands for a letter in a form: the id of nobody is written on a page.</summary>
internal sealed record LetterReference(CohortId Cohort, ParticipantId Person, LocalDate On)
{
    private const string Start = "letter";

    public string Write(LinkTokens tokens) => tokens.Refer($"{Start}/{Cohort}/{Person}/{LocalDatePattern.Iso.Format(On)}");

    /// <summary>The letter that a reference stands for, or null.</summary>
    public static LetterReference? Read(LinkTokens tokens, string reference) =>
        tokens.Referred(reference)?.Split('/') is [Start, var cohort, var person, var day] && LocalDatePattern.Iso.Parse(day) is { Success: true } on
            ? new LetterReference(new CohortId(cohort), new ParticipantId(person), on.Value) : null;
}

/// <summary>What stands for a message in a form.</summary>
internal static class MessageReferences
{
    /// <summary>The message of this cohort that a reference stands for; null when it stands for none.</summary>
    public static LetterId? ReferredLetter(this LinkTokens tokens, string reference, CohortId cohort) =>
        LetterId.Parse(tokens.Referred(reference) ?? "") is { } message && message.Cohort == cohort ? message : null;
}
