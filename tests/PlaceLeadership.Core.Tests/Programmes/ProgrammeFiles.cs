using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Core.Tests.Programmes;

/// <summary>Files of the repository that tests read; they travel inside the test assembly.</summary>
internal static class ProgrammeFiles
{
    public static string Default { get; } = Text("place-leadership.yaml");

    public static string Schema { get; } = Text("programme.schema.json");

    public static string Guide { get; } = Text("programmes.md");

    public static string TenMistakes { get; } = Text("ten-mistakes.yaml");

    /// <summary>The programme that comes with the product. Fails the test when it has problems.</summary>
    public static Programme DefaultProgramme { get; } = Read(Default);

    /// <summary>Reads a programme that must be free of problems.</summary>
    public static Programme Read(string yaml)
    {
        var reading = ProgrammeReader.Read(yaml, BuiltIn.Kinds);
        Assert.Empty(reading.Problems);
        return Assert.IsType<Programme>(reading.Programme);
    }

    private static string Text(string name)
    {
        using var stream = typeof(ProgrammeFiles).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
