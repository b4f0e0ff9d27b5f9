namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Why rules cannot all be kept: counted, not tried, unless it is <see cref="NoneFound"/>.</summary>
/// <param name="Rules">The rules that make this reason together; unless one of them is given up, it stays. None when no rule is to blame.</param>
public abstract record SeatingReason(IReadOnlyList<SeatingRule> Rules)
{
    /// <summary>Whether it proves that there are no such sets.</summary>
    public virtual bool Proves => true;

    /// <summary>The reason as sentences for a programme manager.</summary>
    public abstract string Say(Names names);

    /// <summary>There are too few people for one set.</summary>
    public sealed record TooFewPeople(int People) : SeatingReason([])
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"A set needs at least {SetCount.Least} people, and there are {People}.";
    }

    /// <summary>An organisation has more people than the sets may take of it.</summary>
    public sealed record OrganisationTooLarge(string Organisation, int People, int Sets, int Most) : SeatingReason([SeatingRule.Organisations])
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"{People} people are of {names.Organisation(Organisation)}, and {Sets} sets with at most {Most} of them each have room for {Sets * Most}.";
    }

    /// <summary>There are fewer sectors than each set needs.</summary>
    public sealed record TooFewSectors(IReadOnlyList<string> Sectors, int Needed) : SeatingReason([SeatingRule.Sectors])
    {
        /// <inheritdoc/>
        public override string Say(Names names) => Sectors.Count == 1
            ? $"Everybody is of one sector, {Sectors[0]}, and each set needs {Needed}."
            : $"People are of {Sectors.Count} sectors, {Names.Listed(Sectors)}, and each set needs {Needed}.";
    }

    /// <summary>A sector has so many people that too few places are left for others.</summary>
    public sealed record SectorTooLarge(string Sector, int People, int All, int Sets, int Needed) : SeatingReason([SeatingRule.Sectors])
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"{People} of {All} people are of the sector {Sector}. Each of {Sets} sets needs {Needed} sectors, and so {Needed - 1} people of others: "
            + $"{Sets * (Needed - 1)} in all, and there are {All - People}.";
    }

    /// <summary>Smaller sectors do not reach into enough sets.</summary>
    public sealed record SectorsTooSmall(int Sets, int Needed, int Reached, IReadOnlyList<SeatingRule> By) : SeatingReason(By)
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"{Sets} sets with {Needed} sectors each need a sector to be present {Sets * Needed} times; with the people there are, it can be {Reached} times"
            + (Rules.Contains(SeatingRule.Community) ? ", as nobody of the community sector sits alone." : ".");
    }

    /// <summary>However the members of the community sector are put together, somebody sits alone or another rule is broken.</summary>
    public sealed record NoCompany(IReadOnlyList<string> People, IReadOnlyList<SeatingRule> By) : SeatingReason(By)
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"{People.Count} people are of the community sector: {names.People(People)}. However they are put together, one of them sits alone or "
            + "those who sit together break another rule, such as hours in common.";
    }

    /// <summary>Somebody does not work as many hours on any day as the set is to share.</summary>
    public sealed record DayTooShort(IReadOnlyList<string> People, int Hours) : SeatingReason([SeatingRule.CommonTime])
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"{names.People(People)} {(People.Count == 1 ? "works" : "work")} less than {Hours} hours on every day, and all members of a set are to share {Hours}.";
    }

    /// <summary>More people must all be apart from each other than there are sets.</summary>
    public sealed record TooManyApart(IReadOnlyList<string> People, int Sets, IReadOnlyList<SeatingRule> By) : SeatingReason(By)
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"{People.Count} people must all be apart from each other ({RuleWords.Listed(Rules)}), and there are {Sets} sets: {names.People(People)}.";
    }

    /// <summary>Every division of these people was looked at, and none keeps the rules.</summary>
    public sealed record NoneExists(IReadOnlyList<SeatingRule> Hurt) : SeatingReason(Hurt)
    {
        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"All divisions of these people were looked at, and none keeps every rule. The nearest breaks {RuleWords.Listed(Rules)}.";
    }

    /// <summary>The search found none. That is no proof: searching longer may.</summary>
    public sealed record NoneFound(IReadOnlyList<SeatingRule> Hurt) : SeatingReason(Hurt)
    {
        /// <inheritdoc/>
        public override bool Proves => false;

        /// <inheritdoc/>
        public override string Say(Names names) =>
            $"The nearest that were found in the time there was break {RuleWords.Listed(Rules)}. That is no proof: a longer search may find some that break nothing.";
    }

    /// <summary>Sets could not be mended.</summary>
    public sealed record NoRepair(IReadOnlyList<SeatingRule> Hurt, bool Certain) : SeatingReason(Hurt)
    {
        /// <inheritdoc/>
        public override bool Proves => Certain;

        /// <inheritdoc/>
        public override string Say(Names names) =>
            (Certain
                ? "However many people moved, no sets would keep every rule and give everybody a place."
                : "No way to mend the sets was found in the time there was; that is no proof, and a longer search may find one.")
            + (Hurt.Count == 0 ? "" : $" As they are, the sets break {RuleWords.Listed(Rules)}.");
    }
}
