namespace PlaceLeadership.Matching.Rotations;

/// <summary>
/// Arithmetic with the numbers 0 to q − 1, q a power of a prime, in which every number but 0 can be divided by. Numbers are
/// polynomials over the prime, one digit a coefficient, modulo an irreducible polynomial that is looked for. See Lidl and
/// Niederreiter, "Finite Fields".
/// </summary>
internal sealed class GaloisField
{
    private readonly int _prime;
    private readonly int _degree;
    private readonly int[] _product;

    private GaloisField(int prime, int degree, int order)
    {
        (_prime, _degree, Order) = (prime, degree, order);
        _product = new int[order * order];
    }

    public int Order { get; }

    /// <summary>The field with so many numbers, or null when there is none.</summary>
    public static GaloisField? Of(int order)
    {
        if (order < 2)
        {
            return null;
        }

        var prime = Enumerable.Range(2, order - 1).First(divisor => order % divisor == 0);
        var (rest, degree) = (order, 0);
        for (; rest % prime == 0; degree++)
        {
            rest /= prime;
        }

        if (rest > 1)
        {
            return null;
        }

        var field = new GaloisField(prime, degree, order);
        var reduced = 0;
        while (!field.Multiply(reduced))
        {
            reduced++;
        }

        return field;
    }

    public int Sum(int one, int other)
    {
        var (sum, place) = (0, 1);
        for (var digit = 0; digit < _degree; digit++, place *= _prime)
        {
            sum += ((one / place) + (other / place)) % _prime * place;
        }

        return sum;
    }

    public int Product(int one, int other) => _product[(one * Order) + other];

    // Takes x^degree for the polynomial 'reduced'; whether every number can then be divided by.
    private bool Multiply(int reduced)
    {
        for (var one = 0; one < Order; one++)
        {
            var seen = new bool[Order];
            for (var other = 0; other < Order; other++)
            {
                var (product, shifted, rest) = (0, one, other);
                for (var digit = 0; digit < _degree; digit++, rest /= _prime)
                {
                    product = Sum(product, Times(rest % _prime, shifted));
                    var top = shifted / (Order / _prime);
                    shifted = Sum(shifted % (Order / _prime) * _prime, Times(top, reduced));
                }

                _product[(one * Order) + other] = product;
                if (one > 0 && seen[product])
                {
                    return false;
                }

                seen[product] = true;
            }
        }

        return true;
    }

    private int Times(int times, int number)
    {
        var sum = 0;
        for (; times > 0; times--)
        {
            sum = Sum(sum, number);
        }

        return sum;
    }
}
