using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>One seating: the search, and what follows from what it found.</summary>
internal sealed class SeatingSearch
{
    private readonly SeatingRequest _request;
    private readonly TimeProvider _time;
    private readonly Gathering _gathering;
    private readonly IReadOnlyList<SetSize> _sizes;

    public SeatingSearch(SeatingRequest request, TimeProvider time)
    {
        _request = request;
        _time = time;
        _gathering = new Gathering(request.People, request.Weights);
        _sizes = SetCount.Sizes(request.People.Count, request.TargetSize);
    }

    public SeatingResult Run(CancellationToken cancellation)
    {
        if (_sizes.Count == 0)
        {
            return new SeatingResult.NotSeated([new SeatingReason.TooFewPeople(_request.People.Count)], [], true, []);
        }

        var house = House(_request.Rules);
        var reasons = Impossibilities.Of(_request.People, _request.Rules, _sizes, house);
        var problem = _gathering.Problem(_sizes, house);
        var limits = reasons.Count > 0 ? Share(_request.Limits, WaysOut.Share) : _request.WithPrices ? Share(_request.Limits, 2) : _request.Limits;
        var formed = Search(problem, null, limits, cancellation);
        var sets = _gathering.Sets(formed.SetOf, house);
        if (formed.Worth.Violations > 0 || reasons.Count > 0)
        {
            return NotSeated(reasons, problem, sets, cancellation);
        }

        var prices = _request.WithPrices ? Prices(house, formed, cancellation) : [];
        return new SeatingResult.Seated(
            sets, formed.Worth.Diversity, sets.MinBy(set => set.DiversityPerPair)!, prices, AllDivisions.AreFew(problem));
    }

    /// <summary>The rules for these people, in so many sets.</summary>
    public HouseRules House(SeatingRules rules) => new(_request.People, rules, _sizes.Count);

    /// <summary>Whether counting already says that these rules cannot be kept.</summary>
    public bool IsImpossible(SeatingRules rules, HouseRules house) => Impossibilities.Of(_request.People, rules, _sizes, house).Count > 0;

    /// <summary>Whether sets that keep these rules are found; when not, whether there are none for certain.</summary>
    public (bool Found, bool Proven) Keeps(HouseRules house, SearchLimits limits, CancellationToken cancellation)
    {
        var problem = _gathering.Problem(_sizes, house);
        var formed = Search(problem, null, limits with { Enough = new SetsWorth(0, long.MinValue) }, cancellation);
        return (formed.Worth.Violations == 0, AllDivisions.AreFew(problem));
    }

    /// <summary>A part of the time, or all of the steps.</summary>
    public static SearchLimits Share(SearchLimits limits, int parts) =>
        limits.Time == TimeSpan.MaxValue ? limits : limits with { Time = limits.Time / parts };

    private SeatingResult.NotSeated NotSeated(
        IReadOnlyList<SeatingReason> reasons, SetsProblem problem, IReadOnlyList<SeatedSet> nearest, CancellationToken cancellation)
    {
        IReadOnlyList<SeatingRule> hurt = [.. nearest.SelectMany(set => set.Broken).Select(broken => broken.Rule).Distinct().Order()];
        if (reasons.Count == 0)
        {
            reasons = [AllDivisions.AreFew(problem) ? new SeatingReason.NoneExists(hurt) : new SeatingReason.NoneFound(hurt)];
        }

        var (ways, smallest) = new WaysOut(this, _request, _time).Find(reasons, cancellation);
        return new SeatingResult.NotSeated(reasons, ways, smallest, nearest);
    }

    private List<RulePrice> Prices(HouseRules house, FormedSets formed, CancellationToken cancellation)
    {
        var rules = Enum.GetValues<SeatingRule>().Where(_request.Rules.Has).ToList();
        var concerned = rules.Count(house.Concerns);
        var limits = Share(_request.Limits, 2 * Math.Max(1, concerned));
        List<RulePrice> prices = [];
        foreach (var rule in rules)
        {
            var concerns = house.Concerns(rule);
            var without = !concerns ? formed
                : Search(_gathering.Problem(_sizes, House(_request.Rules.Relaxed(rule))), formed.SetOf, limits, cancellation);
            prices.Add(new RulePrice(rule, concerns, without.Worth.Diversity - formed.Worth.Diversity));
        }

        return prices;
    }

    private FormedSets Search(SetsProblem problem, IReadOnlyList<int>? start, SearchLimits limits, CancellationToken cancellation) =>
        AllDivisions.AreFew(problem) ? AllDivisions.Best(problem) : SetSearch.Run(problem, start, limits, _time, cancellation);
}
