using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>What each right lets somebody do, after 'the right to'.</summary>
internal static class RightWords
{
    /// <summary>What takes no right but a form of this very sign-in.</summary>
    public const string SendAForm = "send a form of this sign-in";

    public static string Of(Right right) => right switch
    {
        Right.BeSignedIn => "be signed in",
        Right.SeeCohort => "see that there is a cohort",
        Right.ReadEvidence => "read what a cohort is asked, without names",
        Right.ReadGroups => "read who is in which pair and set",
        Right.ReadPeople => "read who is in a cohort and what they are sent",
        Right.RunCohort => "change a cohort",
        Right.Launch => "launch a cohort",
        Right.DeleteCohort => "delete a cohort",
        Right.ReadAccess => "read who may do what",
        _ => "grant",
    };
}
