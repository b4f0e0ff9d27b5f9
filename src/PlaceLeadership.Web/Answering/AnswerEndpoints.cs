using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Answering;

/// <summary>The addresses behind an answer link.</summary>
internal static class AnswerEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/a/{token}", Verbs.Reading,
            (HttpContext context, string token, [FromServices] AnswerPages answers) => answers.ShowAsync(context, token));
        pages.MapMethods("/a/{token}/thanks", Verbs.Reading,
            (HttpContext context, string token, [FromServices] AnswerPages answers) => answers.ThankAsync(context, token));
        pages.MapMethods("/a/{token}/deleted", Verbs.Reading,
            (HttpContext context, string token, [FromServices] AnswerPages answers) => answers.SayDeletedAsync(context, token));
        pages.MapPost("/a/{token}",
            (HttpContext context, string token, [FromServices] AnswerPages answers) => answers.ReplyAsync(context, token));
        pages.MapPost("/a/{token}/mine",
            (HttpContext context, string token, [FromServices] AnswerPages answers) => answers.ShowWordsAsync(context, token));
        pages.MapPost("/a/{token}/delete",
            (HttpContext context, string token, [FromServices] AnswerPages answers) => answers.DeleteAsync(context, token));
    }
}
