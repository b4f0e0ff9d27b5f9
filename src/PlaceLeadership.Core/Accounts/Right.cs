using System.Collections.Frozen;

namespace PlaceLeadership.Core.Accounts;

/// <summary>What a page or an act needs.</summary>
public enum Right
{
    /// <summary>To have signed in; nothing of a cohort or of anybody else is behind it.</summary>
    BeSignedIn,

    /// <summary>To see that a cohort is there, and how it stands.</summary>
    SeeCohort,

    /// <summary>To read what a cohort is asked when, without a name.</summary>
    ReadEvidence,

    /// <summary>To read who is in which pair and set.</summary>
    ReadGroups,

    /// <summary>To read who is in a cohort, and what is sent to whom.</summary>
    ReadPeople,

    /// <summary>To change a cohort.</summary>
    RunCohort,

    /// <summary>To launch a cohort, for which the grant is for its place or for everywhere.</summary>
    Launch,

    /// <summary>To delete a cohort.</summary>
    DeleteCohort,

    /// <summary>To read who has which grant and who did what.</summary>
    ReadAccess,

    /// <summary>To grant, and to take away.</summary>
    Grant,
}

/// <summary>Which rights each role has. There is no other list.</summary>
public static class Rights
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> ByRole = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Evaluator] = [Right.BeSignedIn, Right.SeeCohort, Right.ReadEvidence],
        [Role.Facilitator] = [Right.BeSignedIn, Right.SeeCohort, Right.ReadGroups],
        [Role.Manager] =
        [
            Right.BeSignedIn, Right.SeeCohort, Right.ReadEvidence, Right.ReadGroups, Right.ReadPeople, Right.RunCohort, Right.Launch,
            Right.DeleteCohort,
        ],
        [Role.Administrator] = [Right.BeSignedIn, Right.ReadAccess, Right.Grant],
    }.ToFrozenDictionary();

    /// <summary>The word for a role, also where it is stored.</summary>
    public static string Word(this Role role) => role switch
    {
        Role.Evaluator => "evaluator",
        Role.Facilitator => "facilitator",
        Role.Manager => "manager",
        _ => "administrator",
    };

    /// <summary>Whether a role has a right, where its grant holds.</summary>
    public static bool Has(this Role role, Right right) => ByRole[role].Contains(right);
}
