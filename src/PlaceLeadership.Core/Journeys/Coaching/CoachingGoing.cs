using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>How coaching is going: of rounds, never of a pair.</summary>
internal static class CoachingGoing
{
    /// <summary>Days after its introduction from which a round whose pairs have not all met needs a kind act: a week after they were asked.</summary>
    public const int MetWithinDays = 21;

    /// <summary>The rounds, those that are over too.</summary>
    public static JourneyGoing Of(CoachingCase now, IReadOnlyList<OpenRound> past)
    {
        IReadOnlyList<Round> rounds = [.. past.Concat(now.Open).Select(round => new Round(now, round)).OrderBy(round => round.IntroducedOn)];
        return new JourneyGoing(
            [.. rounds.Where(round => round.Pairs.Count > 0 && round.Days >= MetWithinDays).Select(round => round.Total)],
            [.. rounds.Where(round => now.Open.Contains(round.Stored)).Select(round => round.Act).OfType<KindAct>()]);
    }

    private sealed class Round(CoachingCase now, OpenRound stored)
    {
        public OpenRound Stored => stored;

        public LocalDate IntroducedOn { get; } = now.Timetable.PlaceOf(stored.StepId) < 0 ? stored.FormedOn : now.Planned(stored.StepId);

        public int Days => Period.DaysBetween(IntroducedOn, now.Today);

        public IReadOnlyList<RoundGroup> Pairs { get; } = [.. stored.Pairs];

        private int People => Pairs.Sum(pair => pair.Members.Count);

        private string Title => $"“{now.Timetable.FindStep(stored.StepId)?.Title.In("en") ?? stored.StepId.Value}”";

        public GoingTotal Total =>
            new($"Coaching pairs of {Title} that have met, as somebody in them says", stored.PairsThatMet.InWords);

        public KindAct? Act
        {
            get
            {
                if (Pairs.Count == 0 || Days < MetWithinDays || now.Timetable.PlaceOf(stored.StepId) < 0
                    || now.Today >= now.Planned(stored.StepId, CoachingMessages.End))
                {
                    return null;
                }

                // Of so few the day alone says it, whatever they answered.
                var told = PublicSizes.Of(People);
                var waiting = Pairs.Count(Waits);
                return told == ToldAs.Nothing ? Say($"The coaching pairs of {Title} were introduced {Days} days ago. Ask whether they have met.")
                    : waiting == 0 ? null
                    : Say($"{(told == ToldAs.Count ? InWords(PublicSizes.TellCount(waiting, Pairs.Count)) : "A coaching pair")} of {Title} {(told == ToldAs.Count ? "have" : "has")} not met for {Days} days, as far as anybody has said.");
            }
        }

        // The age is that of the round: one of its own would say which pair it is.
        private KindAct Say(FormattableString sentence) => new(sentence.ToString(CultureInfo.InvariantCulture), IntroducedOn.PlusDays(MetWithinDays));

        private static string InWords(PublicNumber number) =>
            number.IsLowest ? "One or two coaching pairs" : number.IsHighest ? "All or nearly all coaching pairs" : string.Create(CultureInfo.InvariantCulture, $"{number.Count} coaching pairs");

        // Who is paused or new to each other is given the time.
        private bool Waits(RoundGroup pair) => !stored.HasMet(pair) && now.Today >= LocalDate.Max(pair.Since, IntroducedOn).PlusDays(MetWithinDays)
            && pair.Members.All(member => now.People.Any(person => person.Id == member && now.IsHere(person)));
    }
}
