using PlaceLeadership.Infra.Tests.Compiling;
using PlaceLeadership.Infra.Tests.Rules;

namespace PlaceLeadership.Infra.Tests;

/// <summary>
/// Each rule holds for both environments, with a private network and, unless it speaks of one, without; and each is shown to fail by
/// edits of the real files.
/// </summary>
public sealed class RuleTests(Infrastructure infrastructure)
{
    public static TheoryData<string> Rules => [.. RuleBook.All.Select(rule => rule.Name)];

    public static IEnumerable<TheoryDataRow<string, bool, string>> RulesInBothEnvironments =>
        from environment in Infrastructure.Environments
        from privateNetwork in new[] { false, true }
        from rule in RuleBook.For(privateNetwork)
        select new TheoryDataRow<string, bool, string>(environment, privateNetwork, rule.Name);

    public static IEnumerable<TheoryDataRow<string, int>> Faults =>
        from rule in RuleBook.All
        from index in Enumerable.Range(0, rule.Faults.Count)
        select new TheoryDataRow<string, int>(rule.Name, index);

    [Theory]
    [MemberData(nameof(RulesInBothEnvironments))]
    public void An_environment_keeps_the_rule(string environment, bool privateNetwork, string rule)
    {
        var kept = RuleBook.Named(rule);
        var violations = kept.Violations(infrastructure.Compile(environment, privateNetwork));
        Assert.True(violations.Count == 0, $"{kept.Name}. {kept.Reason}\n{string.Join('\n', violations)}");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_breaks_its_rule_and_no_other(string rule, int fault)
    {
        var broken = RuleBook.Named(rule);
        var privateNetwork = RuleBook.OfAPrivateNetwork.Contains(broken);
        var edits = privateNetwork ? new[] { Edit.WithPrivateNetwork("production"), broken.Faults[fault] } : [broken.Faults[fault]];
        var edited = infrastructure.CompileEdited("production", edits);
        // A rule that is broken already is reported above, once, and not by every fault.
        Assert.Equal([rule], Broken(edited, privateNetwork).Except(Broken(infrastructure.Compile("production", privateNetwork), privateNetwork)));
    }

    private static IEnumerable<string> Broken(Deployment deployment, bool privateNetwork) =>
        RuleBook.For(privateNetwork).Where(rule => rule.Violations(deployment).Count > 0).Select(rule => rule.Name);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_does_not_hold_for_nothing(string rule) => Assert.NotEmpty(RuleBook.Named(rule).Violations(Deployment.Empty));

    [Fact]
    public void Every_rule_has_a_fault_that_shows_that_it_can_fail()
    {
        Assert.True(RuleBook.All.Count > 25);
        Assert.All(RuleBook.All, rule => Assert.NotEmpty(rule.Faults));
        Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(rule => rule.Name).Distinct().Count());
    }

    [Fact]
    public void An_edit_that_would_change_nothing_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new Edit("main.bicep", "nobody wrote this", "").ApplyTo("param a string"));
}
