namespace PlaceLeadership.Mail;

/// <summary>Whom a message is from or to.</summary>
/// <param name="Name">As people are addressed; may be empty.</param>
/// <param name="Email">One address, nothing around it.</param>
public sealed record MailAddress(string Name, string Email);
