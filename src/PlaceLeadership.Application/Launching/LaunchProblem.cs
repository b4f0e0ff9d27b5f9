namespace PlaceLeadership.Application.Launching;

/// <summary>Something that has to be mended before a cohort can be launched.</summary>
/// <param name="Field">Which of <see cref="LaunchFields"/> it is about.</param>
/// <param name="File">The name of the file it was found in, or empty.</param>
/// <param name="Row">The row or line in that file, from 1; 0 for all of it.</param>
/// <param name="Column">The column, in words; empty for the whole row.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Mend">What to do about it, as a sentence; may be empty when <paramref name="What"/> says it.</param>
public sealed record LaunchProblem(string Field, string File, int Row, string Column, string What, string Mend)
{
    /// <summary>The statement that answers it when it is confirmed; null when only mending helps.</summary>
    public string? Confirm { get; init; }

    /// <summary>A problem with something that was typed.</summary>
    public static LaunchProblem Of(string field, string what, string mend = "") => new(field, "", 0, "", what, mend);
}
