namespace PlaceLeadership.Mail;

/// <summary>A calendar file of a message (RFC 5545).</summary>
/// <param name="Name">Its file name, such as <c>invite.ics</c>.</param>
/// <param name="Method">What it asks a calendar to do, such as <c>REQUEST</c> (RFC 5546).</param>
/// <param name="Text">Its text.</param>
public sealed record CalendarFile(string Name, string Method, string Text);
