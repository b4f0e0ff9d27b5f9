using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Application.Launching;

/// <summary>
/// What a launch would store, or everything that is wrong with it at once: the typed fields, the programme with its lines
/// and the roster with its rows.
/// </summary>
/// <param name="Plan">What would be stored; null when there is a problem.</param>
/// <param name="Programme">The programme; null when its file has a problem.</param>
/// <param name="Text">The text of the programme.</param>
/// <param name="Problems">All that has to be mended; empty when it can be stored.</param>
/// <param name="Notes">What the manager should know and may accept.</param>
public sealed record LaunchDraft(
    LaunchPlan? Plan, Programme? Programme, ProgrammeText Text, IReadOnlyList<LaunchProblem> Problems, IReadOnlyList<string> Notes)
{
    private const int PlaceCharactersMax = 100;
    private const int NameCharactersMax = 100;
    private const int ContactCharactersMax = 200;
    private const int YearsAwayMax = 3;

    /// <summary>Works out a launch. Pure but for the pseudonyms, which the caller supplies.</summary>
    /// <param name="order">What the manager says about the cohort.</param>
    /// <param name="text">The programme file.</param>
    /// <param name="kinds">The kinds of step there are.</param>
    /// <param name="rosterName">The name of the roster file, for its problems.</param>
    /// <param name="roster">The roster as read.</param>
    /// <param name="today">The local day of the launch.</param>
    /// <param name="newId">Gives a new pseudonym for each person.</param>
    public static LaunchDraft Of(
        LaunchOrder order, ProgrammeText text, StepKinds kinds, string rosterName, RosterReading roster, LocalDate today, Func<ParticipantId> newId)
    {
        var reading = ProgrammeReader.Read(text.Text, kinds);
        List<LaunchProblem> problems =
        [
            .. Typed(order, today),
            .. reading.Problems.Select(problem => new LaunchProblem(
                LaunchFields.Programme, text.Name, problem.Line, $"column {problem.Column}", problem.What, problem.Mend)),
            .. roster.Problems.Select(problem => new LaunchProblem(
                LaunchFields.Roster, rosterName, problem.Row, problem.Column, problem.What, problem.Mend) { Confirm = problem.Confirm }),
        ];
        if (problems.Count > 0 || reading.Programme is not { } programme)
        {
            return new LaunchDraft(null, reading.Programme, text, problems, roster.Notes);
        }

        var plan = Launch.Plan(
            new LaunchRequest(
                programme, [.. roster.Rows.Select(row => row.Entry)], order.Place, order.Start, LaunchOrder.Zone, order.Division,
                order.Sender, order.CohortId),
            today, newId);
        return plan.Problems.Count > 0
            ? new LaunchDraft(null, programme, text, [.. plan.Problems.Select(problem => LaunchProblem.Of("", problem))], roster.Notes)
            : new LaunchDraft(plan, programme, text, [], [.. roster.Notes, .. plan.Notes]);
    }

    private static IEnumerable<LaunchProblem> Typed(LaunchOrder order, LocalDate today)
    {
        if (Math.Abs(order.Start.Year - today.Year) > YearsAwayMax)
        {
            yield return LaunchProblem.Of(LaunchFields.Start, $"The first day, {LocalDatePattern.Iso.Format(order.Start)}, is more than {YearsAwayMax} years away.", "See whether the year is right.");
        }

        foreach (var (field, value, charactersMax, name) in new[]
        {
            (LaunchFields.Place, order.Place, PlaceCharactersMax, "The name of the place"),
            (LaunchFields.Sender, order.Sender.Name, NameCharactersMax, "The sender's name"),
            (LaunchFields.Contact, order.Sender.Contact, ContactCharactersMax, "The contact"),
        })
        {
            if (value.Length == 0)
            {
                yield return LaunchProblem.Of(field, $"{name} is missing.", "Messages show it.");
            }
            else if (value.Length > charactersMax)
            {
                yield return LaunchProblem.Of(field, $"{name} has {value.Length} characters.", $"Shorten it to {charactersMax}.");
            }
            else if (value.Any(char.IsControl) || (field == LaunchFields.Place && !Scope.CanBePlace(value)))
            {
                yield return LaunchProblem.Of(field, $"{name} holds a new line or a character that cannot be seen.", "Write it anew, on one line.");
            }
        }

        if (order.CohortId is { } id && !Launch.IsId(id))
        {
            yield return LaunchProblem.Of(
                LaunchFields.CohortId, $"'{id}' cannot be the id of a cohort.", "Use 3 to 60 lower-case letters, digits and hyphens.");
        }

        if (order.Sender.Email.Length == 0)
        {
            yield return LaunchProblem.Of(LaunchFields.SenderEmail, "The sender's e-mail address is missing.", "Replies to messages go there.");
        }
        else if (EmailText.ProblemOf(order.Sender.Email) is var (what, mend))
        {
            yield return LaunchProblem.Of(LaunchFields.SenderEmail, what, mend);
        }
    }
}
