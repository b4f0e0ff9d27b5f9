using System.Diagnostics;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Mail.Tests.Pickup;

/// <summary>A disk of 64 KiB that is really full. Needs the right to mount one.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-full-");
    private readonly bool _isMounted;

    public FullDiskTests() =>
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _folder.FullName);

    [Fact]
    public async Task A_full_disk_leaves_the_message_unsent_and_no_half_file_and_works_again_once_there_is_room()
    {
        Assert.SkipUnless(_isMounted, "This user may not mount a disk.");
        var stop = TestContext.Current.CancellationToken;
        var mailer = new PickupMailer(_folder.FullName, new WatchedClock());
        var filler = Path.Combine(_folder.FullName, "filler");
        await File.WriteAllBytesAsync(filler, new byte[40_000], stop);
        var mail = Mails.Prompt() with { Text = new string('x', 40_000) };

        var full = Assert.IsType<SendOutcome.NotAccepted>(await mailer.SendAsync(mail, stop));

        Assert.Contains("No space left on device", full.Reason, StringComparison.Ordinal);
        Assert.Equal(["filler"], _folder.GetFiles().Select(file => file.Name));
        Assert.False(await mailer.WasAcceptedAsync(mail.MessageId, stop));

        File.Delete(filler);
        Assert.IsType<SendOutcome.Accepted>(await mailer.SendAsync(mail, stop));
        Assert.Equal(mail.Text, new PickupInbox(_folder.FullName).Find(PickupInbox.NameOf(mail.MessageId))!.Text.TrimEnd('\n'));
    }

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _folder.FullName);
        }

        _folder.Delete(recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
