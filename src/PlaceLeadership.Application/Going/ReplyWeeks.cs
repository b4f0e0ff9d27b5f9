using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Going;

/// <summary>One week of a cohort that is over.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Asked">Whether anything asked for a reply in it.</param>
/// <param name="People">How many took part at its end.</param>
/// <param name="Replied">How many of them replied to anything in it.</param>
internal sealed record WeekOfReplies(LocalDate Monday, bool Asked, int People, int Replied)
{
    /// <summary>The weeks from one Monday to another, from the facts of that time.</summary>
    public static IReadOnlyList<WeekOfReplies> Of(
        LocalDate from, LocalDate until, IReadOnlyList<Participant> people, IReadOnlyList<Fact> facts, Timetable timetable)
    {
        var weeks = facts.ToLookup(fact => LocalDays.MondayOf(fact.On));
        return [.. Mondays(from, until).Select(monday => Of(monday, people, weeks[monday], timetable))];
    }

    private static WeekOfReplies Of(LocalDate monday, IReadOnlyList<Participant> people, IEnumerable<Fact> facts, Timetable timetable)
    {
        var sunday = monday.PlusDays(6);
        var here = people.Where(person => person.JoinedFrom <= sunday && !(person.LeftOn <= sunday)).Select(person => person.Id).ToHashSet();
        return new WeekOfReplies(
            monday, facts.Any(fact => fact.Kind == FactKinds.Prompted && fact.Step is { } step && timetable.FindStep(step)?.AsksForReply != false), here.Count,
            facts.Where(fact => fact.Kind is FactKinds.Answered or FactKinds.Kept or FactKinds.NotThisWeek)
                .Select(fact => fact.Participant).OfType<ParticipantId>().Distinct().Count(here.Contains));
    }

    private static IEnumerable<LocalDate> Mondays(LocalDate from, LocalDate until)
    {
        for (var monday = from; monday < until; monday = monday.PlusWeeks(1))
        {
            yield return monday;
        }
    }
}

/// <summary>What is told of the replies of some weeks. It never changes any more: only weeks that are over are told, each once.</summary>
/// <param name="Monday">The first day.</param>
/// <param name="Weeks">How many weeks.</param>
/// <param name="Asked">Whether anything asked for a reply in them.</param>
/// <param name="Number">Of how many people there were replies; of several weeks the mean share of the weeks in which anything was asked.</param>
public sealed record ReplyStretch(LocalDate Monday, int Weeks, bool Asked, PublicNumber Number)
{
    /// <summary>The weeks that are told together where there are too few people for each.</summary>
    public const int WeeksTogether = 4;

    /// <summary>The last day.</summary>
    public LocalDate Sunday => Monday.PlusWeeks(Weeks).PlusDays(-1);

    /// <summary>
    /// What is told of weeks, the first of which begins a stretch of <see cref="WeeksTogether"/>. Of a week with <see cref="PublicSizes.CountsFrom"/>
    /// people it is how many replied; where all four had fewer, and none fewer than <see cref="PublicSizes.SharesFrom"/>, it is the mean share of the
    /// four, once they are over; of others nothing. Only sizes decide which.
    /// </summary>
    internal static IReadOnlyList<ReplyStretch> Of(IReadOnlyList<WeekOfReplies> weeks) => [.. weeks.Chunk(WeeksTogether).SelectMany(Of)];

    private static IEnumerable<ReplyStretch> Of(WeekOfReplies[] four)
    {
        if (four.Length == WeeksTogether && four.All(week => PublicSizes.Of(week.People) == ToldAs.Share))
        {
            var asked = four.Where(week => week.Asked).ToList();
            return [new ReplyStretch(
                four[0].Monday, WeeksTogether, asked.Count > 0, PublicSizes.TellShare(asked.Sum(week => week.Replied), asked.Sum(week => week.People)))];
        }

        var waits = four.Length < WeeksTogether;
        return four.Where(week => !waits || PublicSizes.Of(week.People) != ToldAs.Share).Select(week => new ReplyStretch(
            week.Monday, 1, week.Asked, PublicSizes.Of(week.People) == ToldAs.Count ? PublicSizes.TellCount(week.Replied, week.People) : PublicNumber.Withheld));
    }

    /// <summary>
    /// Since when, and for how many weeks in which anything was asked, nobody or next to nobody has replied, as far as that is told; null where somebody has,
    /// or only one week says so.
    /// </summary>
    internal static (LocalDate Since, int Weeks)? Quiet(IReadOnlyList<ReplyStretch> stretches)
    {
        var quiet = stretches.Reverse().Where(stretch => stretch.Asked).TakeWhile(stretch => stretch.Number.IsLowest).ToList();
        return quiet.Sum(stretch => stretch.Weeks) is > 1 and var weeks ? (quiet[^1].Monday, weeks) : null;
    }
}
