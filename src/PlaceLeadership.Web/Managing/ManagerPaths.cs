using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing;

/// <summary>The addresses of the manager's pages. Ids stand in them, and never a name.</summary>
internal static class ManagerPaths
{
    public const string Home = "/manage";

    // Longer than any address of a page here.
    private const int LocalCharactersMax = 2_000;

    // What leads elsewhere once a browser, or a proxy, has read it.
    private static readonly string[] NotOfThePath = ["//", "/./", "/../", "/..", "%2e", "%2f", "%5c"];

    public const string Launch = "/manage/launch";

    public const string EmptyRoster = "/manage/launch/roster.csv";

    public const string SignOut = "/manage/sign-out";

    public const string SignIn = "/manage/sign-in";

    public const string SignInAgain = "/manage/sign-in/again";

    public const string SignInAtProvider = "/manage/sign-in/provider";

    public const string SignedIn = "/manage/signed-in";

    public const string BackChannelLogout = "/manage/back-channel-logout";

    public const string You = "/manage/you";

    public const string UseCode = "/manage/you/code";

    public const string Access = "/manage/access";

    public const string AccessHistory = "/manage/access/history";

    /// <summary>Where somebody proves again who they are, and then comes back to the page from which they sent something.</summary>
    /// <param name="context">The request.</param>
    /// <param name="chosen">What they chose there, as the query of its address.</param>
    public static string ProveAgain(HttpContext context, QueryString chosen) =>
        $"{context.Request.PathBase.ToUriComponent()}{SignInAgain}?to={Uri.EscapeDataString(context.Request.Path.ToUriComponent() + chosen.ToUriComponent())}";

    public static string SignInOf(HttpContext context) => context.Request.PathBase.ToUriComponent() + SignIn;

    /// <summary>Where somebody signs in, and then comes to the page that was asked for.</summary>
    public static string SignInFor(HttpContext context)
    {
        var asked = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        return Local(asked) == Home ? SignInOf(context) : $"{SignInOf(context)}?to={Uri.EscapeDataString(asked)}";
    }

    /// <summary>An address that a request names, if it is of a page of the desk; else the first page.</summary>
    public static string Local(string path) => path.Length <= LocalCharactersMax && (path.StartsWith(Home + "/", StringComparison.Ordinal) || path.StartsWith(Home + "?", StringComparison.Ordinal))
        && path.All(letter => letter is > ' ' and < '\x7f' and not '\\') && !NotOfThePath.Any(other => path.Contains(other, StringComparison.OrdinalIgnoreCase)) ? path : Home;

    public static string Cohort(CohortId id) => $"/manage/cohorts/{id}";

    public static string Cohort(CohortId id, string act) => $"/manage/cohorts/{id}/{act}";

    public static string Facilitator(CohortId id, int set) => Cohort(id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"groups/facilitator/{set}"));

    public static string Person(CohortId id, string who) => Cohort(id, $"people/{who}");

    public static string Done(CohortId id, string notice) => $"{Cohort(id)}?done={notice}";

    public static string History(CohortId id, LocalDate day) =>
        Cohort(id, "history/" + LocalDatePattern.Iso.Format(LocalDays.MondayOf(day)));

    public static string Week(CohortId id, LocalDate day) =>
        Cohort(id, "week/" + LocalDatePattern.Iso.Format(LocalDays.MondayOf(day)));
}
