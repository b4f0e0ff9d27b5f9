using NodaTime;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>What somebody wants done with a meeting, as they put it into the form.</summary>
/// <param name="Act">The button that was pressed.</param>
/// <param name="Meeting">The step of the meeting, where a page shows several.</param>
/// <param name="Day">The day as typed.</param>
/// <param name="Time">The time as typed.</param>
/// <param name="IsSure">Whether the box was ticked without which nothing is called off.</param>
public sealed record MeetingRequest(string Act, string Meeting, string Day, string Time, bool IsSure)
{
    /// <summary>The field of the button.</summary>
    public const string Button = "do";

    /// <summary>Moves the meeting.</summary>
    public const string Move = "move";

    /// <summary>Calls it off.</summary>
    public const string CallOff = "call-off";

    internal const string MeetingField = "meeting";
    internal const string DayField = "day";
    internal const string TimeField = "time";
    internal const string SureField = "sure";

    internal static MeetingRequest From(SentForm form) => new(
        form.First(Button), form.First(MeetingField), form.First(DayField), form.First(TimeField), form.First(SureField).Length > 0);

    /// <summary>The new time, or what needs mending.</summary>
    internal (LocalDateTime? To, ErrorItem? Problem) ReadTime(LearningSetsTexts words, string meeting, LocalDate today) =>
        (TypedDays.Read(Day), TypedTimes.Read(Time)) switch
        {
            (null, _) => (null, new ErrorItem(Id(DayField, meeting), words.DayUnreadable(TypedDays.Write(today.PlusWeeks(1))))),
            (_, null) => (null, new ErrorItem(Id(TimeField, meeting), words.TimeUnreadable)),
            ({ } day, { } time) => (day.At(time), null),
        };

    /// <summary>The id of a field in the form of one meeting.</summary>
    internal static string Id(string field, string meeting) => $"{field}-{meeting}";
}
