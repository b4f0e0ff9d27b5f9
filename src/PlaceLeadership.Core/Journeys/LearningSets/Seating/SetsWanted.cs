using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>What a programme wants of its learning sets; left out, it is the usual.</summary>
/// <param name="Size">
/// How many people a set is to have, 5 to 8. Sets come as near to it as the number of people allows, and differ by one at most.
/// </param>
/// <param name="SectorsLeast">From how many sectors the members of a set come at least, 1 to 8 and no more than its size.</param>
public sealed record SetsWanted(int Size = SetCount.Usual, int SectorsLeast = SetCount.UsualSectors)
{
    private const string SizeKey = "size";
    private const string SectorsKey = "sectors";

    /// <summary>The section of a programme file that says so.</summary>
    public static OptionSection Section { get; } = new(
        "sets", "learning sets", "a set meeting",
        new WholeOption(SizeKey, SetCount.UsualLeast, SetCount.Most, SetCount.Usual, "How many people a set is to have, about."),
        new WholeOption(SectorsKey, 1, SetCount.Most, SetCount.UsualSectors,
            "From how many sectors the people of a set come at least, no more than its size."))
    {
        Check = values => values[SectorsKey] <= values[SizeKey] ? null : new OptionProblem(
            SectorsKey, $"A set of {values[SizeKey]} people cannot come from {values[SectorsKey]} sectors.", "Lower “sectors”, or raise “size”."),
    };

    /// <summary>What this programme wants.</summary>
    public static SetsWanted Of(Programme programme) => programme.Options.TryGetValue(Section.Key, out var values)
        ? new SetsWanted(values[SizeKey], values[SectorsKey]) : new SetsWanted();

    /// <summary>The programme with these wishes.</summary>
    public Programme In(Programme programme) => programme with
    {
        Options = new Dictionary<string, IReadOnlyDictionary<string, int>>(programme.Options)
        {
            [Section.Key] = new Dictionary<string, int> { [SizeKey] = Size, [SectorsKey] = SectorsLeast },
        },
    };
}
