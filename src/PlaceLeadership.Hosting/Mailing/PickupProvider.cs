using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Hosting.Mailing;

/// <summary>A folder on this machine.</summary>
public sealed class PickupProvider : MailProvider
{
    public static readonly Setting MailFolder = new(
        "PLACELEAD_MAIL_FOLDER", "The folder for pickup. A path that is not absolute starts at the app's folder.", "mail");

    public override string Word => "pickup";

    public override string Meaning => "pickup for a folder on this machine, which only goes with the storage emulator";

    public override string Hint => "a folder, shown in the local inbox";

    public override string StaysHere => "leaves messages in a folder of this machine, where nobody looks";

    public override IReadOnlyList<Setting> Settings => [MailFolder];

    public override MailChannel? Read(SettingsReading reading, bool chosen)
    {
        var folder = reading.Optional(MailFolder) ?? MailFolder.OnALaptop;
        return chosen ? In(reading.DataFolderForMail ?? Path.GetFullPath(folder)) : null;
    }

    private MailChannel In(string folder) => new(this, clock => new PickupMailer(folder, clock)) { Folder = folder };
}
