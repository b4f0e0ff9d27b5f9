using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>The tables of an Azure Storage account, or of its emulator.</summary>
/// <remarks>
/// <para>
/// What the account says when it is missing, unreachable, overloaded or refuses us surfaces untouched as
/// <see cref="RequestFailedException"/> (or <see cref="AggregateException"/> after several tries), for the retry that owns it.
/// </para>
/// <para>
/// A request whose answer was lost is sent again by the SDK. The second try of an insert, a replacement or a deletion that
/// had succeeded is then a <see cref="StoreConflictException"/>, although it was our own first try that won. Callers need
/// no special case: on any conflict they read again and decide again, and find their own effect in place. After a
/// cancellation or any other exception it is likewise unknown whether a transaction was stored.
/// </para>
/// </remarks>
public sealed class AzureTables : ITables
{
    /// <summary>What table names start with unless told otherwise.</summary>
    public const string DefaultPrefix = "PlaceLeadership";

    private const int PageRows = 1_000;

    private readonly AccountPing _ping;
    private readonly TableServiceClient _account;
    private readonly Dictionary<Table, TableClient> _tables;

    private AzureTables(TableServiceClient account, AccountPing ping, TableNames names)
    {
        _account = account;
        _ping = ping;
        _tables = Enum.GetValues<Table>().ToDictionary(table => table, table => account.GetTableClient(names.Of(table)));
    }

    /// <summary>Opens an account with its key or a shared access signature. Sends nothing yet.</summary>
    /// <param name="connectionString">As the Azure portal shows it; also <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="prefix">
    /// What table names start with, so that several deployments share an account: letters and digits, a letter first.
    /// </param>
    /// <exception cref="ArgumentException">The connection string or the prefix cannot be used.</exception>
    public static AzureTables FromConnectionString(string connectionString, string prefix = DefaultPrefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return Open(options => Parse(connectionString, options), prefix);
    }

    /// <summary>Opens an account as an identity of Microsoft Entra, such as the managed identity of the host.</summary>
    /// <param name="endpoint">Address of the table service, such as <c>https://ACCOUNT.table.core.windows.net</c>.</param>
    /// <param name="credential">The identity; it needs the role <c>Storage Table Data Contributor</c>.</param>
    /// <param name="prefix">See <see cref="FromConnectionString"/>.</param>
    /// <exception cref="ArgumentException">The endpoint is not https, or the prefix cannot be used.</exception>
    public static AzureTables FromEndpoint(Uri endpoint, TokenCredential credential, string prefix = DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException("The endpoint of a storage account starts with https:// when an identity opens it.");
        }

        return Open(options => new TableServiceClient(endpoint, credential, options), prefix);
    }

    /// <summary>Creates the tables that are missing. Safe to repeat, also by several processes at once.</summary>
    /// <exception cref="RequestFailedException">The account refuses or fails.</exception>
    public Task CreateTablesAsync(CancellationToken cancellation) =>
        Task.WhenAll(_tables.Values.Select(table => _account.CreateTableIfNotExistsAsync(table.Name, cancellation)));

    /// <summary>
    /// Asks the account for one row without trying twice, within five seconds.
    /// </summary>
    /// <returns>
    /// Null when it answers (the tables need not exist yet); else one sentence for a person, which names the host and
    /// never the key.
    /// </returns>
    public Task<string?> PingAsync(CancellationToken cancellation) => _ping.AskAsync(cancellation);

    /// <inheritdoc />
    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckKeys(partition, key);
        var found = await _tables[table]
            .GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation)
            .ConfigureAwait(false);
        if (found.HasValue)
        {
            return StoredEntity.ToRow(found.Value!);
        }

        // A missing table must not look like a missing row.
        return AzureConflicts.IsMissingTable(found.GetRawResponse())
            ? throw new RequestFailedException(found.GetRawResponse())
            : null;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Row> RangeAsync(
        Table table, string partition, string from, string to, CancellationToken cancellation)
    {
        RowLimits.CheckRange(partition, from, to);
        return Range(_tables[table], partition, from, to, cancellation);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        RowLimits.CheckTransaction(partition, changes);
        try
        {
            var answers = await _tables[table]
                .SubmitTransactionAsync(changes.Select(change => ActionOf(partition, change)), cancellation)
                .ConfigureAwait(false);
            return [.. answers.Value.Select((answer, i) => changes[i] is RowChange.Delete ? "" : ETagOf(answer))];
        }
        catch (TableTransactionFailedException failure) when (AzureConflicts.SentenceFor(failure, changes) is { } sentence)
        {
            throw new StoreConflictException(sentence, failure);
        }
    }

    private static async IAsyncEnumerable<Row> Range(
        TableClient table,
        string partition,
        string from,
        string to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (string.CompareOrdinal(from, to) >= 0)
        {
            yield break;
        }

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellation);
        await foreach (var entity in rows.ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return StoredEntity.ToRow(entity);
        }
    }

    private static TableTransactionAction ActionOf(string partition, RowChange change) => change switch
    {
        RowChange.Insert insert => new(
            TableTransactionActionType.Add,
            StoredEntity.From(partition, insert.Key, insert.Shape, insert.Body)),
        RowChange.Replace replace => new(
            TableTransactionActionType.UpdateReplace,
            StoredEntity.From(partition, replace.Key, replace.Shape, replace.Body),
            new ETag(replace.ETag)),
        RowChange.Put put => new(
            TableTransactionActionType.UpsertReplace,
            StoredEntity.From(partition, put.Key, put.Shape, put.Body)),
        RowChange.Delete delete => new(
            TableTransactionActionType.Delete,
            new TableEntity(partition, delete.Key),
            new ETag(delete.ETag)),
        _ => throw new ArgumentException($"A change of type {change.GetType().Name} is unknown."),
    };

    private static string ETagOf(Response answer) => answer.Headers.ETag?.ToString()
        ?? throw new InvalidOperationException("The storage account stored a row and returned no ETag for it.");

    private static AzureTables Open(Func<TableClientOptions, TableServiceClient> open, string prefix)
    {
        var names = new TableNames(prefix);
        var probe = open(Connections.ForOneTry()).GetTableClient(names.Of(Table.Directory));
        return new AzureTables(open(Connections.ForWork()), new AccountPing(probe), names);
    }

    private static TableServiceClient Parse(string connectionString, TableClientOptions options)
    {
        try
        {
            return new TableServiceClient(connectionString, options);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            // Not chained: what the parser says may quote the key.
            throw new ArgumentException(
                "The storage connection string cannot be read. It looks like "
                + "'DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net'.");
        }
    }
}
