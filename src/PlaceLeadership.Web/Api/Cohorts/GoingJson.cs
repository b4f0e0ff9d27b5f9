using PlaceLeadership.Application.Going;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.Groups;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>How a cohort is going: arrangements, not people. Nobody can work out from it who replied.</summary>
/// <param name="Today">Its local day.</param>
/// <param name="People">How many take part.</param>
/// <param name="Summary">How it is going, in a sentence.</param>
/// <param name="Replies">What is told of replies, the first week first.</param>
/// <param name="RepliesNote">What stands behind those numbers.</param>
/// <param name="Totals">What else is counted.</param>
/// <param name="Acts">What needs a kind act, the oldest first.</param>
/// <param name="Weeks">What is asked in each week, as planned now.</param>
internal sealed record GoingJson(
    DateOnly Today, int People, string Summary, IReadOnlyList<RepliesJson> Replies, string RepliesNote, IReadOnlyList<TotalJson> Totals,
    IReadOnlyList<ActNeededJson> Acts, IReadOnlyList<WeekAskedJson> Weeks)
{
    public static GoingJson Of(CohortGoing going, LinkTokens tokens) => new(
        going.Today.ToDateOnly(), going.People, going.Summary,
        [
            .. going.Replies.Select(stretch => new RepliesJson(
                stretch.Monday.ToDateOnly(), stretch.Weeks, GoingWords.Of(stretch), stretch.Asked ? stretch.Number.Count : null, stretch.Asked ? stretch.Number.Percent : null)),
        ],
        going.RepliesNote,
        [.. going.Totals.Select(total => new TotalJson(total.What, total.HowMany))],
        [
            .. going.Acts.Select(act => new ActNeededJson(
                act.Sentence, act.Since.ToDateOnly(), act.Days, WordOf(act.Where), act.Person is { } person ? tokens.ReferToPerson(person) : null)),
        ],
        [
            .. going.Weeks.Select(week => new WeekAskedJson(
                week.Number, week.Monday.ToDateOnly(), week.IsNow,
                [.. week.Steps.Select(step => new StepAskedJson(step.Title, step.Kind, step.Minutes, step.IsMeeting, step.AsksForReply))])),
        ]);

    private static string WordOf(ActPlace where) => where switch
    {
        ActPlace.Groups => "groups",
        ActPlace.Person => "person",
        ActPlace.Messages => "messages",
        ActPlace.Week => "week",
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "The API has no word for this place."),
    };
}

/// <summary>What is told of the replies of some weeks that are over.</summary>
/// <param name="Monday">The first day.</param>
/// <param name="Weeks">How many weeks: one, or four together where there are too few people for each.</param>
/// <param name="Words">It in words; where too few people take part, that it is not told.</param>
/// <param name="Count">How many people replied; at an end, as the words say, the number where that begins. Null where no number is told.</param>
/// <param name="Percent">The mean share of people who replied in a week, to 5 points; at an end likewise. Null where no share is told.</param>
internal sealed record RepliesJson(DateOnly Monday, int Weeks, string Words, int? Count, int? Percent);

/// <summary>Something of the whole cohort that is counted.</summary>
/// <param name="What">What.</param>
/// <param name="HowMany">How many, in words.</param>
internal sealed record TotalJson(string What, string HowMany);

/// <summary>Something that needs a kind act.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Since">Since which day.</param>
/// <param name="Days">For how many days.</param>
/// <param name="Where">Where it is done: groups, person, messages (those to decide about), or week (the letters of this week).</param>
/// <param name="Person">What stands for whom it is about, where mail to somebody fails; null else.</param>
internal sealed record ActNeededJson(string Sentence, DateOnly Since, int Days, string Where, string? Person);

/// <summary>A week of the programme.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="IsNow">Whether today is in it.</param>
/// <param name="Steps">What is asked in it.</param>
internal sealed record WeekAskedJson(int Number, DateOnly Monday, bool IsNow, IReadOnlyList<StepAskedJson> Steps);

/// <summary>Something that a programme asks.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">The kind of step.</param>
/// <param name="Minutes">How many minutes it takes.</param>
/// <param name="IsMeeting">Whether people meet.</param>
/// <param name="AsksForReply">Whether it asks for a reply.</param>
internal sealed record StepAskedJson(string Title, string Kind, int Minutes, bool IsMeeting, bool AsksForReply);
