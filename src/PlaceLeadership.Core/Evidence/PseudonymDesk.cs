using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Evidence;

/// <summary>
/// What exports call people. Facts are stored under ids, which links and providers have carried; whoever reads an export must not
/// be able to tell which id is which row. So each person has a pseudonym drawn at random, kept with the identity and gone with
/// it. Somebody whose identity is erased stays in the totals, as somebody new: another pseudonym, drawn when it is first needed
/// and kept, that leads back neither to the person nor to what earlier exports said of them.
/// </summary>
public sealed class PseudonymDesk(CohortReader reader, StepKinds kinds)
{
    /// <summary>The shape of the pseudonym of somebody whose identity is erased.</summary>
    public const string Shape = "pseudonym/1";

    /// <summary>The facts of the parts of a cohort as an export tells them: what each part says of the whole cohort stands once.</summary>
    /// <remarks>By day and then by pseudonym: in the order of ids, whoever knows all ids could count out whose row is whose.</remarks>
    public async Task<IReadOnlyList<Fact>> FactsAsync(IReadOnlyList<CohortId> parts, CancellationToken cancellation)
    {
        var facts = new SortedDictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var told = await reader.FactsAsync(part, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
            var people = told.Select(fact => fact.Participant).OfType<ParticipantId>().ToHashSet();
            var pseudonyms = await OfAsync(part, people, cancellation).ConfigureAwait(false);
            var tellable = kinds.All.OfType<Journey>().Aggregate(ReplyFacts.Latest(told), (facts, journey) => journey.Tell([.. facts]));
            foreach (var fact in tellable.Select(fact => fact with
            {
                Participant = fact.Participant is { } person ? new ParticipantId(pseudonyms[person]) : null,
                Revision = 0,
            }))
            {
                facts[CohortKeys.Fact(fact)] = fact;
            }
        }

        return [.. facts.Values];
    }

    private async Task<Dictionary<ParticipantId, string>> OfAsync(CohortId cohort, IReadOnlySet<ParticipantId> people, CancellationToken cancellation)
    {
        var pseudonyms = new Dictionary<ParticipantId, string>();
        var identities = await reader.IdentitiesAsync(cohort, cancellation).ConfigureAwait(false);
        foreach (var person in people)
        {
            pseudonyms[person] = identities.GetValueOrDefault(person)?.Value.Pseudonym is { Length: > 0 } known
                ? known : await DrawAsync(cohort, person, cancellation).ConfigureAwait(false);
        }

        return pseudonyms;
    }

    private async Task<string> DrawAsync(CohortId cohort, ParticipantId person, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var drawn = Enrolment.NewPseudonym();
            try
            {
                var (found, change) = await FindAsync(cohort, person, drawn, cancellation).ConfigureAwait(false);
                if (change is not null)
                {
                    await reader.Tables.SubmitAsync(Table.Identities, cohort.Value, [change], cancellation).ConfigureAwait(false);
                }

                return found ?? drawn;
            }
            catch (StoreConflictException) when (attempt < UnitOfWork.AttemptsMax)
            {
                // Somebody else exports, or changes or erases the person, at this moment: look again.
            }
        }
    }

    private async Task<(string? Found, RowChange? Change)> FindAsync(CohortId cohort, ParticipantId person, string drawn, CancellationToken cancellation)
    {
        var key = CohortKeys.Person(person);
        if (await reader.Tables.GetAsync(Table.Identities, cohort.Value, key, cancellation).ConfigureAwait(false) is { } row)
        {
            var identity = CohortRows.ReadIdentity(row);
            return identity.Value.Pseudonym.Length > 0
                ? (identity.Value.Pseudonym, null)
                : (null, new RowChange.Replace(key, CohortRows.IdentityShape, CohortRows.Write(identity.Value with { Pseudonym = drawn }), identity.ETag));
        }

        var erased = CohortKeys.Pseudonym(person);
        return await reader.Tables.GetAsync(Table.Identities, cohort.Value, erased, cancellation).ConfigureAwait(false) is { } there
            ? (Documents.Read<Document>(there, Shape).Pseudonym, null)
            : (null, new RowChange.Insert(erased, Shape, Documents.Write(new Document(drawn))));
    }

    private sealed record Document(string Pseudonym);
}
