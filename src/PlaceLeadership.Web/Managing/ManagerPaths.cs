using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing;

/// <summary>The addresses of the manager's pages. Ids stand in them, and never a name.</summary>
internal static class ManagerPaths
{
    public const string Home = "/manage";

    public const string Launch = "/manage/launch";

    public const string EmptyRoster = "/manage/launch/roster.csv";

    public const string SignOut = "/manage/sign-out";

    public static string SignIn(HttpContext context) => context.Request.PathBase.ToUriComponent() + "/manage/sign-in";

    public static string Cohort(CohortId id) => $"/manage/cohorts/{id}";

    public static string Cohort(CohortId id, string act) => $"/manage/cohorts/{id}/{act}";

    public static string Facilitator(CohortId id, int set) => Cohort(id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"groups/facilitator/{set}"));

    public static string Done(CohortId id, string notice) => $"{Cohort(id)}?done={notice}";

    public static string History(CohortId id, LocalDate day) =>
        Cohort(id, "history/" + LocalDatePattern.Iso.Format(LocalDays.MondayOf(day)));

    public static string Week(CohortId id, LocalDate day) =>
        Cohort(id, "week/" + LocalDatePattern.Iso.Format(LocalDays.MondayOf(day)));
}
