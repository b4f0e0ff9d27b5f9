using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Cli.Overview;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Web.Inbox;

namespace PlaceLeadership.Cli.Serving;

/// <summary>The pages for the person at this computer: cohorts and the local inbox.</summary>
internal static class LocalSite
{
    private const int LettersMax = 500;

    public static void Map(IEndpointRouteBuilder app, DataFolder folder)
    {
        var inbox = new PickupInbox(folder.Mail);

        // Another site's script may reach this computer under a name of its own.
        string[] here = ["localhost", "127.0.0.1"];
        app.MapLocalHome(async cancellation =>
        {
            var lines = await app.ServiceProvider.GetRequiredService<CohortOverview>().ReadAsync(null, cancellation).ConfigureAwait(false);
            return
            [
                .. lines.Select(line => new LocalCohort(
                    line.Id, line.Place, CohortText.State(line), line.Standing?.Summary.People ?? 0, CohortText.NextMessage(line))),
            ];
        }).RequireHost(here);
        app.MapLocalInbox(
            _ => [.. inbox.List(LettersMax).Select(letter => new InboxItem(letter.Name, letter.To.Email, letter.Subject, letter.Date)
            {
                HasCalendar = letter.Calendar is not null,
            })],
            id => inbox.Find(id) is { } letter
                ? new InboxLetter(
                    letter.Name, letter.To.Email, letter.From.Email, letter.Subject, letter.Date, letter.Text, letter.Html)
                {
                    Calendar = letter.Calendar?.Text,
                }
                : null,
            DateTimeZoneProviders.Tzdb["Europe/London"]).RequireHost(here);
    }
}
