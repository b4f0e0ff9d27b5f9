using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>A pause of the whole cohort.</summary>
/// <param name="Until">The first day on which messages go out again; null for until somebody takes it up again.</param>
internal sealed record PauseJson(DateOnly? Until);

/// <summary>That a cohort is paused.</summary>
/// <param name="StandingMeetings">Meetings of learning sets that fall into the pause and stand, until they are moved or called off.</param>
internal sealed record PausedJson(IReadOnlyList<StandingMeetingJson> StandingMeetings);

/// <summary>That a cohort has ended.</summary>
/// <param name="On">The day.</param>
/// <param name="HadEnded">Whether it had ended before.</param>
internal sealed record EndedJson(DateOnly On, bool HadEnded);

/// <summary>What safeguards rest on and the deletion took away.</summary>
/// <param name="ApartWishes">Wishes to keep two people apart.</param>
/// <param name="CoachingRounds">Coaching rounds, with who met whom.</param>
internal sealed record DeletedJson(int ApartWishes, int CoachingRounds)
{
    public static DeletedJson Of(LostWithCohort lost) => new(lost.ApartWishes, lost.CoachingRounds);
}

/// <summary>What became of a message.</summary>
/// <param name="Message">What stands for it among those to decide.</param>
/// <param name="Became">arrived, or not-arrived: then it is planned again.</param>
internal sealed record SettleJson(string Message, string Became);

/// <summary>That a message is settled.</summary>
/// <param name="WasSettled">Whether it had been settled before; then nothing was changed.</param>
internal sealed record SettledJson(bool WasSettled);

/// <summary>A letter.</summary>
/// <param name="Letter">What stands for it in its week.</param>
internal sealed record LetterReferenceJson(string Letter);

/// <summary>A letter that is to come on another day.</summary>
/// <param name="Letter">What stands for it in its week.</param>
/// <param name="To">The day.</param>
internal sealed record MoveLetterJson(string Letter, DateOnly To);

/// <summary>What became of a letter.</summary>
/// <param name="Changed">What was changed of it.</param>
/// <param name="Stays">What stays, as it brings people together and others wait for it.</param>
internal sealed record AmendedJson(IReadOnlyList<ChangedStepJson> Changed, IReadOnlyList<StepJson> Stays)
{
    public static AmendedJson Of(WholeLetterOutcome outcome) => new(
        [.. outcome.Changed.Select(item => new ChangedStepJson(item.Step.Id.Value, item.Step.Title.In("en"), item.On?.ToDateOnly()))], [.. outcome.Stays.Select(StepJson.Of)]);
}

/// <summary>A step that was changed for somebody.</summary>
/// <param name="Step">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="On">The day on which it comes now; null where it does not.</param>
internal sealed record ChangedStepJson(string Step, string Title, DateOnly? On);

/// <summary>A step.</summary>
/// <param name="Step">Its id.</param>
/// <param name="Title">What it is called.</param>
internal sealed record StepJson(string Step, string Title)
{
    public static StepJson Of(Step step) => new(step.Id.Value, step.Title.In("en"));
}
