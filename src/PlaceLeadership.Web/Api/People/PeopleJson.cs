using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Web.Api.Cohorts;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Pausing;

namespace PlaceLeadership.Web.Api.People;

/// <summary>What the roster says of a person; what is left out stays as it is, or is empty for somebody new.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Sector">The sector, as the guide to rosters has it.</param>
/// <param name="Role">The role.</param>
/// <param name="Level">The level.</param>
/// <param name="LineManager">The line manager, by address or name.</param>
/// <param name="WorkingPattern">The days and hours, such as Mon-Wed 9-15.</param>
/// <param name="PreferredHour">The hour at which letters come, such as 10.</param>
/// <param name="Language">English, Welsh, or empty for both.</param>
/// <param name="StrengthsOffered">What they offer others, with a semicolon between.</param>
/// <param name="GrowthSought">What they want to grow in, with a semicolon between.</param>
/// <param name="AccessNeeds">What makes taking part easier.</param>
/// <param name="Confirm">What is so, each as a mistake says it under 'confirm'.</param>
internal sealed record EntryJson(
    string? Name = null, string? Email = null, string? Organisation = null, string? Sector = null, string? Role = null, string? Level = null, string? LineManager = null,
    string? WorkingPattern = null, string? PreferredHour = null, string? Language = null, string? StrengthsOffered = null, string? GrowthSought = null,
    string? AccessNeeds = null, IReadOnlyList<string>? Confirm = null)
{
    public IReadOnlyDictionary<string, string> Cells() => new (RosterField Field, string? Value)[]
    {
        (RosterField.Name, Name), (RosterField.Email, Email), (RosterField.Organisation, Organisation), (RosterField.Sector, Sector), (RosterField.Role, Role), (RosterField.Level, Level),
        (RosterField.LineManager, LineManager), (RosterField.WorkingPattern, WorkingPattern), (RosterField.PreferredHour, PreferredHour), (RosterField.Language, Language),
        (RosterField.StrengthsOffered, StrengthsOffered), (RosterField.GrowthSought, GrowthSought), (RosterField.AccessNeeds, AccessNeeds),
    }.Where(cell => cell.Value is not null).ToDictionary(cell => RosterHeaders.NameOf(cell.Field), cell => cell.Value!);
}

/// <summary>When somebody's letters come, where the programme has one a week.</summary>
/// <param name="Often">every-week or every-second-week.</param>
/// <param name="On">A working day of theirs, such as friday; left out for the day of the programme.</param>
internal sealed record LettersChosenJson(string Often, string? On = null);

/// <summary>One person. Who replied, and who did not, is told to nobody.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="State">How the person stands, in words.</param>
/// <param name="Letters">When their letters come; null where the programme has more than one a week.</param>
/// <param name="Set">The number of their learning set; null where they have none.</param>
/// <param name="Partners">With whom they are in coaching.</param>
/// <param name="Ahead">What comes in the next six weeks.</param>
/// <param name="Had">What was sent, the last first.</param>
internal sealed record PersonDetailsJson(
    string Name, string Email, string Organisation, string State, LettersChosenJson? Letters, int? Set, IReadOnlyList<string> Partners, IReadOnlyList<ComesJson> Ahead,
    IReadOnlyList<ComesJson> Had)
{
    public static PersonDetailsJson Of(PersonDetails person)
    {
        var request = LettersRequest.Of(LetterChoice.Of(person.Person));
        return new PersonDetailsJson(
            person.Identity.Entry.Name, person.Identity.Entry.Email, person.Identity.Entry.Organisation, CohortWords.State(person.Person, person.Cohort, person.Today),
            person.ChoosesLetters ? new LettersChosenJson(request.Often, request.Day.Length > 0 && request.Day != "none" ? request.Day : null) : null, person.Set, person.Partners,
            [.. person.Ahead.Select(letter => new ComesJson(letter.On.ToDateOnly(), [.. letter.Items.Select(item => item.Step.Title.In("en"))]))],
            [.. person.Had.Select(letter => new ComesJson(letter.On.ToDateOnly(), letter.Titles))]);
    }
}

/// <summary>A letter.</summary>
/// <param name="On">The day.</param>
/// <param name="Titles">What it brings.</param>
internal sealed record ComesJson(DateOnly On, IReadOnlyList<string> Titles);
