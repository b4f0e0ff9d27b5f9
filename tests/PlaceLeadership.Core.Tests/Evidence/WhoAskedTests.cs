using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;

namespace PlaceLeadership.Core.Tests.Evidence;

/// <summary>
/// An attacker has the exported facts of some hundred cohorts and looks for who asked for somebody else, among those who might have: with
/// each count of rows by itself, and with all of them together, learnt on half of the cohorts and tried on the other half. Days are
/// left out.
/// </summary>
public sealed class WhoAskedTests(ITestOutputHelper output)
{
    // Of fewer, chance alone tells more.
    private static readonly int Cohorts = Sample.Of(100, all: 400);
    private static readonly double Least = 0.5 - (Sample.Of(10, all: 5) / 100.0);
    private static readonly double Most = 0.5 + (Sample.Of(10, all: 5) / 100.0);

    private static readonly (string Step, string Innocent)[] Questions =
        [("coach.proposal", CoachingMessages.Fine), ("coach.met", CoachingMessages.NotYet), ("coach.fit", CoachingMessages.Fine)];

    [Fact]
    public async Task Nobody_tells_from_the_exported_facts_who_asked_for_somebody_else()
    {
        var lives = new List<Life>();
        for (var seed = 1; seed <= Cohorts; seed++)
        {
            lives.Add(await Life.OfAsync(seed));
        }

        foreach (var (step, innocent) in Questions)
        {
            var suspects = lives.SelectMany(life => life.Suspects(new StepId(step), innocent)).ToList();
            var asked = suspects.Count(suspect => suspect.Asked);
            Assert.True(asked > Cohorts / 7 && suspects.Count - asked > Cohorts / 7, $"{step}: {asked} of {suspects.Count} asked.");
            var features = suspects.SelectMany(suspect => suspect.Rows.Keys).ToHashSet();
            Assert.DoesNotContain(features, feature => feature.StartsWith("reminded coach.met", StringComparison.Ordinal));
            var single = features.Select(feature => (Feature: feature, Area: Area(suspects, suspect => suspect.Rows.GetValueOrDefault(feature))))
                .MaxBy(found => Math.Abs(found.Area - 0.5));
            var learnt = Learnt([.. suspects.Where(suspect => suspect.Seed % 2 == 0)], features);
            var together = Area([.. suspects.Where(suspect => suspect.Seed % 2 == 1)], suspect => Math.Round(learnt(suspect), 9));
            output.WriteLine($"{step}: {asked} of {suspects.Count} asked; all counts together {together:F3}, the best alone {single.Area:F3} ({single.Feature})");
            Assert.True(single.Area >= Least && single.Area <= Most, $"{step}: '{single.Feature}' tells who asked with an area of {single.Area:F3} (seeds 1 to {Cohorts}).");
            Assert.True(together >= Least && together <= Most, $"{step}: all counts together tell who asked with an area of {together:F3} (seeds 1 to {Cohorts}).");
        }
    }

    /// <summary>The area under the curve: how often somebody who asked ranks above somebody who did not, a tie being half.</summary>
    private static double Area(IReadOnlyList<Suspect> suspects, Func<Suspect, double> score)
    {
        var (asked, others) = (suspects.Where(suspect => suspect.Asked).Select(score).ToList(), suspects.Where(suspect => !suspect.Asked).Select(score).ToList());
        return asked.Average(one => others.Average(other => one > other ? 1 : one.Equals(other) ? 0.5 : 0));
    }

    /// <summary>Odds of each count, as if they were independent.</summary>
    private static Func<Suspect, double> Learnt(List<Suspect> suspects, IReadOnlySet<string> features)
    {
        var odds = new Dictionary<(string Feature, int Count), double>();
        var all = (Asked: suspects.Count(suspect => suspect.Asked), Others: suspects.Count(suspect => !suspect.Asked));
        foreach (var feature in features)
        {
            foreach (var group in suspects.GroupBy(suspect => suspect.Rows.GetValueOrDefault(feature)))
            {
                var asked = group.Count(suspect => suspect.Asked);
                odds[(feature, group.Key)] = Math.Log((asked + 1.0) / (all.Asked + 2)) - Math.Log((group.Count() - asked + 1.0) / (all.Others + 2));
            }
        }

        return suspect => features.Order(StringComparer.Ordinal).Sum(feature => odds.GetValueOrDefault((feature, suspect.Rows.GetValueOrDefault(feature))));
    }

    private sealed record Suspect(int Seed, bool Asked, IReadOnlyDictionary<string, int> Rows);

    /// <summary>One cohort through a round of coaching, in which people answer or not, leave or pause.</summary>
    private sealed class Life(int seed, IReadOnlyDictionary<(ParticipantId Person, StepId Step), string> said, ILookup<ParticipantId, Fact> facts)
    {
        private static readonly Step Round = Plan.Prompt(new StepId("coach"), 3, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound);

        public IEnumerable<Suspect> Suspects(StepId step, string innocent) => said
            .Where(answer => answer.Key.Step == step && (answer.Value == innocent || answer.Value == CoachingMessages.Other))
            .Select(answer => new Suspect(
                seed, answer.Value == CoachingMessages.Other,
                facts[answer.Key.Person].GroupBy(fact => $"{fact.Kind} {fact.Step} {fact.Value}").ToDictionary(rows => rows.Key, rows => rows.Count())));

        public static async Task<Life> OfAsync(int seed)
        {
            var chance = new Random(seed);
            var circle = await Circle.OfAsync(8 + (seed % 9), Round);
            var said = new Dictionary<(ParticipantId, StepId), string>();
            var coming = new List<(LocalDate Day, ParticipantId Person, StepId Step)>();
            var seen = 0;
            for (var day = Circle.Start; day < Circle.Start.PlusWeeks(12); day = day.PlusDays(1))
            {
                await circle.Office.GoToAsync(day);
                foreach (var sent in circle.Office.Sent.Skip(seen).Where(sent => sent.Id.Kind == MessageKind.Prompt && Questions.Any(question => new StepId(question.Step) == sent.Id.Step)))
                {
                    if (chance.NextDouble() < 0.75)
                    {
                        coming.Add((day.PlusDays(chance.Next(5)), sent.Id.Participant, sent.Id.Step));
                    }
                }

                seen = circle.Office.Sent.Count;
                foreach (var (_, person, step) in coming.Where(answer => answer.Day == day))
                {
                    var choice = Choice(step, chance);
                    if (await circle.SayAsync(person, step, [choice]) is Core.Replies.ReplyOutcome.Done)
                    {
                        said[(person, step)] = choice;
                    }
                }

                if (chance.NextDouble() < 0.01)
                {
                    await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId($"p{1 + chance.Next(8)}"), default);
                }
            }

            // By person, which the attacker does not see, but here says whose rows they are.
            var identities = await circle.Office.Reader.IdentitiesAsync(Office.Cohort, default);
            var people = identities.Values.ToDictionary(identity => identity.Value.Pseudonym, identity => identity.Value.ParticipantId);
            var told = await new PseudonymDesk(circle.Office.Reader, BuiltIn.Kinds).FactsAsync([Office.Cohort], default);
            return new Life(seed, said, told.Where(fact => fact.Participant is not null).ToLookup(fact => people[fact.Participant!.Value.Value]));
        }

        private static string Choice(StepId step, Random chance) => (step.Value, chance.NextDouble()) switch
        {
            ("coach.proposal", var draw) => draw < 0.1 ? CoachingMessages.Other : CoachingMessages.Fine,
            ("coach.met", var draw) => draw < 0.5 ? CoachingMessages.HaveMet : draw < 0.8 ? CoachingMessages.NotYet : CoachingMessages.Other,
            (_, var draw) => draw < 0.8 ? CoachingMessages.Fine : CoachingMessages.Other,
        };
    }
}
