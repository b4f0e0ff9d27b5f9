using NodaTime;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What the page of a cohort shows.</summary>
/// <param name="Summary">Its numbers.</param>
/// <param name="Programme">The title of its programme.</param>
/// <param name="EndsOn">The day after which it ends by itself.</param>
/// <param name="Today">The local day.</param>
/// <param name="Days">What goes out in the next days, by day.</param>
/// <param name="People">Everybody, by organisation and name.</param>
/// <param name="InDoubt">Messages in doubt, and those held because the provider refused them.</param>
/// <param name="Notice">What was just done, or null.</param>
/// <param name="Pause">The pause that was asked for and has to be mended, or null.</param>
public sealed record CohortSheet(
    CohortSummary Summary, string Programme, LocalDate EndsOn, LocalDate Today, IReadOnlyList<DayAhead> Days,
    IReadOnlyList<PersonLine> People, IReadOnlyList<DoubtfulLine> InDoubt, string? Notice, PauseWish? Pause)
{
    internal Cohort Cohort => Summary.Cohort;

    /// <summary>What fails for this cohort, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The meetings of learning sets that stand although the cohort is paused.</summary>
    public IReadOnlyList<(int Set, LocalDateTime At)> Meetings { get; init; } = [];

    /// <summary>What people did lately, the last first.</summary>
    public IReadOnlyList<HistoryLine> Lately { get; init; } = [];

    internal IReadOnlyList<DoubtfulLine> OnlyInDoubt => [.. InDoubt.Where(line => line.Held is null)];

    internal IReadOnlyList<DoubtfulLine> Held => [.. InDoubt.Where(line => line.Held is not null)];
}

/// <summary>What goes out on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Messages">Messages that will be sent.</param>
/// <param name="Reminders">Reminders that will be sent to whoever has not replied.</param>
public sealed record DayAhead(LocalDate On, int Messages, int Reminders);

/// <summary>One person of a cohort.</summary>
/// <param name="Name">The name, or that there is none any more.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="State">How the person stands, in words.</param>
public sealed record PersonLine(string Name, string Organisation, string State);

/// <summary>One message in doubt.</summary>
/// <param name="Message">Which: what <see cref="LinkTokens.Refer"/> gives for it.</param>
/// <param name="Kind">The prompt or one of its reminders.</param>
/// <param name="Name">To whom.</param>
/// <param name="Title">About what.</param>
/// <param name="On">The day on which it was due.</param>
/// <param name="Held">Why the provider refused it, or null when nobody knows what became of it.</param>
public sealed record DoubtfulLine(string Message, MessageKind Kind, string Name, string Title, LocalDate On, string? Held);

/// <summary>A pause as it was asked for.</summary>
/// <param name="Length">The choice.</param>
/// <param name="Day">The day as typed.</param>
/// <param name="Problem">What has to be mended.</param>
public sealed record PauseWish(string Length, string Day, string? Problem);
