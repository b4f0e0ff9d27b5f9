namespace PlaceLeadership.Core.Wording;

/// <summary>A text of the product in one language.</summary>
/// <param name="Key">What code calls it: a word in PascalCase.</param>
/// <param name="Words">What people read.</param>
/// <param name="Note">What a translator should know, such as what a name in braces stands for; may be empty.</param>
public sealed record Text(string Key, string Words, string Note);
