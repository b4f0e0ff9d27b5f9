using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>Which failures of a transaction mean that somebody else stored something first.</summary>
internal static class AzureConflicts
{
    public static bool IsMissingTable(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) && code == TableErrorCode.TableNotFound;

    /// <summary>A sentence for a conflict; null for everything else, such as a missing table or an overloaded account.</summary>
    public static string? SentenceFor(TableTransactionFailedException failure, IReadOnlyList<RowChange> changes)
    {
        var what = ProblemOf(failure);
        if (what is null)
        {
            return null;
        }

        return failure.FailedTransactionActionIndex is { } i && i >= 0 && i < changes.Count
            ? $"The row '{changes[i].Key}' {what}."
            : $"A row of the transaction {what}.";
    }

    private static string? ProblemOf(RequestFailedException failure) => failure.Status switch
    {
        412 => "has been changed by somebody else",
        409 when failure.ErrorCode == TableErrorCode.EntityAlreadyExists => "exists already",
        404 when failure.ErrorCode is { } code
            && (code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound) => "is missing",
        _ => null,
    };
}
