namespace PlaceLeadership.Mail.SendGrid;

/// <summary>A request failed before its body began to leave, so nobody can have accepted the message in it.</summary>
internal sealed class NothingSentException(Exception cause) : Exception("Nothing was sent.", cause);
