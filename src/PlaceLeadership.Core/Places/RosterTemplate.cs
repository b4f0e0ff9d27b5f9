using System.Text;

namespace PlaceLeadership.Core.Places;

/// <summary>An empty roster to fill in.</summary>
public static class RosterTemplate
{
    /// <summary>
    /// The content of a CSV file that holds only the header: UTF-8 with a mark, without which Excel would take accented
    /// letters that are added later for something else.
    /// </summary>
    public static ReadOnlyMemory<byte> Csv() => Encoding.UTF8.GetBytes("\uFEFF" + RosterWriter.Csv([]));
}
