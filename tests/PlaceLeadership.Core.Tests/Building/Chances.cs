using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>Random programmes, people and days, as odd as the product allows.</summary>
internal static class Chances
{
    private static readonly IReadOnlyList<StepKind> Kinds =
    [
        BuiltIn.Reflection, BuiltIn.Pulse, BuiltIn.Recognition, BuiltIn.TiesSurvey, BuiltIn.Milestone,
        BuiltIn.Reflection, BuiltIn.CoachingRound,
    ];

    private static readonly Gen<StepKind> Kind = Gen.Int[0, 6].Select(index => Kinds[index]);

    private static readonly Gen<int[]> Reminders = Gen.OneOf(
        Gen.Const(Array.Empty<int>()), Gen.Int[1, 9].Select(day => new[] { day }),
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], (first, more) => new[] { first, first + more }));

    private static readonly Gen<Audience> Audiences = Gen.Frequency(
        (5, Gen.Const(Audience.All)),
        (1, Gen.Const(Audience.All with { Sectors = ["council"] })),
        (1, Gen.Const(Audience.All with { Roles = ["lead"] })),
        (1, Gen.Const(Audience.All with { Stages = [Stage.SelfRun] })));

    private static readonly Gen<Rhythm> Rhythms = Gen.Frequency(
        (2, Gen.Const(Plan.EachDay)), (1, Gen.Const(Rhythm.Usual)), (2, Gen.Int[1, 5].Select(day => new Rhythm(Day: (IsoDayOfWeek)day))));

    private static readonly Gen<QuietWeeks> Quiet = Gen.Frequency(
        (2, Gen.Const(QuietWeeks.None)),
        (1, Gen.Select(Gen.Int[0, 364], Gen.Int[0, QuietRange.DaysMost - 2], (first, days) =>
        {
            static AnnualDate At(int day) => new LocalDate(2026, 1, 1).PlusDays(day) is var date ? new AnnualDate(date.Month, date.Day) : default;
            return new QuietWeeks(1, [new QuietRange(At(first), At(first + days))]);
        })));

    public static Gen<UkDivision> Division { get; } = Gen.Int[0, 2].Select(index => (UkDivision)index);

    /// <summary>A start for which the bank holidays of a whole programme are known.</summary>
    public static Gen<LocalDate> Start { get; } =
        Gen.Int[0, 5900].Select(days => new LocalDate(2024, 1, 1).PlusDays(days));

    public static Gen<Programme> Programme { get; } =
        from weeks in Gen.Int[5, 12]
        from steps in Step(weeks).Array[1, 16]
        from rhythm in Rhythms
        from quiet in Quiet
        select Plan.LongEnough(Plan.Of(weeks, [.. steps.Select((make, index) => make(index))])) with { Rhythm = rhythm, Quiet = quiet };

    public static Gen<RosterEntry> Person { get; } =
        from days in Gen.OneOf(Gen.Const(31), Gen.Int[1, 31], Gen.Int[0, 4].Select(day => 1 << day))
        from fromHour in Gen.Int[8, 17]
        from toHour in Gen.Int[fromHour + 1, 18]
        from hour in Gen.Int[fromHour, toHour - 1]
        from organisation in Gen.Int[1, 2]
        from council in Gen.Bool
        from lead in Gen.Bool
        select Somebody.Named("N", $"Organisation {organisation}") with
        {
            Sector = council ? Sectors.Council : Sectors.Nhs,
            Role = lead ? "Lead" : "Clerk",
            Pattern = new WorkingPattern((Weekdays)days, fromHour, toHour),
            PreferredHour = hour,
        };

    public static Gen<IReadOnlyList<RosterEntry>> People(int most) => Person.Array[1, most].Select(people =>
        (IReadOnlyList<RosterEntry>)[.. people.Select((entry, index) => entry with { Name = $"N{index}", Email = $"n{index}@example.org" })]);

    private static Gen<Func<int, Step>> Step(int weeks) =>
        from kind in Kind
        from week in Gen.Int[1, weeks]
        from day in Gen.Int[1, 5]
        from relative in Gen.Int[0, 3]
        from after in Gen.Int[0, 30]
        from before in Gen.Int[0, 15]
        from reminders in Reminders
        from audience in Audiences
        from more in Gen.Int[1, 20]
        select (Func<int, Step>)(index => Plan.Prompt(new StepId($"s{index}"), week, (IsoDayOfWeek)day, kind) with
        {
            Placement = relative == 0 && index > 0
                ? new Placement.After(new StepId($"s{before % index}"), after)
                : new Placement.InWeek(week, (IsoDayOfWeek)day),
            ReminderDays = kind.AsksForReply ? reminders : [],
            OpenDays = kind.AsksForReply ? reminders.LastOrDefault() + more + 1 : 21,
            Audience = audience,
        });
}
