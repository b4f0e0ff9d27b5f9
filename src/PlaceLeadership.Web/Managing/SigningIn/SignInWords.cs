namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The words of the sign-in page.</summary>
internal static class SignInWords
{
    public const string Title = "Sign in to manage cohorts";
    public const string KeyLabel = "Manager key";
    public const string KeyHint = "Whoever runs this server has it. It stays out of links and logs.";
    public const string Button = "Sign in";
    public const string HowLong = "You stay signed in on this device for twelve hours, or until you sign out.";
    public const string Missing = "Type the manager key.";
    public const string Wrong = "That is not the manager key. Keys are long: copying and pasting it is safest.";
    public const string TooMany = "That is not the manager key, and many wrong ones were tried from here. Wait a minute and paste it in.";
}
