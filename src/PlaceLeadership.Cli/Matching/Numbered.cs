using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Cli.Matching;

/// <summary>A graph in the order in which it is searched, with the numbers that people have in the file.</summary>
internal sealed record Numbered(PairGraph Graph, IReadOnlyList<int> InFile)
{
    /// <summary>Shuffled by a seed, because the order decides among equally good pairings; as in the file without one.</summary>
    public static Numbered By(PairGraph graph, int? seed)
    {
        var inFile = Enumerable.Range(0, graph.People).ToArray();
        if (seed is not { } number)
        {
            return new Numbered(graph, inFile);
        }

        new Random(number).Shuffle(inFile);
        var place = new int[inFile.Length];
        for (var index = 0; index < inFile.Length; index++)
        {
            place[inFile[index]] = index;
        }

        var pairs = graph.Pairs.Select(pair => pair with { First = place[pair.First], Second = place[pair.Second] });
        return new Numbered(new PairGraph(graph.People, [.. pairs]), inFile);
    }

    public IReadOnlyList<int> People(IEnumerable<int> people) => [.. people.Select(person => InFile[person]).Order()];

    public IReadOnlyList<int[]> Pairs(Pairing pairing) =>
        [.. pairing.Pairs.Select(pair => new[] { InFile[pair.Low], InFile[pair.High] }.Order().ToArray()).OrderBy(pair => pair[0])];
}
