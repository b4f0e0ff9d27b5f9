namespace PlaceLeadership.Web.Api.Groups;

/// <summary>Two people.</summary>
/// <param name="One">What stands for one of them among the people of the groups.</param>
/// <param name="Other">What stands for the other.</param>
internal sealed record TwoPeopleJson(string One, string Other);

/// <summary>Who facilitates a set.</summary>
/// <param name="Name">As the members know them.</param>
internal sealed record NameFacilitatorJson(string Name);

/// <summary>Who facilitates a set from now on; earlier links stopped working if it is somebody new.</summary>
/// <param name="Set">The number of the set.</param>
/// <param name="Name">As the members know them.</param>
/// <param name="Link">Their private link. Send it to them alone.</param>
/// <param name="LastDay">The last day on which it works.</param>
internal sealed record FacilitatorJson(int Set, string Name, string Link, DateOnly LastDay);

/// <summary>A meeting of a set.</summary>
/// <param name="Set">The number of the set.</param>
/// <param name="Meeting">The id of its step.</param>
internal sealed record MeetingReferenceJson(int Set, string Meeting);

/// <summary>A meeting that is to take place at another time.</summary>
/// <param name="Set">The number of the set.</param>
/// <param name="Meeting">The id of its step.</param>
/// <param name="To">When, in the local time of the cohort, such as 2026-04-21T10:00.</param>
internal sealed record MoveMeetingJson(int Set, string Meeting, string To);

/// <summary>A meeting as it is now. Everybody in the set is told.</summary>
/// <param name="Set">The number of the set.</param>
/// <param name="Meeting">The id of its step.</param>
/// <param name="At">When it takes place, or would have, in the local time of the cohort.</param>
/// <param name="CalledOff">Whether it was called off.</param>
internal sealed record MeetingNowJson(int Set, string Meeting, string? At, bool CalledOff);
