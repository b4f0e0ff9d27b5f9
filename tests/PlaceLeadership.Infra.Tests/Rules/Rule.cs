using PlaceLeadership.Infra.Tests.Compiling;

namespace PlaceLeadership.Infra.Tests.Rules;

/// <summary>Something that must be true of every deployment.</summary>
/// <param name="Name">The rule as a sentence.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="Subjects">What it speaks of, each with what is wrong with it, or null. None at all breaks the rule too.</param>
/// <param name="Faults">Edits of the real files that break this rule and no other: the proof that it can fail.</param>
public sealed record Rule(
    string Name, string Reason, Func<Deployment, IEnumerable<(string Subject, string? Problem)>> Subjects, IReadOnlyList<Edit> Faults)
{
    /// <summary>A rule about each resource of a type.</summary>
    public static Rule OfEach(string type, string name, string reason, Func<Resource, string?> problem, params IReadOnlyList<Edit> faults) =>
        new(name, reason, deployment => deployment.Of(type).Select(resource => (resource.Id, problem(resource))), faults);

    /// <summary>A rule about each resource of a type, seen together with all others.</summary>
    public static Rule OfEach(
        string type, string name, string reason, Func<Resource, Deployment, string?> problem, params IReadOnlyList<Edit> faults) =>
        new(name, reason, deployment => deployment.Of(type).Select(resource => (resource.Id, problem(resource, deployment))), faults);

    /// <summary>What breaks it.</summary>
    public IReadOnlyList<string> Violations(Deployment deployment)
    {
        var subjects = Subjects(deployment).ToList();
        return subjects.Count == 0
            ? ["There is nothing here that the rule speaks of, so it holds nothing."]
            : [.. subjects.Where(subject => subject.Problem is not null).Select(subject => $"{subject.Subject}: {subject.Problem}")];
    }

    public override string ToString() => Name;
}
