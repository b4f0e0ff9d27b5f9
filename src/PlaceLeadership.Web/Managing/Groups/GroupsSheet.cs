using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Meetings;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>What a manager sees of who is brought together in a cohort. Who asked for somebody else is in none of it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Rounds">Coaching rounds that are open.</param>
/// <param name="ToCome">When what is not formed yet will be, as sentences.</param>
/// <param name="Promise">How many more rounds without a repeat are certain; null when none are to come.</param>
/// <param name="Sets">Learning sets; null until they are formed.</param>
/// <param name="Apart">People who are kept apart.</param>
/// <param name="People">Everybody who takes part, to choose from.</param>
public sealed record GroupsSheet(
    Cohort Cohort, IReadOnlyList<RoundLine> Rounds, IReadOnlyList<string> ToCome, string? Promise, SetsLine? Sets,
    IReadOnlyList<ApartLine> Apart, IReadOnlyList<PersonChoice> People)
{
    /// <summary>What was just done, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>What needs mending, or null.</summary>
    public ErrorItem? Problem { get; init; }

    /// <summary>Which two were chosen, when that has to be mended.</summary>
    public (string One, string Other) Chosen { get; init; } = ("", "");
}

/// <summary>A coaching round.</summary>
/// <param name="Title">What the programme calls it.</param>
/// <param name="IntroducedOn">The day on which people are introduced.</param>
/// <param name="Groups">The pairs and the trio.</param>
/// <param name="Alone">Names of those for whom nobody was found.</param>
/// <param name="Placed">How many people are in a pair or trio.</param>
/// <param name="Met">How many of them said that they have met.</param>
/// <param name="Asking">How many wait for somebody else.</param>
/// <param name="Resting">How many asked for no coaching in this round.</param>
public sealed record RoundLine(
    string Title, LocalDate IntroducedOn, IReadOnlyList<PairLine> Groups, IReadOnlyList<string> Alone, int Placed, int Met, int Asking, int Resting);

/// <summary>A pair or a trio.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Why">Why they are together, a sentence for each two of them.</param>
public sealed record PairLine(IReadOnlyList<string> Names, IReadOnlyList<string> Why);

/// <summary>The learning sets of a cohort.</summary>
/// <param name="Sets">The sets.</param>
/// <param name="Relaxed">Rules that had to be set aside, in words.</param>
/// <param name="WithoutSet">Names of those without a set.</param>
/// <param name="Asking">How many wait for another set.</param>
public sealed record SetsLine(IReadOnlyList<SetLine> Sets, IReadOnlyList<string> Relaxed, IReadOnlyList<string> WithoutSet, int Asking);

/// <summary>A learning set.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Members">Its members, with organisation and sector.</param>
/// <param name="Sectors">The sectors that meet in it.</param>
/// <param name="Facilitator">Who facilitates it, or null.</param>
/// <param name="Ahead">Meetings that lie ahead.</param>
public sealed record SetLine(
    int Number, IReadOnlyList<MemberLine> Members, IReadOnlyList<string> Sectors, string? Facilitator, IReadOnlyList<AheadLine> Ahead);

/// <summary>A member of a set.</summary>
public sealed record MemberLine(string Name, string Organisation, string Sector);

/// <summary>A meeting that lies ahead.</summary>
/// <param name="Title">What the programme calls it.</param>
/// <param name="Form">The meeting, and the forms that change it.</param>
/// <param name="ClosesOn">The day on which its poll closes at the latest.</param>
public sealed record AheadLine(string Title, MeetingSheet Form, LocalDate ClosesOn);

/// <summary>Two people who are kept apart, by what stands for them in a form and by name.</summary>
public sealed record ApartLine(string One, string OneName, string Other, string OtherName);

/// <summary>Somebody to choose from a list, by what stands for them in a form and by name.</summary>
public sealed record PersonChoice(string Id, string Name);
