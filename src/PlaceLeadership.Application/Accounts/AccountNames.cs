using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Application.Accounts;

/// <summary>
/// How histories name whoever did something. A name is what a provider says, and no two need differ: so it is quoted, and what tells it from
/// others stands behind it.
/// </summary>
internal static class AccountNames
{
    private const int MarkLength = 6;

    public static string Of(Account account) =>
        $"“{account.Called.Replace('“', '\'').Replace('”', '\'')}” ({(account.Address.Length > 0 && account.Address != account.Called ? account.Address : MarkOf(account.Id))})";

    /// <summary>The beginning of an account's id.</summary>
    public static string MarkOf(AccountId id) => id.Value[..Math.Min(MarkLength, id.Value.Length)];
}
