using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Functions.Tests;

/// <summary>When the event comes.</summary>
internal enum Change
{
    Before,
    AfterTimer,
    Never,
}

/// <summary>What a hub answers in one round.</summary>
internal sealed record HubAnswers(
    DateTimeOffset Now, Round? Input, TendReport Tended, DeliverReport[] Delivered, string? Fails, Change Changed);

/// <summary>A hub that answers from a script, at once, and writes down all it is asked.</summary>
internal sealed class ScriptedContext(HubAnswers answers) : TaskOrchestrationContext
{
    private TaskCompletionSource<string?>? _changed;

    public List<string> Log { get; } = [];

    public DateTime? Timer { get; private set; }

    public Round? Next { get; private set; }

    public bool KeptEvents { get; private set; }

    public object? Status { get; private set; }

    public override TaskName Name => nameof(CohortOrchestrator);

    public override string InstanceId => "ours";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => answers.Now.UtcDateTime;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>() where T : default => (T?)(object?)answers.Input;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Log.Add($"{name} {JsonSerializer.Serialize(input)} {options?.Retry?.Policy?.MaxNumberOfAttempts}");
        return name.Name == answers.Fails
            ? Task.FromException<TResult>(new TaskFailedException(name, 1, new InvalidOperationException("poison")))
            : Task.FromResult(input switch
            {
                TendOrder => (TResult)(object)answers.Tended,
                DeliverOrder order => (TResult)(object)answers.Delivered[order.Slice],
                _ => default!,
            });
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Log.Add($"timer {fireAt:O}");
        Timer = fireAt;
        if (answers.Changed == Change.AfterTimer)
        {
            _changed!.SetResult("changed");
        }

        return answers.Changed == Change.AfterTimer ? new TaskCompletionSource().Task : Task.CompletedTask;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Log.Add($"wait {eventName}");
        _changed = new TaskCompletionSource<string?>();
        if (answers.Changed == Change.Before)
        {
            _changed.SetResult("changed");
        }

        return (Task<T>)(object)_changed.Task;
    }

    public override void SetCustomStatus(object? customStatus)
    {
        Log.Add($"status {JsonSerializer.Serialize(customStatus)}");
        Status = customStatus;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Log.Add($"anew {JsonSerializer.Serialize(newInput)}");
        (Next, KeptEvents) = ((Round?)newInput, preserveUnprocessedEvents);
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null) => throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();
}
