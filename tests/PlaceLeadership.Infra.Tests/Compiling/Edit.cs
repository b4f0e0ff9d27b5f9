namespace PlaceLeadership.Infra.Tests.Compiling;

/// <summary>A change of one Bicep file.</summary>
/// <param name="File">The file, from <c>infra/bicep</c> on.</param>
/// <param name="Was">What stands there now, or nothing to add at the end.</param>
/// <param name="Becomes">What comes in its place, once.</param>
public sealed record Edit(string File, string Was, string Becomes)
{
    /// <summary>Switches the private network of an environment on.</summary>
    public static Edit WithPrivateNetwork(string environment) =>
        new($"{environment}.bicepparam", "param privateNetwork = false", "param privateNetwork = true");

    /// <exception cref="InvalidOperationException">The file does not hold it: the edit would change nothing.</exception>
    public string ApplyTo(string text)
    {
        if (Was.Length == 0)
        {
            return text + Becomes;
        }

        var at = text.IndexOf(Was, StringComparison.Ordinal);
        return at < 0
            ? throw new InvalidOperationException($"{File} does not hold: {Was}")
            : text[..at] + Becomes + text[(at + Was.Length)..];
    }
}
