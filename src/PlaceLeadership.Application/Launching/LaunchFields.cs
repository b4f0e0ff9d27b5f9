namespace PlaceLeadership.Application.Launching;

/// <summary>The words for what a manager gives to launch a cohort, as forms and problems name it.</summary>
public static class LaunchFields
{
    /// <summary>The programme file.</summary>
    public const string Programme = "programme";

    /// <summary>The roster file.</summary>
    public const string Roster = "roster";

    /// <summary>What is confirmed about the roster.</summary>
    public const string Confirm = "confirm";

    /// <summary>The name of the place.</summary>
    public const string Place = "place";

    /// <summary>The first day.</summary>
    public const string Start = "start";

    /// <summary>The id of the cohort.</summary>
    public const string CohortId = "id";

    /// <summary>Whose bank holidays are kept.</summary>
    public const string Division = "division";

    /// <summary>The name of the sender.</summary>
    public const string Sender = "sender";

    /// <summary>The address of the sender.</summary>
    public const string SenderEmail = "sender-email";

    /// <summary>How else to reach the sender.</summary>
    public const string Contact = "contact";
}
