namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>A position in the file, both from 1.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>The problems found so far.</summary>
internal sealed class ProblemList
{
    private readonly List<ProgrammeProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(Place at, string what, string mend) =>
        _problems.Add(new ProgrammeProblem(at.Line, at.Column, what, mend));

    public IReadOnlyList<ProgrammeProblem> Sorted(int max)
    {
        var sorted = _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ToList();
        if (sorted.Count <= max)
        {
            return sorted;
        }

        var last = sorted[max - 1];
        return
        [
            .. sorted.Take(max - 1),
            new ProgrammeProblem(
                last.Line,
                last.Column,
                $"There are {sorted.Count - max + 1} more problems from here on.",
                "Mend those above first, then check the file again."),
        ];
    }
}
