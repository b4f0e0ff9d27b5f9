namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>A value together with the words that name it in a problem: <c>“minutes” of step “arriving”</c>.</summary>
internal sealed record Field(Node Node, string Label);
