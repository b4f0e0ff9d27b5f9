namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The words of the sign-in page.</summary>
internal static class SignInWords
{
    public const string Title = "Sign in to manage cohorts";
    public const string KeyLabel = "Manager key";
    public const string KeyHint = "Whoever runs this server has it. It stays out of links and logs.";
    public const string Button = "Sign in";
    public const string HowLong = "You stay signed in on this device for twelve hours, for two while you do nothing, or until you sign out.";
    public const string Everywhere = "Sign out everywhere";
    public const string EverywhereIntro = "A device that was lost, or a key that somebody else knows? This ends every sign-in with the manager key at once, also those of colleagues. Whoever knows the key can sign in again: change it if that is not what you want.";
    public const string Missing = "Type the manager key.";
    public const string Wrong = "That is not the manager key. Keys are long: copying and pasting it is safest.";
    public const string TooMany = "That is not the manager key, and many wrong ones were tried from here. Wait a minute and paste it in.";
}
