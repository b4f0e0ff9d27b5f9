using NodaTime;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;

namespace PlaceLeadership.Core.Tests.Evidence;

public sealed class FactsCsvTests
{
    [Fact]
    public async Task Facts_become_one_row_each_under_a_header_and_quoted_where_needed()
    {
        var writer = new StringWriter();
        var count = await FactsCsv.WriteAsync(new CohortId("leeds"),
        [
            new Fact(new LocalDate(2026, 1, 2), new ParticipantId("p1"), FactKinds.Answer, new StepId("pulse-1"), "pulse", "safe-to-try", "voice", "3"),
            new Fact(new LocalDate(2026, 11, 30), null, FactKinds.CohortEnded),
            new Fact(new LocalDate(2026, 12, 1), new ParticipantId("p2"), FactKinds.Answer, new StepId("s"), "pulse", "", "q", "a;b,\"c\"\nd"),
        ], writer);

        Assert.Equal(3, count);
        Assert.Equal(
            "cohort,date,participant,fact,step,step_kind,theme,question,value\r\n"
            + "leeds,2026-01-02,p1,answer,pulse-1,pulse,safe-to-try,voice,3\r\n"
            + "leeds,2026-11-30,,cohort-ended,,,,,\r\n"
            + "leeds,2026-12-01,p2,answer,s,pulse,,q,\"a;b,\"\"c\"\"\nd\"\r\n",
            writer.ToString());
    }

    [Fact]
    public async Task No_facts_are_a_header_alone()
    {
        var writer = new StringWriter();
        Assert.Equal(0, await FactsCsv.WriteAsync(new CohortId("leeds"), [], writer));
        Assert.Equal(string.Join(',', FactsCsv.Columns) + "\r\n", writer.ToString());
    }
}
