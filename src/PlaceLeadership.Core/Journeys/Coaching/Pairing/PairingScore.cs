using System.Numerics;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>How well two people fit, from what they said of themselves: whole points, the same either way round.</summary>
public sealed class PairingScore
{
    private readonly PairingWeights _weights;
    private readonly IReadOnlyDictionary<string, int> _disadvantages;
    private readonly Dictionary<string, (Phrase[] Offered, Phrase[] Sought)> _phrases;

    /// <summary>The score among these people.</summary>
    /// <param name="people">The people.</param>
    /// <param name="weights">What counts how much.</param>
    /// <param name="disadvantages">How often lately somebody was left out, matched late or in the trio; nobody, if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not possible.</exception>
    public PairingScore(IEnumerable<Profile> people, PairingWeights weights, IReadOnlyDictionary<string, int>? disadvantages = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        _weights = weights.Checked();
        _disadvantages = disadvantages ?? new Dictionary<string, int>();
        _phrases = people.ToDictionary(
            person => person.Id,
            person => (Phrases(person.StrengthsOffered), Phrases(person.GrowthSought)),
            StringComparer.Ordinal);
    }

    /// <summary>The facts about two of these people, and their score.</summary>
    public PairFit Of(Profile one, Profile other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        IReadOnlyList<GrowthOffer> offers = [.. new[] { Offer(one.Id, other.Id), Offer(other.Id, one.Id) }.OfType<GrowthOffer>()];
        var days = one.Pattern.Days & other.Pattern.Days;
        var hours = BitOperations.PopCount((uint)days)
            * Math.Max(0, Math.Min(one.Pattern.ToHour, other.Pattern.ToHour) - Math.Max(one.Pattern.FromHour, other.Pattern.FromHour));
        var language = one.Language == other.Language || one.Language == Language.NotKnown || other.Language == Language.NotKnown;
        int? apart = one.Level is { } level && other.Level is { } theirs ? Math.Abs((int)level - (int)theirs) : null;
        var fit = new PairFit(
            one.Id, other.Id, offers, one.Sector, other.Sector, one.Organisation == other.Organisation,
            hours == 0 ? Weekdays.None : days, hours, language, apart, 0);
        return fit with { Score = Points(fit) };
    }

    private long Points(PairFit fit)
    {
        var points = fit.Offers.Sum(offer => (long)_weights.Growth * offer.Percent / 100)
            + (fit.FirstSector == fit.SecondSector ? 0 : _weights.Sector)
            + (_weights.Hours * Math.Min(fit.Hours, PairingWeights.EnoughHours) / PairingWeights.EnoughHours)
            + (fit.OneLanguage ? _weights.Language : 0)
            + (_weights.Level * LevelHalves(fit.LevelsApart) / 2);
        var unlucky = _disadvantages.GetValueOrDefault(fit.First) + _disadvantages.GetValueOrDefault(fit.Second);
        return points * (100 + (Math.Min(unlucky, PairingWeights.DisadvantagesMax) * _weights.FairnessPercent)) / 100;
    }

    // Who has not said a level is taken for the middle: neither gained nor lost.
    private static int LevelHalves(int? apart) => apart switch { null => 1, <= 1 => 2, 2 => 1, _ => 0 };

    private GrowthOffer? Offer(string grows, string offers)
    {
        GrowthOffer? best = null;
        foreach (var growth in _phrases[grows].Sought)
        {
            foreach (var strength in _phrases[offers].Offered)
            {
                if (growth.Likeness(strength) is > 0 and var percent && percent > (best?.Percent ?? 0))
                {
                    best = new GrowthOffer(grows, offers, growth.Text, strength.Text, percent);
                }
            }
        }

        return best;
    }

    private static Phrase[] Phrases(IReadOnlyList<string> texts) => [.. texts.Select(text => new Phrase(text))];
}
