using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PlaceLeadership.Core.Privacy;

/// <summary>A link as its token writes it: five fields, whatever its kind. They stay as they are, for links work for 400 days.</summary>
internal sealed record WrittenLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate Day, Instant Expires)
{
    private const string SetWord = "set-";
    private const string GenerationWord = "facilitator-";

    /// <summary>Each kind with the letter of its pages, the word that its key is derived from, and what its fields mean.</summary>
    private static readonly Dictionary<Type, (string Letter, string Word, Func<WrittenLink, Link?> Link)> Kinds = new()
    {
        [typeof(AnswerLink)] = ("a", "answer", link => new AnswerLink(link.Cohort, link.Participant, link.Step, link.Day, link.Expires)),
        [typeof(PauseLink)] = ("p", "pause", link => new PauseLink(link.Cohort, link.Participant, link.Step, link.Day, link.Expires)),
        [typeof(LeaveLink)] = ("l", "leave", link => new LeaveLink(link.Cohort, link.Participant, link.Step, link.Day, link.Expires)),
        [typeof(OneClickLink)] = ("u", "one-click", link => new OneClickLink(link.Cohort, link.Participant, link.Step, link.Day, link.Expires)),
        [typeof(LeadLink)] = ("m", "meeting", link => new LeadLink(link.Cohort, link.Participant, link.Step, link.Day, link.Expires)),
        [typeof(FacilitatorLink)] = ("f", "facilitate", Facilitator),
    };

    public static string LetterOf(Type kind) => Kinds[kind].Letter;

    public static string WordOf(Type kind) => Kinds[kind].Word;

    public static WrittenLink Of(Link link) => link switch
    {
        PersonLink one => new(one.Cohort, one.Participant, one.Step, one.SentOn, one.Expires),
        FacilitatorLink one => new(
            one.Cohort, new ParticipantId(SetWord + one.Set.ToString("D3", CultureInfo.InvariantCulture)),
            new StepId(GenerationWord + one.Generation.ToString(CultureInfo.InvariantCulture)), one.MadeOn, one.Expires),
        _ => throw new ArgumentOutOfRangeException(nameof(link), link.GetType().Name, "There is no such link."),
    };

    public static WrittenLink? Parse(string[]? fields) =>
        fields is [var cohort, var participant, var step, var day, var until]
        && LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new(new CohortId(cohort), new ParticipantId(participant), new StepId(step), date, Instant.FromUnixTimeSeconds(seconds)) : null;

    /// <summary>The link of this kind that the fields say, or null when they say none.</summary>
    public Link? As(Type kind) => Kinds[kind].Link(this);

    public override string ToString() => string.Join(
        '|', Cohort, Participant, Step, LocalDatePattern.Iso.Format(Day), Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    private static FacilitatorLink? Facilitator(WrittenLink link) =>
        Number(link.Participant.Value, SetWord) is { } set && Number(link.Step.Value, GenerationWord) is { } generation
            ? new(link.Cohort, set, generation, link.Day, link.Expires) : null;

    private static int? Number(string text, string word) => text.StartsWith(word, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
