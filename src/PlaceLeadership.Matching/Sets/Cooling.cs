namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// The temperatures between which a run cools, found by trying: distances freeze at other temperatures than random numbers,
/// but what share of exchanges is for the worse tells in every problem how near to freezing it is.
/// </summary>
internal sealed record Cooling(double Hot, double Warm, double Cold)
{
    private const int Trials = 28;
    private const double ColdestShare = 0.012;
    private const double HotWorse = 0.1;
    private const double WarmWorse = 0.004;
    private const double ColdWorse = 0.0003;

    /// <summary>Cools once from the usual change of an exchange to nearly nothing and looks.</summary>
    /// <param name="usual">How much an exchange usually changes.</param>
    /// <param name="steps">How many exchanges to spend.</param>
    /// <param name="shake">Tries so many exchanges at a temperature and says how many for the worse were made.</param>
    public static Cooling Find(double usual, int steps, Func<int, double, long> shake)
    {
        var fall = Math.Pow(ColdestShare, 1.0 / (Trials - 1));
        var temperature = usual;
        var (hot, warm, cold) = (0.0, 0.0, 0.0);
        for (var trial = 0; trial < Trials; trial++, temperature *= fall)
        {
            var looked = Math.Max(1, steps / Trials * 2 / 3);
            shake(steps / Trials / 3, temperature);
            var worse = shake(looked, temperature) / (double)looked;
            hot = hot == 0 && worse < HotWorse ? temperature : hot;
            warm = warm == 0 && worse < WarmWorse ? temperature : warm;
            cold = cold == 0 && worse < ColdWorse ? temperature : cold;
        }

        var coldest = usual * ColdestShare;
        return new Cooling(Math.Max(hot, coldest), Math.Max(warm, coldest), Math.Max(cold, coldest));
    }
}
