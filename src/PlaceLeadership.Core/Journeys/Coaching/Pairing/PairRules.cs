using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// Who may meet whom and what it is worth, by number. Three things are ruled out whatever happens: a line of management, a wish
/// to be apart, and being away. Being colleagues and having met are avoided as long as there is an alternative.
/// </summary>
internal sealed class PairRules
{
    /// <summary>So many rounds back a disadvantage counts.</summary>
    private const int Lately = 3;

    private readonly long[] _score;
    private readonly bool[] _allowed;
    private readonly bool[] _wish;
    private readonly int[] _met;
    private readonly Dictionary<string, int> _numberOf;
    private readonly PairingScore _fit;

    public PairRules(
        IReadOnlyList<Profile> profiles, IReadOnlyList<(string One, string Other)> apart, IReadOnlyList<PastRound> history, PairingWeights weights)
    {
        Profiles = profiles;
        MostScore = weights.Checked().Most;
        _numberOf = profiles.Index().ToDictionary(person => person.Item.Id, person => person.Index, StringComparer.Ordinal);
        _score = new long[People * People];
        _allowed = new bool[People * People];
        _wish = new bool[People * People];
        _met = new int[People * People];
        InTrio = new int[People];
        WithoutPair = new int[People];
        Remember(history);
        foreach (var (one, other) in apart)
        {
            if (NumberOf(one) is { } first && NumberOf(other) is { } second)
            {
                _wish[At(first, second)] = _wish[At(second, first)] = true;
            }
        }

        _fit = new PairingScore(profiles, weights, Disadvantages(history));
        var lines = new LineManagement(profiles);
        for (var one = 0; one < People; one++)
        {
            for (var other = one + 1; other < People; other++)
            {
                var allowed = !_wish[At(one, other)] && !lines.Ties(profiles[one].Id, profiles[other].Id);
                _allowed[At(one, other)] = _allowed[At(other, one)] = allowed;
                _score[At(one, other)] = _score[At(other, one)] = allowed ? _fit.Of(profiles[one], profiles[other]).Score : 0;
            }
        }
    }

    public IReadOnlyList<Profile> Profiles { get; }

    public int People => Profiles.Count;

    public long MostScore { get; }

    /// <summary>How often each was in a trio.</summary>
    public int[] InTrio { get; }

    /// <summary>How often each was left out.</summary>
    public int[] WithoutPair { get; }

    public int? NumberOf(string id) => _numberOf.TryGetValue(id, out var number) ? number : null;

    public bool Allowed(int one, int other) => _allowed[At(one, other)];

    public bool WishApart(int one, int other) => _wish[At(one, other)];

    public bool Colleagues(int one, int other) => Profiles[one].Organisation == Profiles[other].Organisation;

    /// <summary>How often they met in the history.</summary>
    public int Met(int one, int other) => _met[At(one, other)];

    /// <summary>Whether they may meet, are no colleagues and have not met.</summary>
    public bool Clean(int one, int other) => Allowed(one, other) && !Colleagues(one, other) && Met(one, other) == 0;

    public long Score(int one, int other) => _score[At(one, other)];

    public PairFit Fit(int one, int other) => _fit.Of(Profiles[one], Profiles[other]);

    private int At(int one, int other) => (one * People) + other;

    private void Remember(IReadOnlyList<PastRound> history)
    {
        foreach (var round in history)
        {
            foreach (var group in round.Groups)
            {
                var people = Known(group);
                foreach (var (one, other) in people.SelectMany(one => people.Where(other => other != one).Select(other => (one, other))))
                {
                    _met[At(one, other)]++;
                }

                foreach (var person in group.Count > 2 ? people : [])
                {
                    InTrio[person]++;
                }
            }

            foreach (var person in Known(round.LeftOut))
            {
                WithoutPair[person]++;
            }
        }
    }

    private static Dictionary<string, int> Disadvantages(IReadOnlyList<PastRound> history) => history.TakeLast(Lately)
        .SelectMany(round => round.LeftOut.Concat(round.MatchedLate).Concat(round.Groups.Where(group => group.Count > 2).SelectMany(group => group)))
        .CountBy(person => person, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private List<int> Known(IEnumerable<string> ids) => [.. ids.Select(NumberOf).OfType<int>()];
}
