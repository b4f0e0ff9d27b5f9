using PlaceLeadership.Core.Places;
using static PlaceLeadership.Core.Places.Weekdays;

namespace PlaceLeadership.Core.Tests.Places;

/// <summary>Working patterns as personnel systems write them: read exactly, or asked about.</summary>
public sealed class WorkingPatternTests
{
    [Theory]
    [InlineData("F/T", All, 8, 18)]
    [InlineData("FT", All, 8, 18)]
    [InlineData("f/t", All, 8, 18)]
    [InlineData("F.T.", All, 8, 18)]
    [InlineData("Full-time", All, 8, 18)]
    [InlineData("Full time 9-5", All, 9, 17)]
    [InlineData("2-10", All, 14, 18)]
    [InlineData("Mon-Fri 2-10", All, 14, 18)]
    [InlineData("3-11", All, 15, 18)]
    [InlineData("1-9", All, 13, 18)]
    [InlineData("2pm-10pm", All, 14, 18)]
    [InlineData("2-10pm", All, 14, 18)]
    [InlineData("2pm-10", All, 14, 18)]
    [InlineData("0900-1700", All, 9, 17)]
    [InlineData("0900hrs - 1700hrs", All, 9, 17)]
    [InlineData("830-1630", All, 9, 16)]
    [InlineData("09:00-5:30", All, 9, 17)]
    [InlineData("Mon-Fri (9-5)", All, 9, 17)]
    [InlineData("from 9 to 5", All, 9, 17)]
    [InlineData("9am-5pm Mon, Wed", Monday | Wednesday, 9, 17)]
    [InlineData("M T W T F", All, 8, 18)]
    [InlineData("MTWTFSS", All, 8, 18)]
    [InlineData("M,W,F", Monday | Wednesday | Friday, 8, 18)]
    [InlineData("TTh", Tuesday | Thursday, 8, 18)]
    [InlineData("Mon/Wed/Fri", Monday | Wednesday | Friday, 8, 18)]
    [InlineData("Mo Tu We Th Fr", All, 8, 18)]
    [InlineData("Mon. - Thurs.", Monday | Tuesday | Wednesday | Thursday, 8, 18)]
    [InlineData("Wed only", Wednesday, 8, 18)]
    [InlineData("weekdays and Saturday", All, 8, 18)]
    [InlineData("Dydd Llun a dydd Iau", Monday | Thursday, 8, 18)]
    [InlineData("Mon-Wed and Fri: 9-13", Monday | Tuesday | Wednesday | Friday, 9, 13)]
    [InlineData("n/a", All, 8, 18)]
    [InlineData("Mon-Fri 9-5", All, 9, 17)]
    [InlineData("Mon–Fri, 9–5", All, 9, 17)]
    [InlineData("Monday to Friday 9am to 5pm", All, 9, 17)]
    [InlineData("Mon-Fri 09.00-17.00", All, 9, 17)]
    [InlineData("Mon-Fri - 9-5", All, 9, 17)]
    [InlineData("Mon-Wed and Fri – 9am-5pm", Monday | Tuesday | Wednesday | Friday, 9, 17)]
    [InlineData("Mon-Fri @ 9-5", All, 9, 17)]
    [InlineData("Mon-Fri between 9 and 5", All, 9, 17)]
    [InlineData("between 9am and 1pm", All, 9, 13)]
    [InlineData("3pm-midnight", All, 15, 18)]
    [InlineData("15:00-00:00", All, 15, 18)]
    [InlineData("Llun i Iau", Monday | Tuesday | Wednesday | Thursday, 8, 18)]
    [InlineData("Llun-Gwener", All, 8, 18)]
    [InlineData("Llun i Wener, 9-5", All, 9, 17)]
    [InlineData("O ddydd Llun hyd at ddydd Mercher", Monday | Tuesday | Wednesday, 8, 18)]
    [InlineData("Dydd Mawrth tan ddydd Iau 09:00-17:00", Tuesday | Wednesday | Thursday, 9, 17)]
    [InlineData("Llun, Mercher a Gwener", Monday | Wednesday | Friday, 8, 18)]
    public void What_is_certain_is_read(string cell, Weekdays days, int from, int to) =>
        Assert.Equal(new WorkingPattern(days, from, to), RosterFiles.Only(RosterFiles.With("Working pattern", cell)).Pattern);

    [Theory]
    [InlineData("P/T")]
    [InlineData("Wed a.m.")]
    [InlineData("Wed am")]
    [InlineData("Wed, Thu a.m.")]
    [InlineData("Wed a.m. only")]
    [InlineData("Tues a.m.")]
    [InlineData("Tues pm")]
    [InlineData("Mon-Thu, Fri a.m.")]
    [InlineData("Wed m")]
    [InlineData("F T")]
    [InlineData("F")]
    [InlineData("M-T")]
    [InlineData("T-F")]
    [InlineData("MT")]
    [InlineData("M-W-F")]
    [InlineData("MTW--")]
    [InlineData("SW")]
    [InlineData("*")]
    [InlineData("#")]
    [InlineData("Mon*")]
    [InlineData("Mo Di")]
    [InlineData("not Fridays")]
    [InlineData("Mon-Fri except Wed")]
    [InlineData("Mon-Fri (not Wed)")]
    [InlineData("every other Monday")]
    [InlineData("between Mon and Wed")]
    [InlineData("from Monday")]
    [InlineData("Mon or Tue")]
    [InlineData("Full time (Mon-Thu)")]
    [InlineData("5 days")]
    [InlineData("4 on 4 off")]
    [InlineData("varies")]
    [InlineData("none")]
    [InlineData("any")]
    [InlineData("shifts")]
    [InlineData("Mon 9-12, Tue")]
    [InlineData("Mon-Thu, Fri 9-12")]
    [InlineData("hours")]
    [InlineData("10-6")]
    [InlineData("6-2")]
    [InlineData("7-3")]
    [InlineData("8-8:30")]
    [InlineData("9-10am-")]
    [InlineData("14-6")]
    [InlineData("2026-10-02")]
    [InlineData("Llun i")]
    [InlineData("Mon i Iau")]
    [InlineData("o Llun")]
    [InlineData("Llun neu Iau")]
    [InlineData("Mon to 9-5")]
    [InlineData("Mon- 9-5")]
    [InlineData("between 9-5")]
    [InlineData("between 9 to 5")]
    public void What_is_not_certain_is_asked_with_its_place_and_a_way_out(string cell)
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.With("Days worked", cell));

        Assert.Equal((2, "E (Days worked)"), (problem.Row, problem.Column));
        Assert.NotEqual("", problem.Mend);
    }

    [Theory]
    [InlineData("09:00-05:00", "Write 09:00-17:00 if that is meant. ")]
    [InlineData("0900-0500", "Write 09:00-17:00 if that is meant. ")]
    [InlineData("9am-5am", "Write 09:00-17:00 if that is meant. ")]
    [InlineData("08:30-04:30", "Write 08:30-16:30 if that is meant. ")]
    [InlineData("17:00-09:00", "Write 17:00-21:00 if that is meant. ")]
    [InlineData("5pm-9am", "Write 17:00-21:00 if that is meant. ")]
    [InlineData("15:00-14:00", "")]
    [InlineData("20-10", "Write 20:00-22:00 if that is meant. ")]
    [InlineData("Mon-Thu 16:00-04:00", "")]
    public void Hours_that_end_before_they_begin_are_asked_about(string cell, string meant)
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.With("Working pattern", cell));

        Assert.Equal((2, "E (Working pattern)"), (problem.Row, problem.Column));
        Assert.EndsWith("ends before it begins.", problem.What, StringComparison.Ordinal);
        Assert.StartsWith(meant + "For a shift through the night", problem.Mend, StringComparison.Ordinal);
    }
}
