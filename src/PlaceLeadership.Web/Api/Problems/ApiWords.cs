using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Api.Problems;

/// <summary>What the API says when something did not work, where the pages have no words for it that fit.</summary>
internal static class ApiWords
{
    public static readonly Sorry NoToken = new(
        "There is no access token", "Send an access token of the sign-in service in the header 'Authorization: Bearer TOKEN'. How to get one stands in docs/api.md.");

    public static readonly Sorry WrongToken = new(
        "The access token does not hold", "It is forged, too old, of another sign-in service, not for this server, or no access token. Get a new one.");

    public static readonly Sorry NotYours = new(
        "You may not do that", "This account has not been granted what this address needs. Nothing was changed.", "Ask an administrator of this server.");

    public static readonly Sorry NoCondition = new(
        "Say which state of the cohort this rests on", "Read the cohort, and send its ETag along in the header If-Match. Nothing was changed.");

    public static readonly Sorry Stale = new(
        "The cohort was changed meanwhile", "Read it again, decide again, and send its new ETag along. Nothing was changed by this request.");

    public static readonly Sorry StaleInPart = new(
        "The cohort was changed meanwhile, and this was done in part",
        "Somebody changed it while this request did. What is done stays done; read the cohort again, and send the same request with its new ETag: that does the rest.");

    public static readonly Sorry ProviderAway = new("The sign-in service cannot be reached", "Nothing is wrong with the token. Try again in a few minutes.");

    public static readonly Sorry BadRequest = new("The request cannot be read", "Look at the description of this address in /api/v1/openapi.json.");

    public static readonly Sorry Malformed = new("What was sent cannot be read", "It is not the JSON that this address takes; see /api/v1/openapi.json. Nothing was changed.");

    public static readonly Sorry Invalid = new("What was sent has to be mended", "All that is wrong is listed, each with a way out. Nothing was changed.");

    public static readonly Sorry Conflict = new("That does not go with how things stand", "Nothing was changed.");

    public static readonly Sorry NoAddress = new("There is no such address", "All that there are stand in /api/v1/openapi.json.");

    public static readonly Sorry WrongVerb = new("This address does not do that", "What it does stands in the header Allow and in /api/v1/openapi.json. Nothing was changed.");

    public static readonly Sorry WrongMediaType = new("Send JSON", "Send the header 'Content-Type: application/json'. Nothing was changed.");

    public static readonly Sorry Failed = new("Something went wrong here", "It is not the fault of what was sent. Whether something was changed shows when it is read again.");

    public static readonly Sorry Away = new("The store cannot be reached just now", "Try again in a few minutes. Whether something was changed shows when it is read again.");

    public static Sorry Missing(string what) => new($"There is no such {what}", "It may be gone, or the address is not quite right.");
}
