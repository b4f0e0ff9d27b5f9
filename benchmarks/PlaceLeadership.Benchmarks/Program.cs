using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PlaceLeadership.Benchmarks;
using PlaceLeadership.Benchmarks.Matching;

if (args is ["matching", .. var rest])
{
    return MatchingResults.Run(rest);
}

if (args is ["rounds"])
{
    return PlanResults.Run();
}

// In this process and short: the numbers guide, a minute is enough, and no second build is needed.
var config = ManualConfig.CreateEmpty()
    .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
    .AddLogger(NullLogger.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(8))
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
var summary = BenchmarkRunner.Run<DecisionBenchmarks>(config);
var pairing = BenchmarkRunner.Run<PairingBenchmarks>(config);
if (new[] { summary, pairing }.Any(one => one.HasCriticalValidationErrors || one.Reports.Any(report => !report.Success)))
{
    Console.Error.WriteLine("The decisions could not be measured.");
    return 1;
}

Console.WriteLine("| decisions on one core | ns each | a second | a second, fastest round |");
Console.WriteLine("|---|--:|--:|--:|");
foreach (var report in summary.Reports)
{
    var nanoseconds = report.ResultStatistics!.Median;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {report.BenchmarkCase.Descriptor.WorkloadMethod.Name} | {nanoseconds:N0} | {1e9 / nanoseconds:N0} | {1e9 / report.ResultStatistics.Min:N0} |"));
}

Console.WriteLine();
Console.WriteLine("| best pairs on one core, proof included | people | ms |");
Console.WriteLine("|---|--:|--:|");
foreach (var report in pairing.Reports)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {report.BenchmarkCase.Descriptor.WorkloadMethod.Name} | {report.BenchmarkCase.Parameters[0].Value} | {report.ResultStatistics!.Median / 1e6:N1} |"));
}

var figures = await DeliveryRun.MeasureAsync();
Console.WriteLine();
Console.WriteLine("| sixty messages due at once, on the emulator | |");
Console.WriteLine("|---|--:|");
foreach (var (name, value) in new (string, double)[]
{
    ("raw: rows inserted a second, 100 in a transaction", figures.InsertsPerSecond),
    ("raw: the same inserts, replacements and deletions as below a second, 100 in a transaction", figures.AlikePerSecond),
    ("tend and deliver: rows written a second", figures.RowsPerSecond),
    ("messages a second", figures.MessagesPerSecond),
    ("rows written a message", figures.RowsPerMessage),
    ("transactions a message", figures.TransactionsPerMessage),
    ("reads a message", figures.ReadsPerMessage),
    ("rows written a second, as a share of raw inserts", figures.RowsPerSecond / figures.InsertsPerSecond),
    ("rows written a second, as a share of the same changes raw", figures.RowsPerSecond / figures.AlikePerSecond),
})
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {value:#,0.00} |"));
}

return 0;
