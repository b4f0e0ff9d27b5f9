using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Launching;

/// <summary>Works out what a launch would come to for whoever asks, by a page or by a program; it stores nothing.</summary>
public sealed class LaunchChecking(CohortParts parts, StepKinds kinds, TimeProvider clock)
{
    // Whatever the limits of a file let through, nobody occupies the server with it for longer.
    private static readonly TimeSpan ReadingMax = TimeSpan.FromSeconds(20);

    /// <summary>The local day of a launch.</summary>
    public LocalDate Today => clock.Now().InZone(LaunchOrder.Zone).Date;

    /// <summary>Reads a roster, for so long as is sensible.</summary>
    public RosterReading ReadRoster(ReadOnlyMemory<byte> file, string name, Confirmations confirmed, CancellationToken cancellation)
    {
        using var timeOut = new CancellationTokenSource(ReadingMax, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, cancellation);
        try
        {
            return RosterReader.Read(file, name, confirmed, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RosterReading([], [new RosterProblem(0, "", "The file takes too long to read.", "Copy the roster alone into a new file, without other sheets.")], []);
        }
    }

    /// <summary>The launch, or all that is wrong with it.</summary>
    /// <param name="order">What is said about the cohort.</param>
    /// <param name="programme">The programme; null for the one that comes with the product.</param>
    /// <param name="rosterName">The name of the roster file, for its problems.</param>
    /// <param name="roster">The roster as read.</param>
    /// <param name="newId">Gives a new pseudonym for each person.</param>
    public LaunchDraft Draft(LaunchOrder order, ProgrammeText? programme, string rosterName, RosterReading roster, Func<ParticipantId> newId) =>
        LaunchDraft.Of(order, programme ?? ProgrammeText.BuiltIn, kinds, rosterName, roster, Today, newId);

    /// <summary>That somebody may not launch it: what they may launch is for a place, and a cohort of that id may be there already, in a place that is not theirs.</summary>
    public static IReadOnlyList<LaunchProblem> NotTheirs(Access access, LaunchDraft draft) =>
        draft.Plan is { Cohort: var cohort } && !access.May(Right.Launch, new Whereabouts(null, cohort.Place))
            ? [
                LaunchProblem.Of(
                    LaunchFields.Place, "You may not launch a cohort in this place.", "Write the place as it stands under 'Your account', or ask an administrator."),
            ] : [];

    /// <summary>That there is a cohort of its id already.</summary>
    public async Task<IReadOnlyList<LaunchProblem>> TakenAsync(LaunchDraft draft, CancellationToken cancellation) =>
        draft.Plan is not { Cohort.Id: var id } || (await parts.OfAsync(id, cancellation).ConfigureAwait(false)).Count == 0
            ? [] : [LaunchProblem.Of(LaunchFields.CohortId, $"A cohort '{id}' already exists.", "Give another id.")];
}
