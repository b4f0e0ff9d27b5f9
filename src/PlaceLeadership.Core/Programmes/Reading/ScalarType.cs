using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>What a scalar is by the core schema of YAML 1.2, which is what editors apply.</summary>
internal enum ScalarType
{
    Text,
    WholeNumber,
    Number,
    TrueOrFalse,
    Nothing,
}

internal static partial class ScalarTypes
{
    public static ScalarType Of(string value, ScalarStyle style) => style is not ScalarStyle.Plain
        ? ScalarType.Text
        : value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarType.Nothing,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarType.TrueOrFalse,
            _ when WholeNumber().IsMatch(value) => ScalarType.WholeNumber,
            _ when Number().IsMatch(value) => ScalarType.Number,
            _ => ScalarType.Text,
        };

    [GeneratedRegex(@"\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(
        @"\A[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))\z|\A\.(?:nan|NaN|NAN)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
