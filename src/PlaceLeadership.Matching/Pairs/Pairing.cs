namespace PlaceLeadership.Matching.Pairs;

/// <summary>What the best pairing is.</summary>
public enum PairingAim
{
    /// <summary>The largest total weight, even if that leaves more people without a partner.</summary>
    Weight,

    /// <summary>As many pairs as there can be; among those, the largest total weight.</summary>
    PairsFirst,
}

/// <summary>Who meets whom.</summary>
/// <param name="Mates">For each person the number of the other, or -1.</param>
/// <param name="Cardinality">How many pairs there are.</param>
/// <param name="Weight">The sum of their weights.</param>
public sealed record Pairing(IReadOnlyList<int> Mates, int Cardinality, long Weight)
{
    /// <summary>The pairs, each once, by the lower number.</summary>
    public IEnumerable<(int Low, int High)> Pairs =>
        Mates.Select((mate, person) => (person, mate)).Where(pair => pair.mate > pair.person);

    /// <summary>Those without a partner.</summary>
    public IEnumerable<int> Alone => Mates.Select((mate, person) => (mate, person)).Where(one => one.mate < 0).Select(one => one.person);
}

/// <summary>A pairing with the proof that there is none better.</summary>
public sealed record ProvenPairing(Pairing Pairing, PairingCertificate Certificate);
