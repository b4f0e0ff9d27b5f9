using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.Groups;

namespace PlaceLeadership.Web.Api.Groups;

/// <summary>Who is together with whom. Who asked for somebody else is nowhere in it.</summary>
/// <param name="Rounds">The coaching rounds, in the order in which they were formed.</param>
/// <param name="ToCome">What is not formed yet, each as a sentence.</param>
/// <param name="Promise">How many more rounds without a repeat are certain; null when none is to come.</param>
/// <param name="Sets">The learning sets; null until they are formed.</param>
/// <param name="Apart">People who are kept apart; null for whoever may not change the cohort.</param>
/// <param name="People">Everybody who takes part, with what stands for them; null for whoever may not change the cohort.</param>
internal sealed record GroupsJson(
    IReadOnlyList<RoundJson> Rounds, IReadOnlyList<string> ToCome, string? Promise, SetsJson? Sets, IReadOnlyList<TwoJson>? Apart, IReadOnlyList<MemberJson>? People)
{
    public static GroupsJson Of(CohortGroups groups, LinkTokens tokens, bool mayRun)
    {
        MemberJson Member(Member member) => new(mayRun ? tokens.ReferToPerson(member.Id) : null, member.Name, member.Organisation, member.Sector);
        IReadOnlyList<MemberJson> Members(IEnumerable<Member> members) => [.. members.Select(Member)];
        return new GroupsJson(
            [
                .. groups.Rounds.Select(round => new RoundJson(
                    round.Step.Value, round.Title, round.IntroducedOn.ToDateOnly(), round.IsOver, [.. round.Groups.Select(group => new PairJson(Members(group.People), group.Why))],
                    Members(round.Alone), round.Met.InWords, round.Asking, round.Resting)),
            ],
            [.. groups.ToCome.Select(GroupsWords.WhenFormed)], groups.Promise,
            groups.Sets is not { } sets ? null : new SetsJson(
                [
                    .. sets.Sets.Select(set => new SetJson(
                        set.Number, set.Facilitator, Members(set.Members), [.. set.Meetings.Select(MeetingJson.Of)])),
                ],
                sets.Relaxed, Members(sets.WithoutSet), sets.Asking),
            mayRun ? [.. groups.Apart.Select(two => new TwoJson(Member(two.One), Member(two.Other)))] : null,
            mayRun ? Members(groups.People) : null);
    }
}

/// <summary>A person of a group.</summary>
/// <param name="Person">What stands for them where two are kept apart; null for whoever may not change the cohort.</param>
/// <param name="Name">The name; null when it is not known any more who it is.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Sector">The id of the sector.</param>
internal sealed record MemberJson(string? Person, string? Name, string Organisation, string Sector);

/// <summary>A coaching round.</summary>
/// <param name="Step">The id of its step.</param>
/// <param name="Title">What the programme calls it.</param>
/// <param name="IntroducedOn">The day on which people are introduced.</param>
/// <param name="IsOver">Whether it is over.</param>
/// <param name="Pairs">The pairs, and threes.</param>
/// <param name="Alone">Those for whom nobody was found.</param>
/// <param name="Met">How many pairs have met, as somebody in them says, in words, as far as their number allows.</param>
/// <param name="Asking">How many wait for somebody else.</param>
/// <param name="Resting">How many asked for no coaching in this round.</param>
internal sealed record RoundJson(
    string Step, string Title, DateOnly IntroducedOn, bool IsOver, IReadOnlyList<PairJson> Pairs, IReadOnlyList<MemberJson> Alone, string Met, int Asking, int Resting);

/// <summary>People who coach each other.</summary>
/// <param name="People">Who.</param>
/// <param name="Why">Why they are together, in sentences.</param>
internal sealed record PairJson(IReadOnlyList<MemberJson> People, IReadOnlyList<string> Why);

/// <summary>The learning sets.</summary>
/// <param name="Sets">The sets.</param>
/// <param name="Relaxed">Rules that had to be set aside, in words.</param>
/// <param name="WithoutSet">Those without a set.</param>
/// <param name="Asking">How many wait for another set.</param>
internal sealed record SetsJson(IReadOnlyList<SetJson> Sets, IReadOnlyList<string> Relaxed, IReadOnlyList<MemberJson> WithoutSet, int Asking);

/// <summary>A learning set.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Facilitator">Who facilitates it, or null.</param>
/// <param name="Members">Its members, by name.</param>
/// <param name="Meetings">Its meetings.</param>
internal sealed record SetJson(int Number, string? Facilitator, IReadOnlyList<MemberJson> Members, IReadOnlyList<MeetingJson> Meetings);

/// <summary>A meeting of a set.</summary>
/// <param name="Meeting">The id of its step.</param>
/// <param name="Title">What the programme calls it.</param>
/// <param name="State">poll-open, stands, took-place, or called-off.</param>
/// <param name="At">When, in the local time of the cohort; null while its members are asked.</param>
/// <param name="PollClosesOn">The day on which the poll closes at the latest.</param>
internal sealed record MeetingJson(string Meeting, string Title, string State, string? At, DateOnly PollClosesOn)
{
    public static MeetingJson Of(MeetingOfSet meeting) => new(
        meeting.Meeting.StepId.Value, meeting.Title,
        WordOf(meeting.State), meeting.Meeting.At is { } at ? LocalTimes.Write(at) : null, meeting.ClosesOn.ToDateOnly());

    internal static string WordOf(MeetingState state) => state switch
    {
        MeetingState.PollOpen => "poll-open",
        MeetingState.Stands => "stands",
        MeetingState.TookPlace => "took-place",
        MeetingState.CalledOff => "called-off",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The API has no word for this state."),
    };
}

/// <summary>Two people who are kept apart.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
internal sealed record TwoJson(MemberJson One, MemberJson Other);
