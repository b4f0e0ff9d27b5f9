namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>Reads all steps, then checks what only shows when they are seen together.</summary>
internal sealed class StepsSection(Known known, Texts texts, ProblemList problems)
{
    private readonly Values _values = new(problems);

    public IReadOnlyList<Step> Read(IReadOnlyList<Field> items)
    {
        var section = new StepSection(known, texts, problems);
        var drafts = new List<StepDraft>();
        foreach (var draft in items.Select(section.Read).OfType<StepDraft>())
        {
            if (_values.IsNew(draft.Step.Id.Value, drafts.Select(other => other.Step.Id.Value), draft.Id))
            {
                drafts.Add(draft);
            }
        }

        RefuseStepsThatFollowNothing(drafts);
        RefuseCircles(drafts);
        return [.. WithStages(drafts)];
    }

    private void RefuseStepsThatFollowNothing(List<StepDraft> drafts)
    {
        var ids = drafts.ConvertAll(draft => draft.Step.Id.Value);
        foreach (var draft in drafts)
        {
            if (draft is { Step.Placement: Placement.After after, Followed: { } followed } && !ids.Contains(after.StepId.Value))
            {
                problems.Add(
                    followed.At,
                    $"Step “{draft.Step.Id}” comes after “{after.StepId}”, and no step has that id.",
                    Values.MeantOrOneOf(after.StepId.Value, ids));
            }
        }
    }

    private void RefuseCircles(List<StepDraft> drafts)
    {
        var byId = drafts.ToDictionary(draft => draft.Step.Id);
        var reported = new HashSet<StepId>();
        foreach (var draft in drafts)
        {
            var circle = CircleThrough(draft, byId);
            if (circle.Count > 0 && !reported.Overlaps(circle))
            {
                reported.UnionWith(circle);
                problems.Add(
                    draft.PlacedAt,
                    $"Steps wait for each other in a circle: {string.Join(" after ", circle.Append(circle[0]))}.",
                    "Give one of them a week and a day.");
            }
        }
    }

    private static List<StepId> CircleThrough(StepDraft start, Dictionary<StepId, StepDraft> byId)
    {
        var circle = new List<StepId>();
        var next = start;
        while (next is { Step: { Placement: Placement.After after } step } && circle.Count < byId.Count)
        {
            circle.Add(step.Id);
            if (after.StepId == start.Step.Id)
            {
                return circle;
            }

            next = byId.GetValueOrDefault(after.StepId);
        }

        return [];
    }

    private IEnumerable<Step> WithStages(List<StepDraft> drafts)
    {
        var days = PlannedDays.Of(drafts.Select(draft => draft.Step));
        foreach (var draft in drafts)
        {
            if (!days.TryGetValue(draft.Step.Id, out var day))
            {
                continue;
            }

            var week = PlannedDays.WeekOf(day);
            if (draft.Step.Placement is Placement.After && week > known.Weeks)
            {
                problems.Add(
                    draft.PlacedAt,
                    $"Step “{draft.Step.Id}” falls in week {week}, and the programme has {known.Weeks} weeks.",
                    "Place it earlier, or lengthen the programme.");
            }

            yield return draft.HasStage ? draft.Step : draft.Step with { Stage = known.StageOf(week) };
        }
    }
}
