using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Cli.Demo;

/// <summary>A message that arrived.</summary>
/// <param name="Id">Our id; its participant is the one of the plan.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Brings">The steps that it brings, in the order in which it says them.</param>
internal sealed record Letter(LetterId Id, string Subject, string Text, IReadOnlyList<StepId> Brings);

/// <summary>How things stand when everything that is due has happened.</summary>
/// <param name="Arrived">What arrived since the last time, by id.</param>
/// <param name="NextWake">When something is due again by itself, or null.</param>
/// <param name="Ended">Whether the cohort has ended and nothing waits any more.</param>
internal sealed record Scene(IReadOnlyList<Letter> Arrived, Instant? NextWake, bool Ended);

/// <summary>
/// Where a demonstration plays: in this process, or on a host that runs somewhere else. People are named by the ids of the
/// plan on either, so the same seed gives the same facts.
/// </summary>
internal interface IStage : IAsyncDisposable
{
    /// <summary>The moment its clock shows.</summary>
    Instant Now { get; }

    /// <summary>Where the messages lie.</summary>
    string MailFolder { get; }

    /// <summary>Moves the clock on; it never goes back.</summary>
    Task GoToAsync(Instant moment, CancellationToken cancellation);

    /// <summary>Launches the cohort of this plan.</summary>
    /// <exception cref="CommandLine.Refusal">It cannot be launched.</exception>
    Task LaunchAsync(LaunchPlan plan, Programme programme, string programmeText, CancellationToken cancellation);

    /// <summary>Lets everything happen that is due by now.</summary>
    Task<Scene> SettleAsync(CancellationToken cancellation);

    /// <summary>Somebody follows a link to answer and replies.</summary>
    /// <param name="token">The token of the link.</param>
    /// <param name="step">What it asks about.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when the reply came too late.</returns>
    Task<bool> ReplyAsync(string token, Step step, SimulatedReply reply, CancellationToken cancellation);

    /// <summary>Somebody pauses until a day.</summary>
    Task PausePersonAsync(ParticipantId participant, LocalDate until, CancellationToken cancellation);

    /// <summary>Somebody leaves.</summary>
    Task LeaveAsync(ParticipantId participant, CancellationToken cancellation);

    /// <summary>A manager changes somebody's address.</summary>
    Task ChangeAddressAsync(ParticipantId participant, string address, CancellationToken cancellation);

    /// <summary>A manager pauses an organisation, or the whole cohort where none is named.</summary>
    Task PauseAsync(string? organisation, LocalDate until, CancellationToken cancellation);

    /// <summary>Writes the facts, with the pseudonyms of the plan.</summary>
    /// <returns>How many there are.</returns>
    Task<int> WriteFactsAsync(string path, CancellationToken cancellation);

    /// <summary>How people were brought together.</summary>
    Task<TogetherCounts> TogetherAsync(CancellationToken cancellation);

    /// <summary>How many messages are in doubt.</summary>
    Task<int> InDoubtAsync(CancellationToken cancellation);
}
