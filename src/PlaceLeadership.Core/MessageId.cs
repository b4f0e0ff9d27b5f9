namespace PlaceLeadership.Core;

/// <summary>Which message about a step this is.</summary>
public enum MessageKind
{
    /// <summary>The message about the step.</summary>
    Prompt,

    /// <summary>The first time that another message names the step as still open. Earlier releases sent a message of its own.</summary>
    FirstReminder,

    /// <summary>The second and last such time.</summary>
    SecondReminder,

    /// <summary>The one answer to a mailed reply that nobody can be sure of; it is no reminder, and no fact tells of it.</summary>
    Unclear,
}

/// <summary>
/// The identity of one thing that letters bring or name, which follows from what it is about. Deciding twice to send it is deciding once.
/// </summary>
public readonly record struct MessageId(CohortId Cohort, StepId Step, ParticipantId Participant, MessageKind Kind)
{
    private const int PartLengthMax = 200;

    /// <summary>The id as text: <c>cohort/step/participant/kind</c>.</summary>
    public override string ToString() => $"{Cohort}/{Step}/{Participant}/{Word(Kind)}";

    /// <summary>Reads an id back from its text, or null when the text is not one.</summary>
    public static MessageId? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 4 && parts.All(CanBePart) && ParseKind(parts[3]) is { } kind
            ? new MessageId(new CohortId(parts[0]), new StepId(parts[1]), new ParticipantId(parts[2]), kind)
            : null;
    }

    // What no key of a row may hold; a provider's event may name anything.
    internal static bool CanBePart(string part) =>
        part.Length is > 0 and <= PartLengthMax && !part.Any(letter => letter is '\\' or '#' or '?' or '|' || char.IsControl(letter));

    /// <summary>The word for a kind in ids, keys and output.</summary>
    public static string Word(MessageKind kind) => kind switch
    {
        MessageKind.Prompt => "prompt",
        MessageKind.FirstReminder => "reminder-1",
        MessageKind.Unclear => "unclear",
        _ => "reminder-2",
    };

    /// <summary>The kind behind a word, or null.</summary>
    public static MessageKind? ParseKind(string word) => word switch
    {
        "prompt" => MessageKind.Prompt,
        "reminder-1" => MessageKind.FirstReminder,
        "reminder-2" => MessageKind.SecondReminder,
        "unclear" => MessageKind.Unclear,
        _ => null,
    };
}
