using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.Texts;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>The stored shape of a <see cref="Slot"/>. It says who is who in two cohorts, so it stands with the identities, in a partition that no cohort's id can be.</summary>
public static class SlotRows
{
    /// <summary>The shape.</summary>
    public const string Shape = "slot/2";

    /// <summary>Before a week had a mail of its own for meetings that were moved or called off.</summary>
    public const string EarlierShape = "slot/1";

    /// <summary>The partition of all of them.</summary>
    public const string Partition = "~slots";

    /// <summary>Reads one; null when there is none.</summary>
    public static async Task<Stored<Slot>?> FindAsync(ITables tables, SlotId id, CancellationToken cancellation) =>
        await tables.GetAsync(Table.Identities, Partition, id.Value, cancellation).ConfigureAwait(false) is { } row ? Read(row) : null;

    /// <summary>Stores one, or deletes the row of one without members.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="before">As it was read; null where there was none.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when somebody else was first.</returns>
    public static async Task<bool> StoreAsync(ITables tables, Stored<Slot>? before, Slot after, CancellationToken cancellation)
    {
        RowChange? change = (before, after.Members.Count) switch
        {
            (null, 0) => null,
            (null, _) => new RowChange.Insert(after.Id.Value, Shape, Write(after)),
            (_, 0) => new RowChange.Delete(after.Id.Value, before.ETag),
            _ when Write(before.Value) == Write(after) => null,
            _ => new RowChange.Replace(after.Id.Value, Shape, Write(after), before.ETag),
        };
        if (change is null)
        {
            return true;
        }

        try
        {
            await tables.SubmitAsync(Table.Identities, Partition, [change], cancellation).ConfigureAwait(false);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    /// <summary>Changes one, whatever others do to it at the same time.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="id">Which; where there is none, it has no members yet.</param>
    /// <param name="change">The change, which may be asked several times.</param>
    /// <param name="cancellation">Cancels between attempts.</param>
    /// <exception cref="StoreConflictException">Others changed it at every attempt.</exception>
    public static async Task ChangeAsync(ITables tables, SlotId id, Func<Slot, Slot> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await FindAsync(tables, id, cancellation).ConfigureAwait(false);
            if (await StoreAsync(tables, stored, change(stored?.Value ?? new Slot(id, [])), cancellation).ConfigureAwait(false))
            {
                return;
            }

            if (attempt == UnitOfWork.AttemptsMax)
            {
                throw new StoreConflictException($"Others changed the slot {id} at every one of {attempt} attempts.");
            }
        }
    }

    /// <summary>Takes all people of a cohort out of all slots, also of those that a link which broke off left.</summary>
    public static async Task ForgetAsync(ITables tables, CohortId cohort, CancellationToken cancellation)
    {
        var ids = new List<SlotId>();
        await foreach (var row in tables.RangeAsync(Table.Identities, Partition, "!", "~", cancellation).ConfigureAwait(false))
        {
            if (Read(row).Value is var slot && slot.Members.Any(member => member.Cohort == cohort))
            {
                ids.Add(slot.Id);
            }
        }

        foreach (var id in ids)
        {
            await ChangeAsync(tables, id, slot => slot.Without(cohort), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The stored form.</summary>
    public static string Write(Slot slot) => Documents.Write(new SlotDocument(slot.Id.Value,
    [
        .. slot.Members.OrderBy(member => member.Cohort).ThenBy(member => member.Participant).Select(member => new MemberDocument(
            member.Cohort.Value, member.Participant.Value, Day(member.EndsOn), member.Letter, Day(member.LetterOn), Day(member.BesideOn),
            Day(member.ChangeOn), Day(member.LastOn), member.EverySecondWeek, member.IsAway, member.IsLinked)),
    ]));

    /// <summary>The slot of a row.</summary>
    public static Stored<Slot> Read(Row row)
    {
        var document = Documents.Read<SlotDocument>(row, Shape, EarlierShape);
        return new Stored<Slot>(
            new Slot(new SlotId(document.Id),
            [
                .. document.Members.Select(member => new SlotMember(
                    new CohortId(member.Cohort), new ParticipantId(member.Participant), Day(member.EndsOn), member.Letter,
                    DayOrNull(member.LetterOn), DayOrNull(member.BesideOn), DayOrNull(member.ChangeOn), DayOrNull(member.LastOn), member.EverySecondWeek, member.IsAway, member.IsLinked)),
            ]),
            row.ETag);
    }

    private sealed record SlotDocument(string Id, IReadOnlyList<MemberDocument> Members);

    private sealed record MemberDocument(
        string Cohort, string Participant, string EndsOn, int Letter, string? LetterOn, string? BesideOn, string? ChangeOn, string? LastOn, bool EverySecondWeek,
        bool IsAway, bool IsLinked);
}
