using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// Tries again, limits, breaks, in this order from the outside: a message that waits to be tried again holds no place, and
/// each try is counted by the breaker.
/// </summary>
internal static class SendGridPipeline
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<Attempt> For(SendGridSettings settings, TimeProvider clock) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { Again: true }),
                MaxRetryAttempts = settings.TriesMax - 1,
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
                    args.Outcome.Result!.Wait ?? FirstWait * Math.Pow(2, args.AttemptNumber)),
            })
            .AddConcurrencyLimiter(settings.ConcurrentMax, settings.WaitingMax)
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { Ailing: true }),
                FailureRatio = 0.5,
                MinimumThroughput = settings.BreakAfter,
                SamplingDuration = Sampling,
                BreakDuration = settings.BreakFor,
            })
            .Build();
}
