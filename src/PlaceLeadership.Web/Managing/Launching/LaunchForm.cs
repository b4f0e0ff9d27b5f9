using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>What a manager typed, as it was typed.</summary>
public sealed record LaunchForm(
    string Place, string Start, string CohortId, string Division, string Sender, string SenderEmail, string Contact, bool OwnProgramme)
{
    /// <summary>What is confirmed about the roster, in the words of its questions.</summary>
    public IReadOnlyList<string> Confirmed { get; init; } = [];

    /// <summary>The programme of the manager's own.</summary>
    public const string Own = "own";

    /// <summary>The field that says whose programme it is.</summary>
    public const string Whose = "whose-programme";

    /// <summary>An empty form.</summary>
    public static LaunchForm Empty { get; } = new("", "", "", LaunchOrder.Divisions[0].Word, "", "", "", false);

    internal static LaunchForm From(SentForm form) => new(
        form.First(LaunchFields.Place), form.First(LaunchFields.Start), form.First(LaunchFields.CohortId),
        form.First(LaunchFields.Division), form.First(LaunchFields.Sender), form.First(LaunchFields.SenderEmail),
        form.First(LaunchFields.Contact), form.First(Whose) == Own)
    {
        Confirmed = [.. form.Fields.Where(field => field.Name == LaunchFields.Confirm).Select(field => field.Value)],
    };

    /// <summary>
    /// The order as typed, and what could not be read of it; for that, something stands in so that everything else can be
    /// checked too.
    /// </summary>
    internal (LaunchOrder Order, IReadOnlyList<LaunchProblem> Problems) Read(LocalDate today)
    {
        var problems = new List<LaunchProblem>();
        var start = TypedDays.Read(Start);
        if (start is null)
        {
            problems.Add(LaunchProblem.Of(
                LaunchFields.Start, Start.Length == 0 ? LaunchWords.StartMissing : LaunchWords.StartUnreadable,
                PageWords.Fill(LaunchWords.StartMend, TypedDays.Write(today.PlusWeeks(4)))));
        }

        var division = LaunchOrder.Divisions.Where(item => item.Word == Division).ToList();
        if (division.Count == 0)
        {
            problems.Add(LaunchProblem.Of(LaunchFields.Division, LaunchWords.DivisionMissing));
        }

        return (
            new LaunchOrder(
                Place, start ?? today, CohortId.Length == 0 ? null : new CohortId(CohortId), division.FirstOrDefault().Division,
                new Sender(Sender, SenderEmail, Contact)),
            problems);
    }

    /// <summary>The value of the field for the first day, for a browser that has one.</summary>
    public string StartIso => TypedDays.Read(Start) is { } day ? LocalDatePattern.Iso.Format(day) : Start;
}
