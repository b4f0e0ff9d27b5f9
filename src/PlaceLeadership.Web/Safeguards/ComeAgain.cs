using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>Says to a person or a program when it may have better luck, where something that we need is away.</summary>
internal static class ComeAgain
{
    private const string AfterSeconds = "120";

    public static void Ask(HttpContext context) => context.Response.Headers.RetryAfter = AfterSeconds;
}
