using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Keeps what somebody typed whose sign-in ended meanwhile: the form comes back as a page, to be sent once they have signed in. Only forms in which
/// something is typed and that can be undone, and only to a browser that holds the cookie of a sign-in of ours and says that the form was one of this site.
/// </summary>
internal static class KeptForm
{
    // The longest that is shown to somebody before they send it; the rest is sent unseen, such as what a launch carries.
    private const int ShownCharactersMax = 200;

    /// <summary>What the form was to do; null where it is not given back.</summary>
    public static string? What(HttpContext http) => AccessRule.Changes(http) && IsFromHere(http) ? http.GetEndpoint()?.Metadata.GetMetadata<Needs>()?.Kept : null;

    /// <summary>Whether a browser says that this was sent from a page of this site; one that says nothing may have been sent here by another.</summary>
    public static bool IsFromHere(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"] == "same-origin";

    /// <summary>The page with what was typed; null when it cannot be read.</summary>
    public static async Task<IResult?> OfAsync(HttpContext http, string what) =>
        await FormGate.ReadAsync(http, ManageEndpoints.FormBytesMax).ConfigureAwait(false) is { } form
            ? Page(http, what, SentForm.From(form, mayBeShownBack: true), isSignedIn: false) : null;

    /// <summary>The page with what was typed in an earlier sign-in.</summary>
    public static IResult OfEarlier(HttpContext http, string what) => Page(http, what, SentForm.Of(http), isSignedIn: true);

    private static IResult Page(HttpContext http, string what, SentForm form, bool isSignedIn)
    {
        IReadOnlyList<(string Name, string Value)> fields = [.. form.Fields.Where(field => field.Name != ProofGate.Field)];
        return ManagerShow.Page<KeptFormPage>(
            http, isSignedIn ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden,
            (nameof(KeptFormPage.To), http.Request.Path.ToUriComponent()), (nameof(KeptFormPage.What), what), (nameof(KeptFormPage.IsSignedIn), isSignedIn),
            (nameof(KeptFormPage.Fields), fields),
            (nameof(KeptFormPage.Typed), (IReadOnlyList<string>)[.. fields.Where(field => field.Value.Length is > 0 and <= ShownCharactersMax).Select(field => $"{field.Name}: {field.Value}")]),
            (nameof(KeptFormPage.HasFiles), form.Files.Count > 0));
    }
}
