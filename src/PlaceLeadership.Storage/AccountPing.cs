using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PlaceLeadership.Storage;

/// <summary>Whether an account answers, said in one sentence.</summary>
internal sealed class AccountPing(TableClient table)
{
    private string Host => table.Uri.Authority;

    public async Task<string?> AskAsync(CancellationToken cancellation)
    {
        try
        {
            var answer = await table
                .GetEntityIfExistsAsync<TableEntity>("ping", "ping", cancellationToken: cancellation)
                .ConfigureAwait(false);
            return answer.GetRawResponse().Status is 200 or 404 ? null : Failing(answer.GetRawResponse().Status, null);
        }
        catch (RequestFailedException refusal) when (refusal.Status is 401 or 403)
        {
            return $"The storage account at {Host} refuses the key or identity it was given "
                + $"({StatusOf(refusal.Status, refusal.ErrorCode)}).";
        }
        catch (RequestFailedException failure) when (failure.Status != 0)
        {
            return Failing(failure.Status, failure.ErrorCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Silent("it took too long");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Silent(ReasonOf(e));
        }
    }

    private string Failing(int status, string? code) =>
        $"The storage account at {Host} answers with an error ({StatusOf(status, code)}).";

    private static string StatusOf(int status, string? code) => $"{status} {code ?? ((HttpStatusCode)status).ToString()}";

    private string Silent(string reason) => $"The storage account at {Host} does not answer: {reason}.";

    /// <summary>The innermost cause says 'Connection refused' where the outer ones repeat the address and count tries.</summary>
    private static string ReasonOf(Exception e)
    {
        var cause = e.GetBaseException().Message;
        var line = cause.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        return (end < 0 ? line : line[..end]).TrimEnd('.').ToString();
    }
}
