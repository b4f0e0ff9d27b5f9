using System.Text.Json;
using System.Text.Json.Serialization;
using PlaceLeadership.Core.Places;
using Spectre.Console;

namespace PlaceLeadership.Cli.CommandLine;

/// <summary>Where a command writes: for people with colours and tables, or one JSON document for a script.</summary>
internal sealed class Output(IAnsiConsole console, TextWriter plain, bool json)
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new IdConverter<CohortId>(), new IdConverter<ParticipantId>(), new IdConverter<StepId>(),
        },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public IAnsiConsole Console => console;

    public bool Json => json;

    /// <summary>A line for people; nothing when a script reads.</summary>
    public void Line(string text)
    {
        if (!json)
        {
            console.WriteLine(text);
        }
    }

    /// <summary>Does something that takes a while; somebody who watches sees that it goes on.</summary>
    public Task<T> WhileAsync<T>(string what, Func<Task<T>> work) =>
        Watched ? console.Status().StartAsync(Markup.Escape(what), _ => work()) : work();

    /// <summary>Does something of known length; somebody who watches sees how far it is.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="length">How long it is, in any unit.</param>
    /// <param name="work">The work, which tells how far it has come in that unit.</param>
    public Task<T> ProgressAsync<T>(string what, double length, Func<Action<double>, Task<T>> work) => Watched
        ? console.Progress().AutoClear(true).StartAsync(progress =>
        {
            var task = progress.AddTask(Markup.Escape(what), maxValue: length);
            return work(done => task.Value = done);
        })
        : work(_ => { });

    private bool Watched => !json && console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi;

    /// <summary>A table for people; nothing when a script reads.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (json)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        console.Write(table);
    }

    /// <summary>The one document a script reads; nothing for people.</summary>
    public void Document(object document)
    {
        if (json)
        {
            plain.WriteLine(JsonSerializer.Serialize(document, JsonOptions));
        }
    }

    /// <summary>Problems of a roster as sentences, each with its place and a way out.</summary>
    public static IEnumerable<string> Sentences(string file, RosterReading reading) =>
        from problem in reading.Problems
        let place = problem.Row == 0 ? file
            : problem.Column.Length == 0 ? $"{file}, row {problem.Row}" : $"{file}, row {problem.Row}, {problem.Column}"
        select $"{place}: {problem.What} {problem.Mend}";

    /// <summary>Problems of a roster, for people and scripts alike.</summary>
    public void Problems(string file, RosterReading reading)
    {
        foreach (var sentence in Sentences(file, reading))
        {
            Line(sentence);
        }

        Document(new { ok = false, problems = reading.Problems });
    }

    private sealed class IdConverter<T> : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
