namespace PlaceLeadership.Web.Trouble;

/// <summary>A form that could not be stored.</summary>
/// <param name="Sorry">What happened.</param>
/// <param name="Fields">What the person sent, field by field; empty when nothing was.</param>
public sealed record LostForm(Sorry Sorry, IReadOnlyList<(string Name, string Value)> Fields);
