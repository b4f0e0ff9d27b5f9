using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>Which verbs do what: reading changes nothing, whichever of the two it is.</summary>
internal static class Verbs
{
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
}
