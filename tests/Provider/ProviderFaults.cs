namespace PlaceLeadership.Tests.Provider;

/// <summary>What goes wrong at the provider. All but <see cref="Away"/> and <see cref="AskedAgain"/> go wrong once, at the next occasion.</summary>
public sealed class ProviderFaults
{
    private IdTokenFault _nextIdToken;
    private TokenEndpointFault _nextTokenAnswer;
    private Action<IDictionary<string, object>>? _changeNextIdToken;
    private HeldAnswer? _held;
    private string? _nextRefusal;

    /// <summary>Nothing is answered, whatever is asked: every connection breaks, until this is false again.</summary>
    public bool Away { get; set; }

    public IdTokenFault NextIdToken
    {
        set => _nextIdToken = value;
    }

    /// <summary>Changes what the next id token says, before it is signed.</summary>
    public Action<IDictionary<string, object>>? ChangeNextIdToken
    {
        set => _changeNextIdToken = value;
    }

    public TokenEndpointFault NextTokenAnswer
    {
        set => _nextTokenAnswer = value;
    }

    /// <summary>The next sign-in comes back with this error, such as "access_denied", instead of a code.</summary>
    public string? NextRefusal
    {
        set => _nextRefusal = value;
    }

    /// <summary>The next answer of the token endpoint is kept back until it is released.</summary>
    public HeldAnswer HoldNextTokenAnswer() => _held = new HeldAnswer();

    /// <summary>With which error it refuses to say anew what is so of somebody, by their subject; null for nobody.</summary>
    public Func<string, string?>? AskedAgain { get; set; }

    internal IdTokenFault TakeIdTokenFault() => Interlocked.Exchange(ref _nextIdToken, IdTokenFault.None);

    internal Action<IDictionary<string, object>>? TakeIdTokenChange() => Interlocked.Exchange(ref _changeNextIdToken, null);

    internal TokenEndpointFault TakeTokenEndpointFault() => Interlocked.Exchange(ref _nextTokenAnswer, TokenEndpointFault.None);

    internal HeldAnswer? TakeHeldAnswer() => Interlocked.Exchange(ref _held, null);

    internal string? TakeRefusal() => Interlocked.Exchange(ref _nextRefusal, null);
}
