using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.Linking;
using PlaceLeadership.Application.MovingOn;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application;

/// <summary>Registers use cases and the desks below them, the same way in every host.</summary>
public static class PlaceLeadershipServices
{
    /// <summary>
    /// Adds the desks, the programme library, links and vault as singletons. The host registers
    /// <see cref="ITables"/>, <see cref="KeyRing"/> and <see cref="TimeProvider"/>, and <see cref="Raise"/> if it
    /// has a direct way to whoever tends.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="kinds">The kinds of step, or null for those that come with the product.</param>
    public static IServiceCollection AddPlaceLeadership(this IServiceCollection services, StepKinds? kinds = null) => services
        .AddJourneys(kinds ?? BuiltIn.Kinds)
        .AddReading()
        .AddSingleton<ProgrammeLibrary>()
        .AddSingleton<CohortReader>()
        .AddSingleton<UnitOfWork>()
        .AddSingleton<History>()
        .AddSingleton<AccountStore>()
        .AddSingleton<SessionStore>()
        .AddSingleton<AccessLog>()
        .AddSingleton<AccessHistory>()
        .AddSingleton<GrantDesk>()
        .AddSingleton<PseudonymDesk>()
        .AddSingleton<CohortDirectory>()
        .AddSingleton<TroubleDesk>()
        .AddSingleton<CohortParts>()
        .AddSingleton(services => new CohortWaker(services.GetRequiredService<CohortDirectory>(), services.GetService<Raise>(), services.GetService<NotWoken>()))
        .AddSingleton<PauseDesk>()
        .AddSingleton<LetterDesk>()
        .AddSingleton<HourDesk>()
        .AddSingleton<RosterDesk>()
        .AddSingleton<LaunchStore>()
        .AddSingleton<EndDesk>()
        .AddSingleton(services => new DeletionDesk(
            services.GetRequiredService<CohortReader>(), services.GetRequiredService<EndDesk>(), services.GetRequiredService<ReflectionVault>(),
            services.GetRequiredService<CohortDirectory>(), services.GetService<ForgetMails>()))
        .AddSingleton<LaunchDesk>()
        .AddSingleton<PersonReading>()
        .AddSingleton<PersonDesk>()
        .AddSingleton<LaunchKeys>()
        .AddSingleton<LaunchChecking>()
        .AddSingleton<AmendmentDesk>()
        .AddSingleton<WholeLetterDesk>()
        .AddSingleton<VersionDesk>()
        .AddSingleton<SettlementDesk>()
        .AddSingleton<LinkTokens>()
        .AddSingleton(services => new ReflectionVault(services.GetRequiredService<ITables>(), services.GetRequiredService<KeyRing>))
        .AddSingleton<KeyCheck>()
        .AddSingleton<JourneyLetters>()
        .AddSingleton<ReplyDesk>()
        .AddSingleton<Convener>()
        .AddSingleton<ApartDesk>()
        .AddSingleton<GroupsReading>()
        .AddSingleton<MeetingDesk>()
        .AddSingleton<CohortPausing>()
        .AddSingleton<CohortEnding>()
        .AddSingleton<CohortDeletion>()
        .AddSingleton<SlotDesk>()
        .AddSingleton<LinkDesk>()
        .AddSingleton<Tender>();

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<CohortFinding>()
        .AddSingleton<CohortVersions>()
        .AddSingleton<EvidenceReading>()
        .AddSingleton<CohortOverview>()
        .AddSingleton<CohortDetailsReading>()
        .AddSingleton<GoingReading>()
        .AddSingleton<LookingAhead>();

    private static IServiceCollection AddJourneys(this IServiceCollection services, StepKinds kinds)
    {
        services.AddSingleton(kinds);
        foreach (var own in kinds.All.OfType<Journey>().SelectMany(journey => journey.Services).Distinct())
        {
            services.AddSingleton(own);
            if (own.IsSubclassOf(typeof(MailReplies)))
            {
                services.AddSingleton(typeof(MailReplies), provided => provided.GetRequiredService(own));
            }
        }

        return services;
    }
}
