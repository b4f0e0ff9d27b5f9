using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PlaceLeadership.Storage.Local;

/// <summary>The child that runs <c>tables.cjs</c>; what is said over its pipes is described there.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private const int PortTaken = 2;
    private const string Listening = "listening ";
    private const string NotSaved = "Not saved";

    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Takes charge of it.</summary>
    /// <param name="process">The child.</param>
    /// <param name="tell">Is told at once that nothing can be saved any more.</param>
    public AzuriteProcess(Process process, Action<string> tell)
    {
        _process = process;
        _errors = ReadErrorsAsync(process.StandardError, tell);
    }

    /// <summary>Lets it touch the folder. Noted before, so that a successor waits for it even if we die right now.</summary>
    public void GoOn(string folder)
    {
        EarlierAzurite.Note(folder, _process);
        try
        {
            _process.StandardInput.WriteLine("go");
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended by itself; whoever waits for it to listen is told why.
        }
    }

    /// <summary>The port, once it answers.</summary>
    public async Task<int> ListeningAsync(int portAsked, TimeSpan max, TimeProvider clock, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(max, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(either.Token).ConfigureAwait(false) is { } line)
            {
                if (line.StartsWith(Listening, StringComparison.Ordinal))
                {
                    return int.Parse(line.AsSpan(Listening.Length), CultureInfo.InvariantCulture);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LocalStorageException($"The storage emulator did not answer within {max.TotalSeconds} seconds.");
        }

        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        throw await FailedAsync(portAsked).ConfigureAwait(false);
    }

    /// <summary>Done when it has ended, however that came.</summary>
    public Task EndedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>
    /// Closing its standard input means what SIGTERM means, on every operating system: save, then end. It is killed only
    /// after <paramref name="max"/>, because killing it loses rows it has acknowledged.
    /// </summary>
    public async Task StopAsync(TimeSpan max, TimeProvider clock)
    {
        if (!await EndAsync(max, clock).ConfigureAwait(false))
        {
            throw new LocalStorageException(
                $"The storage emulator did not end within {max.TotalSeconds} seconds and was killed. "
                + "What was stored in its last seconds may be missing.");
        }

        if (_process.ExitCode != 0)
        {
            var said = (await _errors.ConfigureAwait(false)).Trim();
            throw new LocalStorageException("The storage emulator failed, so what was stored last may be missing. "
                + (said.Length > 0 ? $"It said:\n{said}" : string.Create(CultureInfo.InvariantCulture, $"It was killed (exit code {_process.ExitCode}).")));
        }
    }

    /// <summary>Ends it after a failure that is already being told.</summary>
    public Task AbandonAsync(TimeSpan max, TimeProvider clock) => EndAsync(max, clock);

    public void Dispose() => _process.Dispose();

    private static async Task<string> ReadErrorsAsync(StreamReader errors, Action<string> tell)
    {
        var all = new StringBuilder();
        while (await errors.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            all.AppendLine(line);
            if (line.StartsWith(NotSaved, StringComparison.Ordinal))
            {
                tell("THE STORAGE EMULATOR CANNOT SAVE. " + line);
            }
        }

        return all.ToString();
    }

    private async Task<bool> EndAsync(TimeSpan max, TimeProvider clock)
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended by itself; its exit code says how.
        }

        using var late = new CancellationTokenSource(max, clock);
        try
        {
            await _process.WaitForExitAsync(late.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            return false;
        }
    }

    private async Task<LocalStorageException> FailedAsync(int port)
    {
        var errors = (await _errors.ConfigureAwait(false)).Trim();
        return _process.ExitCode == PortTaken
            ? new LocalStorageException($"Port {port} on 127.0.0.1 is taken by another program. Choose another port.")
            : new LocalStorageException($"The storage emulator did not start. It said:\n{errors}");
    }
}
