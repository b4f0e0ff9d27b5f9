using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Thousands of working patterns, against a reader that shares nothing with the product but what the guide says.</summary>
public sealed class WorkingPatternFuzzTests
{
    private const int PatternsTried = 4_000;

    private static readonly string[] Days =
    [
        "Mon", "monday", "TUES", "Tue", "tuesday", "Wed", "Weds", "Wednesday", "Thu", "Thur", "Thurs", "thursdays", "Fri", "Friday", "Sat",
        "Sunday", "Mo", "Tu", "We", "Th", "Fr", "Su", "M", "T", "W", "F", "S", "MTW", "MTWTF", "TTh", "MWF", "Llun", "Mawrth", "Mercher", "Iau",
        "Gwener", "Dydd Llun", "Wener", "ddydd Iau", "weekdays", "full time", "F/T", "FT", "weekend", "daily",
    ];

    private static readonly string[] Joints = [", ", "/", " & ", " and ", "-", " - ", "–", " to ", " ", "+", ";", " i ", " hyd at "];

    private static readonly string[] Times =
    [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "0800", "0900", "09:00", "08:30", "9.30", "5:30", "13:00", "14", "17", "1700",
        "18:00", "22", "9am", "9 a.m.", "1pm", "2pm", "5 p.m.", "10pm", "noon", "930", "530", "06:00", "6am", "05:00", "00:00", "midnight", "09.00", "17.00", "5am",
    ];

    private static readonly string[] Oddities =
    [
        "P/T", "am", "a.m.", "pm", "only", "not", "every other", "varies", "except Wed", "alternate", "4 on 4 off", "mornings", "(am)", "*", "#", "-",
        "?", "a", "m", "term time", "0.8", "o", "i", "tan", "@", "37 hrs", "or", "on", "from", "between", "Di", "nights", "x", "12",
    ];

    [Fact]
    public void Thousands_of_working_patterns_are_read_as_the_guide_says_or_asked_about()
    {
        var read = 0;
        for (var seed = 1; seed <= PatternsTried; seed++)
        {
            var text = Pattern(new Random(seed));
            var expected = GuideReader.Read(text);
            var product = RosterFiles.With("Working pattern", text);
            WorkingPattern? got = product.Rows.Count == 0 ? null : product.Rows[0].Entry.Pattern;
            Assert.True(got == expected, $"seed {seed}: “{text}” was read as {got?.ToString() ?? "a question"}, not as {expected?.ToString() ?? "a question"}.");
            read += got is null ? 0 : 1;
        }

        Assert.InRange(read, PatternsTried / 10, PatternsTried);
    }

    private static string Pattern(Random random)
    {
        string One(string[] from) => from[random.Next(from.Length)];
        var days = random.Next(4) == 0 ? "" : One(Days);
        for (var more = random.Next(4); days.Length > 0 && more > 0; more--)
        {
            days += One(Joints) + One(Days);
        }

        var hours = random.Next(2) == 0 ? "" : random.Next(8) == 0 ? $"between {One(Times)} and {One(Times)}"
            : One(["", "", "", "from "]) + One(Times) + One(["-", " - ", " to ", "–"]) + One(Times);
        var text = random.Next(8) == 0 ? $"{hours} {days}" : days + (days.Length > 0 && hours.Length > 0 ? One([" ", ", ", ": ", " - ", " @ ", "- "]) : "") + hours;
        return (random.Next(5) == 0 ? random.Next(2) == 0 ? $"{text} {One(Oddities)}" : $"{One(Oddities)} {text}" : text).Trim();
    }
}
