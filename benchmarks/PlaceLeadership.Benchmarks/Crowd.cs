using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Benchmarks;

/// <summary>Ten thousand varied people in the thirteenth week of the default programme.</summary>
internal static class Crowd
{
    public const int Size = 10_000;

    private static readonly Weekdays[] Patterns =
    [
        Weekdays.All, Weekdays.All, Weekdays.All, Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday,
        Weekdays.Tuesday | Weekdays.Thursday, Weekdays.Wednesday,
    ];

    private static readonly string[] SectorIds = [Sectors.Council, Sectors.Nhs, Sectors.Police, Sectors.Community];

    public static string Yaml { get; } = ReadYaml();

    public static Programme Programme { get; } = ProgrammeReader.Read(Yaml, BuiltIn.Kinds).Programme!;

    public static Timetable Timetable { get; } = Timetable.Of(Programme);

    public static Cohort Cohort { get; } = new()
    {
        Id = new CohortId("crowd"),
        Place = "P",
        ProgrammeId = Programme.Id,
        ProgrammeVersion = Programme.Version,
        Start = new LocalDate(2026, 1, 5),
        Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
        Division = UkDivision.EnglandAndWales,
        Sender = new Sender("Sam", "sam@example.org", "telephone"),
        OrganisationPauses = new Dictionary<string, Pause> { ["o19"] = new(new LocalDate(2026, 3, 1), null) },
    };

    /// <summary>Ten in the morning of a Wednesday: some have something due, most wait.</summary>
    public static LocalDateTime Now { get; } = new(2026, 4, 1, 10, 0);

    /// <summary>Everybody as the programme left them the evening before, one in eight with replies outstanding.</summary>
    public static Participant[] People { get; } = [.. Enumerable.Range(0, Size).Select(Lived)];

    private static Participant Lived(int index)
    {
        var person = new Participant
        {
            Id = new ParticipantId($"p{index}"),
            Organisation = $"o{index % 20}",
            Sector = SectorIds[index % SectorIds.Length],
            Role = index % 3 == 0 ? "Lead" : "",
            Pattern = new WorkingPattern(Patterns[index % Patterns.Length], 8, 18),
            Hour = 8 + (index % 9),
            JoinedFrom = Cohort.Start.PlusDays(index % 7 == 0 ? 40 : 0),
        };
        for (var day = Cohort.Start; day < Now.Date; day = day.PlusDays(1))
        {
            var (change, _) = CohortTending.DecideFor(Timetable, Cohort, StepSet.Empty, person, day.At(new LocalTime(17, 30)));
            person = change?.Participant ?? person;
            person = index % 8 == 0 ? person : person with { Open = [] };
        }

        return index % 50 == 0
            ? person with { Pause = new Pause(Now.Date.PlusDays(-3), Now.Date.PlusDays(4)) }
            : index % 51 == 0
                ? person with { Amendments = [new Amendment(Timetable.Steps[^1].Id, MessageKind.Prompt, Now.Date.PlusDays(9))] }
                : person;
    }

    private static string ReadYaml()
    {
        using var stream = typeof(Crowd).Assembly.GetManifestResourceStream("place-leadership.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
