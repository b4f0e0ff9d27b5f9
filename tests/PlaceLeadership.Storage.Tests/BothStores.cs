using System.Globalization;
using CsCheck;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage.Tests;

/// <summary>Whatever is done, both stores answer alike and hold the same rows afterwards.</summary>
public sealed class BothStores(Emulator emulator)
{
    private static readonly string[] Keys = ["a", "a|1", "b", "ŵ'"];

    private static readonly Gen<PlannedChange> Change = Gen.Select(
        Gen.Enum<PlannedKind>(),
        Gen.Int[0, 3].Select(i => Keys[i]),
        Gen.Int[0, 2],
        Gen.String[Gen.Char.AlphaNumeric, 0, 3],
        (kind, key, age, body) => new PlannedChange(kind, key, age, body));

    private static readonly Gen<PlannedChange[][]> Plan = Change.Array[1, 4].Array[1, 20];

    private int _plans;

    [Fact]
    public async Task Any_sequence_of_transactions_has_the_same_results_and_leaves_the_same_rows() =>
        await Plan.SampleAsync(
            async plan =>
            {
                var partition = "both-" + Interlocked.Increment(ref _plans).ToString(CultureInfo.InvariantCulture);
                var memory = await RecordAsync(new MemoryTables(), partition, plan);
                var azure = await RecordAsync(emulator.Tables, partition, plan);
                Assert.Equal(memory, azure);
            },
            iter: 150,
            threads: 2);

    /// <summary>What happened, one line for each transaction and each row at the end; no ETags, which differ.</summary>
    private static async Task<List<string>> RecordAsync(ITables tables, string partition, PlannedChange[][] plan)
    {
        var record = new List<string>();
        var etags = Keys.ToDictionary(key => key, _ => new List<string>());
        // A key that never was there needs the ETag of something that was.
        var foreign = (await SubmitAsync(tables, partition, [new RowChange.Put("zz", "seed/1", "")]))[0];
        foreach (var planned in plan)
        {
            var changes = planned.Select(change => change.Resolve(etags[change.Key], foreign)).ToArray();
            try
            {
                var answers = await SubmitAsync(tables, partition, changes);
                record.Add("stored " + string.Join(' ', answers.Select(etag => etag.Length > 0 ? "etag" : "none")));
                foreach (var (change, etag) in changes.Zip(answers).Where(pair => pair.Second.Length > 0))
                {
                    Assert.DoesNotContain(etag, etags[change.Key]);
                    etags[change.Key].Add(etag);
                }
            }
            catch (StoreConflictException conflict)
            {
                record.Add(changes.Length == 1 ? conflict.Message : "conflict");
            }
            catch (ArgumentException refused)
            {
                record.Add(refused.Message);
            }
        }

        await foreach (var row in tables.RangeAsync(Table.Cohorts, partition, "", "ź", CancellationToken.None))
        {
            Assert.Equal(row, await tables.GetAsync(Table.Cohorts, partition, row.Key, CancellationToken.None));
            record.Add($"{row.Key} {row.Shape} {row.Body}");
        }

        return record;
    }

    private static Task<IReadOnlyList<string>> SubmitAsync(ITables tables, string partition, RowChange[] changes) =>
        tables.SubmitAsync(Table.Cohorts, partition, changes, CancellationToken.None);
}
