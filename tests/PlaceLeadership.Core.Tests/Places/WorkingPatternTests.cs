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
    public void What_is_not_certain_is_asked_with_its_place_and_a_way_out(string cell)
    {
        var problem = RosterFiles.OnlyProblem(RosterFiles.With("Days worked", cell));

        Assert.Equal((2, "E (Days worked)"), (problem.Row, problem.Column));
        Assert.NotEqual("", problem.Mend);
    }
}
