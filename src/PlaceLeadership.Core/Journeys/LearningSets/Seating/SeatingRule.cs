namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// A rule that every set keeps, whatever diversity it costs. The order is that in which a manager would give them up, the
/// lightest first.
/// </summary>
public enum SeatingRule
{
    /// <summary>Enough sectors in each set.</summary>
    Sectors,

    /// <summary>People of one organisation are spread over the sets.</summary>
    Organisations,

    /// <summary>Nobody is the only member of the community sector in a set.</summary>
    Community,

    /// <summary>The members of a set share some working hours on one day.</summary>
    CommonTime,

    /// <summary>People who can only meet online do not share a set with people who can only meet in person.</summary>
    Access,

    /// <summary>Nobody gets a set back that they declined.</summary>
    Declined,

    /// <summary>Nobody sits with their line manager or the manager's manager.</summary>
    LineManagement,

    /// <summary>People who must be apart.</summary>
    Apart,
}
