using System.Net;
using System.Net.Sockets;
using Azure;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage.Tests;

public sealed class AccountThatDoesNotAnswer(Emulator emulator)
{
    private const string Key = "c2VjcmV0LWtleS1vZi1hLXRlc3Q=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_that_answers_has_nothing_to_say() =>
        Assert.Null(await emulator.Tables.PingAsync(Stop));

    [Fact]
    public async Task An_account_without_our_tables_answers_too() =>
        Assert.Null(await AzureTables.FromConnectionString(emulator.ConnectionString, "Nothing").PingAsync(Stop));

    [Fact]
    public async Task A_closed_port_is_told_in_one_sentence_without_the_key()
    {
        var port = ClosedPort();

        var sentence = await At(port).PingAsync(Stop);

        Assert.Equal($"The storage account at 127.0.0.1:{port} does not answer: Connection refused.", sentence);
    }

    [Fact]
    public async Task An_unknown_host_is_told_in_one_sentence()
    {
        var tables = AzureTables.FromConnectionString(
            $"DefaultEndpointsProtocol=https;AccountName=acc;AccountKey={Key};TableEndpoint=https://nowhere.invalid/");

        var sentence = await tables.PingAsync(Stop);

        Assert.StartsWith("The storage account at nowhere.invalid does not answer: ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_as_a_refusal()
    {
        var wrong = emulator.ConnectionString.Replace("Eby8vdM0", "AAAAAAAA", StringComparison.Ordinal);

        var sentence = await AzureTables.FromConnectionString(wrong, "Tests").PingAsync(Stop);

        Assert.Matches(@"^The storage account at 127\.0\.0\.1:\d+ refuses the key or identity it was given \(403 \w+\)\.$", sentence);
    }

    [Fact]
    public async Task Work_on_a_dead_account_fails_with_what_the_provider_says()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => At(ClosedPort()).GetAsync(Table.Cohorts, "p", "k", Stop));

        Assert.True(failure is RequestFailedException or AggregateException, failure.ToString());
    }

    [Fact]
    public async Task A_missing_table_is_a_failure_and_neither_a_missing_row_nor_a_conflict()
    {
        var tables = AzureTables.FromConnectionString(emulator.ConnectionString, "Nothing");
        RowChange[] changes = [new RowChange.Put("k", "thing/1", "")];

        var onGet = await Assert.ThrowsAnyAsync<RequestFailedException>(() => tables.GetAsync(Table.Cohorts, "p", "k", Stop));
        var onSubmit = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => tables.SubmitAsync(Table.Cohorts, "p", changes, Stop));

        Assert.Equal(("TableNotFound", "TableNotFound"), (onGet.ErrorCode, onSubmit.ErrorCode));
    }

    [Fact]
    public async Task Tables_can_be_created_again_and_by_two_at_once()
    {
        var one = AzureTables.FromConnectionString(emulator.ConnectionString, "Twice");
        var two = AzureTables.FromConnectionString(emulator.ConnectionString, "Twice");

        await Task.WhenAll(one.CreateTablesAsync(Stop), two.CreateTablesAsync(Stop));
        await one.CreateTablesAsync(Stop);

        await one.SubmitAsync(Table.Cohorts, "p", [new RowChange.Put("k", "thing/1", "twice")], Stop);
        Assert.Equal("twice", (await two.GetAsync(Table.Cohorts, "p", "k", Stop))!.Body);
        Assert.Null(await emulator.Tables.GetAsync(Table.Cohorts, "p", "k", Stop));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=not base 64!;EndpointSuffix=core.windows.net")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_repeating_it(string text)
    {
        var refused = Assert.Throws<ArgumentException>(() => AzureTables.FromConnectionString(text));

        Assert.StartsWith("The storage connection string cannot be read.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not base 64", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9lives")]
    [InlineData("has-dash")]
    [InlineData("a234567890123456789012345678901234567890x")]
    public void A_prefix_that_cannot_start_a_table_name_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => AzureTables.FromConnectionString(emulator.ConnectionString, prefix));

    private static AzureTables At(int port) => AzureTables.FromConnectionString(
        $"DefaultEndpointsProtocol=http;AccountName=acc;AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/acc");

    /// <summary>A port that was free a moment ago.</summary>
    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
