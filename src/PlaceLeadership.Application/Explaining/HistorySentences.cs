using System.Collections.Frozen;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Explaining;

/// <summary>Says in a sentence what was done. Who is not known any more has no name: somebody.</summary>
/// <param name="nameOf">The name behind a pseudonym, or null.</param>
/// <param name="organisationOf">The name of an organisation, by its id, or null.</param>
/// <param name="titleOf">The title of a message, or null when the programme does not have it any more.</param>
/// <param name="deskOf">The name behind an account, or null.</param>
/// <param name="ofJourneys">How what only a journey does is told; see <see cref="Journey.DeedSentences"/>.</param>
internal sealed class HistorySentences(
    Func<ParticipantId, string?> nameOf, Func<string, string?> organisationOf, Func<StepId, string?> titleOf, Func<string, string?> deskOf,
    IReadOnlyDictionary<string, string> ofJourneys)
{
    private const string Nobody = "somebody who was removed";

    // {0} the person, {1} the message, {2} the detail. Each says why, as far as there is more to say than who.
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        [Deeds.Launched] = "launched the cohort",
        [Deeds.Joined] = "let {0} into the cohort",
        [Deeds.Left] = "took {0} out of the cohort",
        [Deeds.Changed] = "changed what the roster says of {0}",
        [Deeds.Paused] = "paused {0} {2}",
        [Deeds.WentOn] = "took {0} up again",
        [Deeds.LettersChosen] = "chose for {0} a letter {2}",
        [Deeds.LettersLinked] = "let the letters of {0} take turns with those of another programme{2}",
        [Deeds.LettersUnlinked] = "let the letters of {0} come without taking turns again",
        [Deeds.CohortPaused] = "paused the whole cohort {2}",
        [Deeds.CohortWentOn] = "took the whole cohort up again",
        [Deeds.OrganisationPaused] = "paused {2}",
        [Deeds.OrganisationWentOn] = "took {2} up again",
        [Deeds.Ended] = "ended the cohort",
        [Deeds.MovedOn] = "moved the cohort on to version {2} of its programme",
        [Deeds.TakenBack] = "took back what waited for {0}",
        [Deeds.MessageMoved] = "moved {1} for {0} to {2}, or the first letter after it",
        [Deeds.MessageCancelled] = "cancelled {1} for {0}",
        [Deeds.MessageRestored] = "put {1} for {0} back to its planned day",
        [Deeds.NamingMoved] = "put off to {2} that other messages name {1} to {0} as still open",
        [Deeds.NamingCancelled] = "took out once that another message names {1} to {0} as still open",
        [Deeds.NamingRestored] = "put back that other messages name {1} to {0} as still open",
        [Deeds.Queued] = "made {1} for {0} ready to go out, because its day had come",
        [Deeds.LetGo] = "let go of {1} for {0}, because it fell into a pause",
        [Deeds.Dropped] = "left {1} out for {0}, as the letter of its week had no room for it",
        [Deeds.Lapsed] = "let {1} for {0} lapse, because two letters had no room for it or it could not be sent in time",
        [Deeds.Cancelled] = "dropped {1} for {0}, because it had been cancelled",
        [Deeds.Withdrawn] = "took {1} for {0} back before it was sent: their day was over, or it did not apply any more",
        [Deeds.Accepted] = "said that {1} for {0} is on its way",
        [Deeds.Delivered] = "said that {1} reached {0}",
        [Deeds.Bounced] = "said that {1} for {0} came back",
        [Deeds.NotSent] = "said that {1} for {0} was never sent, so it is planned again",
        [Deeds.Postponed] = "did not take {1} for {0} this time; it is tried again",
        [Deeds.Refused] = "refused {1} for {0} for good",
        [Deeds.Held] = "refused {1} for {0} for what is in it; somebody has to look",
        [Deeds.InDoubt] = "did not say whether {1} for {0} was taken; it is in doubt and not sent again on a guess",
        [Deeds.AddressRefused] = "refused the address of {0}; nothing is sent to it until it is changed or confirmed",
        [Deeds.KeptApart] = "asked that {0} and {2} are never brought together",
        [Deeds.NoLongerApart] = "took back that {0} and {2} are never brought together",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Oneself = new Dictionary<string, string>
    {
        [Deeds.Left] = "left",
        [Deeds.Changed] = "chose at which hour, or in which language, messages come",
        [Deeds.Paused] = "paused {2}",
        [Deeds.WentOn] = "went on",
        [Deeds.LettersChosen] = "chose a letter {2}",
        [Deeds.LettersLinked] = "let the letters take turns with those of another programme{2}",
        [Deeds.LettersUnlinked] = "let the letters come without taking turns again",
        [Deeds.TakenBack] = "thereby took back what waited",
    }.ToFrozenDictionary();

    /// <summary>The sentence.</summary>
    public string Of(Actor by, Deed deed)
    {
        var isOneself = deed.Person is { } self && by == Actor.Person(self);
        var frame = (isOneself ? Oneself.GetValueOrDefault(deed.What) : null) ?? Others.GetValueOrDefault(deed.What)
            ?? ofJourneys.GetValueOrDefault(deed.What) ?? $"did “{deed.What}”";
        return $"{Who(by)} {string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, Name(deed.Person), Message(deed.Step), Detail(deed)).TrimEnd()}.";
    }

    private string Who(Actor by) => by.Kind switch
    {
        ActorKind.Rule => "The programme's rules",
        ActorKind.Manager => "Whoever holds the manager's key",
        ActorKind.CommandLine => "Whoever runs the command line",
        ActorKind.Account => deskOf(by.Id) ?? "Somebody whose account was removed",
        ActorKind.Person => Name(new ParticipantId(by.Id)) is var name && name == Nobody ? "Somebody who was removed" : name,
        ActorKind.Facilitator => $"The facilitator of set {by.Id}",
        _ => "The mail provider",
    };

    private string Name(ParticipantId? person) => person is { } id ? nameOf(id) ?? Nobody : "the cohort";

    private string Message(StepId? step) => step is { } id ? $"“{titleOf(id) ?? id.Value}”" : "a message";

    // A detail that is a day ends a pause; one that names the other of two people is a pseudonym.
    private string Detail(Deed deed) => deed.What switch
    {
        Deeds.Paused or Deeds.CohortPaused => deed.Detail.Length > 0 ? $"until {deed.Detail}" : "until somebody says so",
        Deeds.OrganisationPaused or Deeds.OrganisationWentOn => organisationOf(deed.Detail) ?? "an organisation of which nobody is known any more",
        Deeds.LettersChosen => LetterChoice.InWords(deed.Detail),
        Deeds.LettersLinked => deed.Detail == SlotDesk.FromElsewhere ? ", as was asked for there" : "",
        Deeds.KeptApart or Deeds.NoLongerApart => Name(new ParticipantId(deed.Detail)),
        _ => deed.Detail,
    };
}
