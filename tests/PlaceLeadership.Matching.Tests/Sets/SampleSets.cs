using System.Globalization;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Tests.Sets;

/// <summary>Programmes made up for these tests, with their best known sets. Those up to 24 people are proven.</summary>
internal static class SampleSets
{
    private const int UnitsInOne = 1_000;

    public static SetsProblem Read(string name, bool balanced)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sets", "Samples", name + ".txt"));
        var header = lines[0].Split(' ');
        var (people, sets) = (Whole(header[0]), Whole(header[1]));
        var diversity = new int[people * people];
        foreach (var words in lines.Skip(1).Select(line => line.Split(' ')))
        {
            var (one, other) = (Whole(words[0]), Whole(words[1]));
            diversity[(one * people) + other] = diversity[(other * people) + one] =
                (int)(decimal.Parse(words[2], CultureInfo.InvariantCulture) * UnitsInOne);
        }

        var forbidden = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sets", "Samples", name + ".forbid"))
            .Select(line => line.Split(' ')).Select(words => new TwoPeople(Whole(words[0]), Whole(words[1])));
        var sizes = Enumerable.Range(0, sets).Select(set => new SetSize(Whole(header[3 + (2 * set)]), Whole(header[4 + (2 * set)])));
        return new SetsProblem(people, diversity, balanced ? SetSize.Balanced(people, sets) : [.. sizes], [.. forbidden]);
    }

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
