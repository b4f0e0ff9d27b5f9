using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The words of the sign-in page.</summary>
internal static class SignInWords
{
    public const string Title = "Sign in to manage cohorts";
    public const string ProviderButton = "Sign in with your work account";
    public const string ProviderHint = "You are sent to the sign-in page of your organisation, and come back here.";
    public const string OrKey = "Or with the manager key";
    public const string KeyLabel = "Manager key";
    public const string KeyHint = "Whoever runs this server has it. It stays out of links and logs.";
    public const string Button = "Sign in";
    public const string HowLong = "You stay signed in on this device for twelve hours, for two while you do nothing, or until you sign out.";
    public const string Everywhere = "Sign out everywhere";
    public const string EverywhereIntro = "A device that was lost? This ends every sign-in of your account at once.";
    public const string EverywhereIntroKey = "A device that was lost, or a key that somebody else knows? This ends every sign-in with the manager key at once, also those of colleagues. Whoever knows the key can sign in again: change it if that is not what you want.";
    public const string Missing = "Type the manager key.";
    public const string Wrong = "That is not the manager key. Keys are long: copying and pasting it is safest.";
    public const string TooMany = "That is not the manager key, and many wrong ones were tried from here. Wait a while, and paste it in.";
    public const string ProviderAway = "The sign-in service cannot be reached just now. Nothing is wrong with your account. Try again in a few minutes.";
    public const string KeyHere = "You are in with the manager key: whoever has it can do everything here, and the history cannot say who it was.";

    // What the history says of it.
    public const string WithProvider = "their work account";
    public const string WithoutGroups = "their work account, which did not say in which groups they are, as there are too many";
    public const string WithKey = "the manager key";
    public const string WithCode = "use a code for a first administrator";
    public const string WithToken = "an access token, as a script does";
    public const string WrongToken = "an access token that is forged, too old, or not for this server";
    public const string WrongKey = "a wrong manager key";
    public const string NotGenuine = "the answer of the sign-in service was refused there, too old, or not genuine";

    public const string WrongCode = "That code does not work: it may have been used, be older than an hour, or be mistyped. Whoever runs the server can make a new one.";

    public const string AgainTitle = "Show once more that it is you";
    public const string AgainIntro = "What you are about to do cannot be undone, or lets somebody in. So you are asked to sign in once more; then press the button again. Nothing was changed so far.";
    public const string AgainUntold = "Your sign-in service did not say when you last proved who you are, so this will not help. Whoever runs this server has to ask it for 'auth_time': the guide to operations says how.";
    public const string AgainButton = "Sign in again";

    public const string KeptOutTitle = "You were signed out, and what you typed is still here";
    public const string KeptWhat = "You asked to {0}.";
    public const string KeptOutIntro = "Nothing was changed. Sign in again in another tab, come back to this one, and send it. Do not close this page before.";
    public const string KeptSignIn = "Sign in again (opens in another tab)";
    public const string KeptTitle = "Send what you typed before you signed in again?";
    public const string KeptIntro = "Nothing was changed yet. You typed this in an earlier sign-in:";
    public const string KeptFiles = "Files cannot be kept. The next page asks for them again.";
    public const string KeptButton = "Send it";

    public static readonly Sorry Failed = new(
        "Signing in did not work",
        "The sign-in service said no, its answer took too long, or it was an answer to something else. Nothing was changed.",
        "Begin again from the start. If it happens twice, ask whoever runs this server.");
}
