using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Managing.Accounts;

/// <summary>The words of the pages about accounts.</summary>
internal static class AccountWords
{
    public const string You = "Your account";
    public const string WhatYouMay = "What you may do here";
    public const string Nothing = "Nothing yet: nobody has granted you anything. Ask an administrator of this server, who finds you by the name above.";
    public const string GroupsUntold = "If your access comes from a group of your organisation, ask for a role instead: your sign-in service may not list groups.";
    public const string SignIns = "Where you are signed in";
    public const string SignInsKey = "Where somebody is signed in with the manager key";
    public const string SignInHere = "this device";
    public const string SignInOther = "another device or browser";
    public const string EndOther = "Sign out there";
    public const string CodeHeading = "Becoming the first administrator";
    public const string CodeIntro = "Whoever runs this server can make a code with 'placelead administrator'. It works once, within an hour.";
    public const string CodeLabel = "Code";
    public const string CodeButton = "Become an administrator";

    public const string Access = "Who may do what";
    public const string AccessIntro = "Everybody who has signed in is listed here. Whoever is granted nothing sees nothing. What you take away is gone at the next click.";
    public const string WithRoles = "Roles that your sign-in service gives are not listed: they are taken away there.";
    public const string Nobody = "Nobody has signed in with a work account yet.";
    public const string NoGrants = "Nothing is granted here.";
    public const string TakeAway = "Take away";
    public const string GrantHeading = "Grant something";
    public const string GrantButton = "Grant";
    public const string Whom = "Whom";
    public const string Role = "As what";
    public const string Scope = "For what";
    public const string Choose = "Choose one";
    public const string Everything = "Everything";
    public const string Remove = "Remove the account";
    public const string End = "Sign them out everywhere";
    public const string RemoveIntro = "Signs them out and ends all that it may do. If the person signs in again, they begin anew with nothing.";
    public const string History = "Who did what at the desk";
    public const string HistoryIntro = "Who signed in, was refused, granted, read, and asked for which change, for 400 days. Whether a change was made stands in the history of its cohort.";
    public const string NothingDone = "Nothing was done in this week.";
    public const string EarlierWeek = "The week before";
    public const string LaterWeek = "The week after";

    public const string ChooseAll = "Choose a person, a role and what it is for.";
    public const string NotYours = "You may not grant that: it is for more than you may grant in yourself.";
    public const string LastAdministrator = "That would leave nobody who may grant for everything. Make somebody else an administrator first.";
    public const string NoAccount = "That account is not there any more.";
    public const string NotGrantedYet = "Thank you. Nothing was granted yet: look once more at what you chose, and press the button.";
    public const string NoCohort = "There is no such cohort to grant. A place can be granted before it has one.";

    public static string Notice(string? done) => done switch
    {
        "granted" => "Granted. It holds from the next click of whoever it is for.",
        "taken" => "Taken away. It is gone at their next click.",
        "ended" => "Signed out everywhere. They can sign in again, with what they are granted.",
        "removed" => "The account was removed.",
        _ => "",
    };

    public static string RoleMeans(Role role) => role switch
    {
        Core.Accounts.Role.Administrator => "administrator: says who may do what, and reads who did what",
        Core.Accounts.Role.Manager => "manager: launches, reads and runs cohorts",
        Core.Accounts.Role.Facilitator => "facilitator: reads who is in which pair and set",
        _ => "evaluator: reads what a cohort is asked, and no names",
    };
}
