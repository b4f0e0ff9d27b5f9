namespace PlaceLeadership.Web.Safeguards;

/// <summary>A file that was sent with a form.</summary>
/// <param name="Field">The name of its field.</param>
/// <param name="Name">The name of the file alone, as the sender's computer calls it.</param>
/// <param name="Content">What it holds.</param>
internal sealed record SentFile(string Field, string Name, ReadOnlyMemory<byte> Content);
