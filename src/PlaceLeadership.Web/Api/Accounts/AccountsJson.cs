using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Api.Accounts;

/// <summary>Everybody who has signed in, or came with an access token.</summary>
/// <param name="Accounts">The accounts, by name.</param>
internal sealed record AccountsJson(IReadOnlyList<AccountJson> Accounts);

/// <summary>An account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How the provider names whose it is.</param>
/// <param name="Address">An address that the provider gives; may be empty.</param>
/// <param name="SeenAt">When they last signed in, or a token of theirs was first used on a day.</param>
/// <param name="Grants">What was granted here, such as manager@everywhere, evaluator@place:vale or facilitator@cohort:ID. Roles of the provider are not among them.</param>
internal sealed record AccountJson(string Id, string Name, string Address, DateTimeOffset SeenAt, IReadOnlyList<string> Grants)
{
    public static AccountJson Of(Account account) =>
        new(account.Id.Value, account.Called, account.Address, account.SeenAt.ToDateTimeOffset(), [.. account.Grants.Select(grant => grant.Word)]);
}

/// <summary>What was done at the desk in a week.</summary>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Lines">What was done, latest last.</param>
internal sealed record AccessHistoryJson(DateOnly Monday, IReadOnlyList<AccessLineJson> Lines);

/// <summary>One thing that was done.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">Who did what, and from where.</param>
internal sealed record AccessLineJson(DateTimeOffset At, string Sentence)
{
    public static AccessLineJson Of(AccessLine line) => new(line.Act.At.ToDateTimeOffset(), line.Sentence);
}
