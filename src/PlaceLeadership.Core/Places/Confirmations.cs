namespace PlaceLeadership.Core.Places;

/// <summary>
/// What a manager confirms: statements as questions word them, such as “Liz Jones is nobody of the roster”. How they are
/// typed, in capitals or with other blanks, does not matter.
/// </summary>
public sealed class Confirmations(IEnumerable<string> statements)
{
    private readonly HashSet<string> _statements = [.. statements.Select(KeyOf)];

    /// <summary>Nothing is confirmed.</summary>
    public static Confirmations None { get; } = new([]);

    /// <summary>Whether this statement is confirmed.</summary>
    public bool Has(string statement) => _statements.Contains(KeyOf(statement));

    /// <summary>These, and that this is a name although it looks like none.</summary>
    public Confirmations WithName(string name) => new([.. _statements, NameDoubts.Confirmed(name)]);

    private static string KeyOf(string statement) => string.Concat(Spelling.Fold(statement).Where(letter => letter != ' '));
}
