namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>A broken caller hears of it in a sentence with the values.</summary>
internal static class RequestChecks
{
    public static void Check(CoachingRequest request)
    {
        if (request.Profiles.Count > CoachingRequest.PeopleMax || request.Rounds.Count > CoachingRequest.RoundsMax)
        {
            throw new ArgumentException(
                $"{request.Profiles.Count} people and {request.Rounds.Count} rounds are more than {CoachingRequest.PeopleMax} and {CoachingRequest.RoundsMax}.",
                nameof(request));
        }

        Check(request.Profiles.Select(person => person.Id), request.Rounds.SelectMany(round => round.Away));
    }

    public static void Check(RematchRequest request)
    {
        if (request.Profiles.Count > CoachingRequest.PeopleMax)
        {
            throw new ArgumentException($"{request.Profiles.Count} people are more than {CoachingRequest.PeopleMax}.", nameof(request));
        }

        if (request.Groups.SelectMany(group => group).CountBy(id => id, StringComparer.Ordinal).FirstOrDefault(one => one.Value > 1).Key is { } twice)
        {
            throw new ArgumentException($"'{twice}' is in two groups of the round.", nameof(request));
        }

        Check(request.Profiles.Select(person => person.Id), []);
    }

    private static void Check(IEnumerable<string> people, IEnumerable<string> named)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in people)
        {
            if (!known.Add(id))
            {
                throw new ArgumentException($"The id '{id}' is there twice.", nameof(people));
            }
        }

        foreach (var id in named)
        {
            if (!known.Contains(id))
            {
                throw new ArgumentException($"'{id}' is nobody's id.", nameof(named));
            }
        }
    }
}
