namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// Whether the members of the community sector can be put together at all so that nobody who needs company sits without and the
/// other rules are kept among them. Looks at every way to group them, where they are few.
/// </summary>
internal static class CommunityCompany
{
    private const int PeopleMost = 12;

    /// <summary>Whether it is certain that they cannot.</summary>
    /// <param name="community">The numbers of the members of the sector.</param>
    /// <param name="house">The rules.</param>
    public static bool IsImpossible(int[] community, HouseRules house)
    {
        if (community.Length is 0 or > PeopleMost)
        {
            return false;
        }

        var all = 1 << community.Length;
        var isGroup = new bool[all];
        for (var group = 1; group < all; group++)
        {
            int[] members = [.. community.Where((_, place) => (group & (1 << place)) != 0)];
            isGroup[group] = members.Length <= SetCount.Most && house.Excess(members) == 0 && !house.IsLonely(members);
        }

        // Who is the first of those left over belongs to one of the groups that hold them.
        var canBe = new bool[all];
        canBe[0] = true;
        for (var people = 1; people < all; people++)
        {
            var first = people & -people;
            for (var group = people; group > 0 && !canBe[people]; group = (group - 1) & people)
            {
                canBe[people] = (group & first) != 0 && isGroup[group] && canBe[people ^ group];
            }
        }

        return !canBe[all - 1];
    }
}
