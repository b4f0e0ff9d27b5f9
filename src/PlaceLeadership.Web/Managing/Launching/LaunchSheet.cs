using NodaTime;
using PlaceLeadership.Application.Launching;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>What the form of a launch shows.</summary>
/// <param name="Form">What was typed so far.</param>
/// <param name="Problems">What has to be mended.</param>
/// <param name="Files">What was read already and need not be sent again.</param>
/// <param name="CarriedField">Those files as they travel, or null.</param>
/// <param name="BuiltIn">The title and length of the programme that comes with the product.</param>
/// <param name="Today">The local day.</param>
public sealed record LaunchSheet(
    LaunchForm Form, IReadOnlyList<LaunchProblem> Problems, ReadFiles? Files, string? CarriedField, string BuiltIn, LocalDate Today);
