namespace PlaceLeadership.Core.Accounts;

/// <summary>What somebody is at the desk.</summary>
public enum Role
{
    /// <summary>Sees which cohorts there are and what they are asked when, and never a name.</summary>
    Evaluator,

    /// <summary>Sees who is in which pair and set.</summary>
    Facilitator,

    /// <summary>Launches, reads and runs cohorts.</summary>
    Manager,

    /// <summary>Says who may do what, and reads who did what; sees nothing of a cohort by that alone.</summary>
    Administrator,
}
