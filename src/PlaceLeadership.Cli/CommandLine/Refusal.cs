namespace PlaceLeadership.Cli.CommandLine;

/// <summary>An expected no: sentences for the person at the keyboard. Ends a command with exit code 1.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(params IReadOnlyList<string> sentences) : base(string.Join(Environment.NewLine, sentences)) =>
        Sentences = sentences;

    public IReadOnlyList<string> Sentences { get; }
}
