using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Hosting.Running;

/// <summary>How the runtime's instance for a cohort stands.</summary>
public enum InstanceState
{
    /// <summary>There is none, or it ended, failed or was terminated.</summary>
    Missing,

    /// <summary>It runs, or is about to.</summary>
    Running,

    /// <summary>An operator suspended it.</summary>
    Suspended,
}

/// <summary>What the watchdog does about a cohort.</summary>
public enum WatchAct
{
    /// <summary>All is well, or an operator wants it so.</summary>
    Nothing,

    /// <summary>Nobody looks after it: start.</summary>
    Start,

    /// <summary>Somebody marked it, or it is late: wake it.</summary>
    Wake,

    /// <summary>It runs and does nothing, although it is late: end the instance, so that the next watch starts it anew.</summary>
    Replace,

    /// <summary>An operator suspended it and has not come back.</summary>
    Resume,
}

/// <summary>What the runtime says of a cohort's instance.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Silent">For how long, by the real clock, it has done nothing although it could.</param>
public sealed record InstanceView(InstanceState State, Duration Silent)
{
    /// <summary>There is no instance.</summary>
    public static InstanceView None { get; } = new(InstanceState.Missing, Duration.Zero);

    /// <summary>
    /// An instance that has been silent since a moment, on a host that has run for so long: before the host ran, nothing could
    /// be done, so that silence is none.
    /// </summary>
    public static InstanceView Of(InstanceState state, Duration sinceItsLastAct, Duration hostHasRunFor) =>
        new(state, Duration.Min(sinceItsLastAct, hostHasRunFor));
}

/// <summary>What the watchdog does about which cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Act">What.</param>
/// <param name="Mend">Whether something had gone wrong; a mark that somebody left is not that.</param>
public sealed record WatchDecision(CohortId Cohort, WatchAct Act, bool Mend);

/// <summary>
/// Decides what the watchdog does. Pure. It needs the directory, one look and one instance for each cohort: nothing that
/// grows with a cohort's age.
/// </summary>
public static class Watch
{
    /// <summary>How late a cohort may be before it is woken.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(5);

    /// <summary>How late a cohort may be before an instance that is silent as long is given up, or a suspended one resumed.</summary>
    public static readonly Duration Hopeless = Duration.FromHours(1);

    /// <summary>Whether nothing has to be asked about a cohort's instance: it has ended and nobody marked it since.</summary>
    public static bool IsOver(DirectoryEntry entry, Look? look) => look is { Ended: true } && look.Mark == entry.Mark;

    /// <summary>Decides for one cohort.</summary>
    /// <param name="entry">Its line in the directory.</param>
    /// <param name="look">How it stood when it was last looked after, or null when it never was.</param>
    /// <param name="instance">Its instance.</param>
    /// <param name="now">The present moment of the host's clock.</param>
    public static WatchDecision Decide(DirectoryEntry entry, Look? look, InstanceView instance, Instant now)
    {
        var marked = look?.Mark != entry.Mark;
        var late = look?.NextWake is { } wake ? now - wake : Duration.Zero;
        return instance.State switch
        {
            // Events would only pile up in it. Pausing a cohort is what the pages are for; a suspended instance is forgotten.
            InstanceState.Suspended when late > Hopeless && instance.Silent > Hopeless => new WatchDecision(entry.Id, WatchAct.Resume, true),
            InstanceState.Suspended => new WatchDecision(entry.Id, WatchAct.Nothing, false),
            InstanceState.Missing when IsOver(entry, look) => new WatchDecision(entry.Id, WatchAct.Nothing, false),
            // A cohort that was never looked after has just been launched, by a command that cannot reach the runtime.
            InstanceState.Missing => new WatchDecision(entry.Id, WatchAct.Start, Mend: look is { Ended: false }),
            _ when late > Hopeless && instance.Silent > Hopeless => new WatchDecision(entry.Id, WatchAct.Replace, true),
            _ when late > Grace => new WatchDecision(entry.Id, WatchAct.Wake, true),
            _ when marked => new WatchDecision(entry.Id, WatchAct.Wake, false),
            _ => new WatchDecision(entry.Id, WatchAct.Nothing, false),
        };
    }
}
