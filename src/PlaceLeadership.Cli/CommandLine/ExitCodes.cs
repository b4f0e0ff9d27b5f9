namespace PlaceLeadership.Cli.CommandLine;

/// <summary>What the exit code of a command says to a script.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The answer is no: the input has problems, or there is no such thing. Nothing was changed.</summary>
    public const int No = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Storage, disk or network failed. Try again when it is mended.</summary>
    public const int Broken = 3;
}
