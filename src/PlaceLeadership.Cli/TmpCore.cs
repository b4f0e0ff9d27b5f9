using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Web;

internal static class TmpCore
{
    public static IServiceCollection AddPlaceLeadershipCore(this IServiceCollection services) => services
        .AddSingleton<ProgrammeLibrary>().AddSingleton<CohortDesk>().AddSingleton<ParticipantDesk>().AddSingleton<PauseDesk>()
        .AddSingleton<RosterDesk>().AddSingleton<AmendmentDesk>().AddSingleton<ReplyDesk>().AddSingleton<EventDesk>()
        .AddSingleton<VersionDesk>().AddSingleton<CohortDirectory>().AddSingleton<LinkTokens>().AddSingleton<ReflectionVault>().AddSingleton<Tender>();
}
