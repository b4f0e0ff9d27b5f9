using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Mail;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>The product put together over a store and a mailer, as a process does at its start.</summary>
public sealed class World
{
    public World(ITables tables, IMailer mailer, SimulatedClock clock, KeyRing keys)
    {
        var programmes = new ProgrammeLibrary(tables, BuiltIn.Kinds);
        Reader = new CohortReader(tables, programmes);
        var work = new UnitOfWork(Reader, new CohortWaker(new CohortDirectory(tables)), clock);
        Tokens = new LinkTokens(keys);
        Apart = new ApartDesk(Reader, work);
        Sets = new SetDesk(Reader, work);
        Launches = new LaunchStore(Reader, programmes, new CohortDirectory(tables), clock);
        Roster = new RosterDesk(Reader, work, new CohortDirectory(tables), clock);
        Pauses = new PauseDesk(work, clock);
        Choices = new LetterDesk(work, clock);
        Amendments = new AmendmentDesk(work, clock);
        WholeLetters = new WholeLetterDesk(work, clock);
        Events = new SettlementDesk(Reader, work, clock);
        var vault = new ReflectionVault(tables, keys);
        var letters = new JourneyLetters(Reader, vault);
        Replies = new ReplyDesk(Reader, work, vault, letters, clock);
        var composer = new MessageComposer(new LinkMaker(Tokens, new Uri("https://place.example.org/")));
        Keeper = new Keeper(
            new Tender(Reader, work), new Convener(Reader, work, clock), new Courier(Reader, work, mailer, composer, letters, clock));
    }

    public CohortReader Reader { get; }

    public LinkTokens Tokens { get; }

    public LaunchStore Launches { get; }

    public RosterDesk Roster { get; }

    public PauseDesk Pauses { get; }

    public LetterDesk Choices { get; }

    public AmendmentDesk Amendments { get; }

    public WholeLetterDesk WholeLetters { get; }

    public SettlementDesk Events { get; }

    public ReplyDesk Replies { get; }

    public ApartDesk Apart { get; }

    public SetDesk Sets { get; }

    public Keeper Keeper { get; }
}
