namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// How often each person is in a trio, at least and at most, when nobody is in it again before everybody was once. Known where
/// the same odd number of people is in every round; elsewhere a turn depends on who is away.
/// </summary>
/// <param name="Least">By person.</param>
/// <param name="Most">By person: never more than one above the least.</param>
internal sealed record TrioTurns(int[] Least, int[] Most)
{
    private const int PeopleInTrio = 3;

    /// <summary>The turns of so many rounds, after so many turns that each had before.</summary>
    public static TrioTurns Of(int[] people, int[] before, int rounds)
    {
        var (least, most) = (new int[before.Length], new int[before.Length]);
        var left = PeopleInTrio * rounds;
        for (var level = people.Min(person => before[person]); left > 0; level++)
        {
            var next = people.Where(person => before[person] <= level).ToList();
            foreach (var person in next)
            {
                most[person]++;
                least[person] += next.Count <= left ? 1 : 0;
            }

            left -= next.Count;
        }

        return new TrioTurns(least, most);
    }

    /// <summary>What turns of this price are worth at most.</summary>
    public long AtMost(int person, long price) => Math.Max(price * Least[person], price * Most[person]);

    /// <summary>How far so many turns are off, seen from a price: above zero are too many.</summary>
    public double Off(int person, double turns, long price) =>
        turns > Most[person] || price > 0 ? turns - Most[person]
        : turns < Least[person] || price < 0 ? turns - Least[person]
        : 0;
}
