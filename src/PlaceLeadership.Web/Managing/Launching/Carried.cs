namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>
/// A launch on its way through the pages. It travels in the page and back, so that the next request may be answered by
/// another instance, and so that exactly what was shown is stored.
/// </summary>
/// <param name="Form">What was typed.</param>
/// <param name="Files">What was read.</param>
/// <param name="Nonce">Random; the pseudonyms follow from it, so the same launch can be recognised.</param>
/// <param name="KeyId">Which secret they follow from.</param>
internal sealed record Carried(LaunchForm Form, ReadFiles Files, string Nonce, string KeyId);
