namespace PlaceLeadership.Core.Places;

/// <summary>What a cell means, or what is wrong with it and how to mend it.</summary>
internal readonly record struct Parsed<T>(T? Value, string? What, string? Mend)
{
    public bool Failed => What is not null;

    public static implicit operator Parsed<T>(T value) => new(value, null, null);

    public static Parsed<T> Not(string what, string mend) => new(default, what, mend);
}
