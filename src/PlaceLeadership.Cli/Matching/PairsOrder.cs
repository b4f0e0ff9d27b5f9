using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.Matching;

/// <summary>What was asked for with <c>match --people</c>.</summary>
/// <param name="People">The roster.</param>
/// <param name="History">Earlier rounds.</param>
/// <param name="Apart">Two who are never together.</param>
/// <param name="Away">Who is away, and in which round.</param>
/// <param name="Out">Where the rounds are written.</param>
/// <param name="Rounds">How many.</param>
/// <param name="Seed">The seed of chance.</param>
/// <param name="Explain">Whether to say why.</param>
/// <param name="Confirmed">Answers to questions about the roster.</param>
internal sealed record PairsOrder(
    FileInfo People, IReadOnlyList<FileInfo> History, FileInfo? Apart, FileInfo? Away, FileInfo Out, int Rounds, ulong Seed, bool Explain,
    Confirmations Confirmed);
