using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>Names of tables in an account. Azure takes 3 to 63 letters and digits, a letter first, and ignores case.</summary>
internal sealed class TableNames
{
    private const int PrefixCharactersMax = 40;

    private readonly string _prefix;

    public TableNames(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length > PrefixCharactersMax
            || !prefix.All(char.IsAsciiLetterOrDigit)
            || (prefix.Length > 0 && !char.IsAsciiLetter(prefix[0])))
        {
            throw new ArgumentException(
                $"'{prefix}' cannot start a table name: use at most {PrefixCharactersMax} letters and digits, a letter first.");
        }

        _prefix = prefix;
    }

    public string Of(Table table) => _prefix + table;
}
