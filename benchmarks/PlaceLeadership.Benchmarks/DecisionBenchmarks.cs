using BenchmarkDotNet.Attributes;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Benchmarks;

/// <summary>Decisions on one core, each about one person.</summary>
public class DecisionBenchmarks
{
    private readonly Core.Cohorts.Participant[] _people = Crowd.People;

    /// <summary>What comes next for everybody of the crowd.</summary>
    [Benchmark(OperationsPerInvoke = Crowd.Size)]
    public int Next()
    {
        var due = 0;
        foreach (var person in _people)
        {
            due += Agenda.Next(Crowd.Timetable, Crowd.Cohort, StepSet.Empty, person, Crowd.Now).Due ? 1 : 0;
        }

        return due;
    }

    /// <summary>The same with what it changes and when to look again.</summary>
    [Benchmark(OperationsPerInvoke = Crowd.Size)]
    public int DecideFor()
    {
        var changes = 0;
        foreach (var person in _people)
        {
            changes += CohortTending.DecideFor(Crowd.Timetable, Crowd.Cohort, StepSet.Empty, person, Crowd.Now).Change is null ? 0 : 1;
        }

        return changes;
    }
}
