using NodaTime;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>What goes out in a week, letter by letter, as things stand.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Letters">The letters, in the order of their moments.</param>
internal sealed record WeekJson(DateOnly Monday, IReadOnlyList<LetterJson> Letters)
{
    public static WeekJson Of(CohortAhead ahead, LocalDate monday, LinkTokens tokens)
    {
        var sheet = new WeekSheet(ahead, monday, letter => new LetterReference(ahead.Cohort.Id, letter.Participant, letter.On).Write(tokens));
        return new WeekJson(monday.ToDateOnly(), [.. ahead.Letters.Select(letter => LetterJson.Of(letter, sheet))]);
    }
}

/// <summary>One letter.</summary>
/// <param name="Letter">What stands for it where it is moved, cancelled or brought back.</param>
/// <param name="On">The day.</param>
/// <param name="Hour">The local hour.</param>
/// <param name="To">To whom; null when it is not known any more who it is.</param>
/// <param name="By">letter, beside (a mail beside the letter), or none (it is not sent).</param>
/// <param name="Minutes">How many minutes it asks for, meetings apart.</param>
/// <param name="MayChange">Whether something about it can be changed.</param>
/// <param name="MayRestore">Whether something about it was changed, and can be taken back.</param>
/// <param name="Items">The steps that it brings. What it names as still open is not told: it would say who has replied.</param>
internal sealed record LetterJson(
    string Letter, DateOnly On, int Hour, string? To, string By, int Minutes, bool MayChange, bool MayRestore, IReadOnlyList<LetterItemJson> Items)
{
    public static LetterJson Of(LetterAhead letter, WeekSheet sheet) => new(
        sheet.Refer(letter), letter.On.ToDateOnly(), letter.Hour, letter.To?.Entry.Name,
        WordOf(letter.Mail), letter.Minutes, sheet.CanChange(letter),
        WeekSheet.CanRestore(letter),
        [.. letter.Items.Select(item => new LetterItemJson(item.Step.Id.Value, item.Step.Title.In("en"), item.Step.Kind.Word, LetterAhead.ReasonOf(item)))]);

    internal static string WordOf(MailAhead mail) => mail switch
    {
        MailAhead.Letter => "letter",
        MailAhead.Beside => "beside",
        MailAhead.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(mail), mail, "The API has no word for this mail."),
    };
}

/// <summary>Something in a letter.</summary>
/// <param name="Step">The id of its step.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">The kind of step.</param>
/// <param name="Note">What else is to be said of it; null when nothing is.</param>
internal sealed record LetterItemJson(string Step, string Title, string Kind, string? Note);

/// <summary>What was done in a week. Who replied, and who did not, is told to nobody.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Lines">What was done, in its order.</param>
internal sealed record HistoryJson(DateOnly Monday, IReadOnlyList<HistoryLineJson> Lines);

/// <summary>One thing that was done.</summary>
/// <param name="At">When, in the local time of the cohort.</param>
/// <param name="Sentence">Who did what, and why.</param>
internal sealed record HistoryLineJson(string At, string Sentence);

/// <summary>What a cohort is asked when; nothing of any person.</summary>
/// <param name="Id">The id of the cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Programme">The id of its programme.</param>
/// <param name="Version">The version of that.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Start">The first day.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="Steps">All that asks for a reply, each with the day for which it is planned.</param>
internal sealed record EvidenceJson(
    string Id, string Place, string Programme, int Version, string Title, DateOnly Start, DateOnly EndsOn, IReadOnlyList<AskedJson> Steps)
{
    public static EvidenceJson Of(AskedOfCohort asked) => new(
        asked.Cohort.Id.Whole.Value, asked.Cohort.Place, asked.Programme.Id, asked.Programme.Version, asked.Programme.Title.In("en"), asked.Cohort.Start.ToDateOnly(),
        asked.EndsOn.ToDateOnly(), [.. asked.Steps.Select(item => new AskedJson(item.On.ToDateOnly(), item.Step.Id.Value, item.Step.Title.In("en"), item.Step.Kind.Word))]);
}

/// <summary>Something that asks for a reply.</summary>
/// <param name="On">The day for which it is planned.</param>
/// <param name="Step">The id of its step.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">The kind of step.</param>
internal sealed record AskedJson(DateOnly On, string Step, string Title, string Kind);
