namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>
/// Reads the YAML file of a programme. The format is described in <c>docs/programmes.md</c> and, for editors, in
/// <c>schemas/programme.schema.json</c>; the reader is the stricter of the two.
/// </summary>
public static class ProgrammeReader
{
    /// <summary>The most characters a file may hold, so that a programme fits one row of the store.</summary>
    public const int CharactersMax = 300_000;

    /// <summary>The most steps a programme may have.</summary>
    public const int StepsMax = 256;

    /// <summary>The most problems that one reading lists; the last one then says how many were left out.</summary>
    public const int ProblemsMax = 200;

    /// <summary>The most characters of a subject line.</summary>
    public const int TitleCharactersMax = 100;

    /// <summary>
    /// Reads a programme and reports all problems at once. Never throws for anything a file may hold; a file that is
    /// not YAML at all gives the one problem at which reading had to stop.
    /// </summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="kinds">The kinds of step there are.</param>
    public static ProgrammeReading Read(string yaml, StepKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var problems = new ProblemList();
        var programme = YamlTree.Read(yaml, problems) is { } tree ? ProgrammeSection.Read(tree, kinds, problems) : null;
        return problems.Any
            ? new ProgrammeReading(null, problems.Sorted(ProblemsMax))
            : new ProgrammeReading(programme, []);
    }
}
