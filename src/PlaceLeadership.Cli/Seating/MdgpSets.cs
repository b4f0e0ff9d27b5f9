using System.Globalization;
using System.Text;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Cli.Seating;

/// <summary><c>placelead sets --mdgp FILE</c>.</summary>
internal sealed record MdgpSets(FileInfo Mdgp, FileInfo? Forbid, bool Balanced, SearchLimits Limits, FileInfo? Out, bool Explain)
{
    private const int ForbiddenShown = 5;
    private const int SearchesMost = 8;

    public async Task<int> RunAsync(Output output, CancellationToken cancellation)
    {
        var input = await InputLines.ReadAsync(Mdgp, cancellation).ConfigureAwait(false);
        var apart = Forbid is null ? null : await InputLines.ReadAsync(Forbid, cancellation).ConfigureAwait(false);
        var file = MdgpFile.Read(input);
        var forbidden = apart is null ? [] : file.Forbidden(apart);
        InputLines.RefuseIfWrong(input, apart);

        var sizes = Balanced ? SetSize.Balanced(file.People, file.Sizes.Count) : file.Sizes;
        var problem = file.Problem(sizes, forbidden);
        if (NoSets.For(problem) is { } none)
        {
            return No(output, Reason(none, problem));
        }

        var searches = Limits.Time == TimeSpan.MaxValue ? 1 : Math.Min(SearchesMost, Environment.ProcessorCount);
        var formed = SetSearch.RunAbreast(problem, Limits, searches, TimeProvider.System, cancellation);
        if (formed.Worth.Forbidden > 0)
        {
            return No(output, StillForbidden(problem, formed));
        }

        if (Out is { } result)
        {
            await File.WriteAllTextAsync(result.FullName, Csv(formed.SetOf), cancellation).ConfigureAwait(false);
        }

        var diversity = file.Total(formed.SetOf);
        IReadOnlyList<string>? explanation = Explain ? [.. Explained(file, formed.SetOf)] : null;
        output.Document(new { ok = true, diversity, people = file.People, sets = sizes.Count, setOf = formed.SetOf, steps = formed.Steps, explanation });
        output.Line(string.Create(
            CultureInfo.InvariantCulture, $"Diversity {diversity}: {file.People} people in {sizes.Count} sets, no forbidden pair together."));
        foreach (var sentence in explanation ?? [])
        {
            output.Line(sentence);
        }

        return ExitCodes.Done;
    }

    private static IEnumerable<string> Explained(MdgpFile file, IReadOnlyList<int> setOf)
    {
        var sets = (from person in setOf.Index()
                    group person.Index by person.Item into members
                    orderby members.Key
                    let inside = file.Inside([.. members])
                    let pairs = members.Count() * (members.Count() - 1) / 2
                    select (Number: members.Key, Members: members.ToList(), Inside: inside, OfPair: pairs == 0 ? 0 : inside / pairs)).ToList();
        foreach (var set in sets)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Set {set.Number}: {set.Members.Count} people, diversity {set.Inside}, {set.OfPair:0.###} a pair: {string.Join(", ", set.Members)}.");
        }

        if (sets.Where(set => set.Members.Count > 1).ToList() is { Count: > 1 } several && several.MinBy(set => set.OfPair) is var least)
        {
            yield return $"The least diverse for its size is set {least.Number}.";
        }
    }

    private static int No(Output output, string reason)
    {
        output.Document(new { ok = false, reason });
        output.Line(reason);
        return ExitCodes.No;
    }

    private static string Reason(NoSets none, SetsProblem problem) => none switch
    {
        NoSets.TooFewPlaces few => $"The sets take at most {few.Places} people, and there are {few.People}. Allow larger sets, or more of them.",
        NoSets.TooFewPeople few => $"The sets need at least {few.Needed} people, and there are {few.People}. Allow smaller sets, or fewer of them.",
        NoSets.TooManyApart many => $"{many.Who.Count} people must all be apart from each other, as people of one organisation are, but there are "
            + $"only {many.Sets} sets: {string.Join(", ", many.Who)}. {WayOut(many.Who.Count, problem)}, or let some of them share one.",
        _ => throw new InvalidOperationException($"There is no sentence for {none}."),
    };

    private static string WayOut(int sets, SetsProblem problem)
    {
        var least = Math.Max(1, problem.Sizes.Min(size => size.Least));
        return sets * least <= problem.People
            ? $"Form at least {sets} sets"
            : $"{problem.People} people make at most {problem.People / least} sets of {least} or more, so allow smaller ones";
    }

    private static string StillForbidden(SetsProblem problem, FormedSets formed)
    {
        var pairs = from one in Enumerable.Range(0, problem.People)
                    from other in Enumerable.Range(one + 1, problem.People - one - 1)
                    where formed.SetOf[one] == formed.SetOf[other] && problem.MustBeApart(one, other)
                    select $"{one} and {other}";
        return $"No division that keeps all forbidden pairs apart was found; the best one leaves {formed.Worth.Forbidden} together, such as "
            + $"{string.Join(", ", pairs.Take(ForbiddenShown))}. Search longer, forbid less, or form more sets.";
    }

    private static string Csv(IReadOnlyList<int> setOf)
    {
        var text = new StringBuilder("person,set\n");
        for (var person = 0; person < setOf.Count; person++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{person},{setOf[person]}\n");
        }

        return text.ToString();
    }
}
