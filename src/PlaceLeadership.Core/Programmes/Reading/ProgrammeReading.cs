namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>What came of reading a programme file.</summary>
/// <param name="Programme">The programme, or null as soon as there is a single problem.</param>
/// <param name="Problems">Every problem found, in the order of lines; empty when the programme can be used.</param>
public sealed record ProgrammeReading(Programme? Programme, IReadOnlyList<ProgrammeProblem> Problems);

/// <summary>Something in a programme file that must change before a cohort can run it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="What">What is wrong, as a sentence that names the key and the step.</param>
/// <param name="Mend">How to put it right, as a sentence.</param>
public sealed record ProgrammeProblem(int Line, int Column, string What, string Mend);
