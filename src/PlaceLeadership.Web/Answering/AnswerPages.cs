using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Answering;

/// <summary>The pages behind an answer link. What was sent in full is stored even if the connection breaks then.</summary>
internal sealed class AnswerPages(LinkGate gate, ReplyDesk replies)
{
    /// <summary>The question with an empty form, and never a word of what was written before.</summary>
    public Task<IResult> ShowAsync(HttpContext context, string token) =>
        WithSheetAsync(context, token, (page, sheet) => Sheet(StatusCodes.Status200OK, page, sheet));

    /// <summary>One of the three replies.</summary>
    public async Task<IResult> ReplyAsync(HttpContext context, string token)
    {
        var (link, refusal) = gate.Open<AnswerLink>(context, token);
        if (link is null)
        {
            return refusal;
        }

        var form = AnswerFields.Read(SentForm.Of(context));
        var button = SentForm.Of(context).First(AnswerFields.Button);
        if (button is AnswerFields.Kept or AnswerFields.NotThisWeek && await WouldLoseWordsAsync(context, link).ConfigureAwait(false))
        {
            return await WithSheetAsync(context, token, (page, sheet) => sheet.View.Open
                ? Mend(page, sheet, form, [new AnswerProblem("", page.Words.Answer.WouldBeLost)])
                : Sheet(StatusCodes.Status409Conflict, page, sheet with { Filled = form, CameTooLate = true })).ConfigureAwait(false);
        }

        var outcome = button switch
        {
            AnswerFields.Answer => await replies.AnswerAsync(link, form, CancellationToken.None).ConfigureAwait(false),
            AnswerFields.Kept => await replies.SayAsync(link, ReplyKind.Kept, CancellationToken.None).ConfigureAwait(false),
            AnswerFields.NotThisWeek =>
                await replies.SayAsync(link, ReplyKind.NotThisWeek, CancellationToken.None).ConfigureAwait(false),
            _ => null,
        };
        return await WithSheetAsync(context, token, async (page, sheet) => outcome switch
        {
            ReplyOutcome.Done => ThankNext(page, sheet),
            ReplyOutcome.Closed => Sheet(StatusCodes.Status409Conflict, page, sheet with { Filled = form, CameTooLate = true }),
            ReplyOutcome.Problems problems => Mend(page, sheet, form, problems.Items),
            _ => Mend(page, sheet, form, [new AnswerProblem("", page.Words.Answer.ChooseButton)]),
        }).ConfigureAwait(false);
    }

    /// <summary>Whether there are words in the boxes that are not kept already, and would be gone.</summary>
    private async Task<bool> WouldLoseWordsAsync(HttpContext context, AnswerLink link)
    {
        IReadOnlyList<string> typed =
        [
            .. SentForm.Of(context).Fields.Where(field => AnswerFields.IsText(field.Name)).Select(field => field.Value.Trim()).Where(words => words.Length > 0),
        ];
        return typed.Count > 0
            && (await replies.ReadBackAsync(link, context.RequestAborted).ConfigureAwait(false) is not { } kept || typed.Except(kept.Values.Select(words => words.Trim())).Any());
    }

    /// <summary>What the person wrote, ready to be changed. Only ever the answer to a button.</summary>
    public async Task<IResult> ShowWordsAsync(HttpContext context, string token)
    {
        var (link, refusal) = gate.Open<AnswerLink>(context, token);
        if (link is null)
        {
            return refusal;
        }

        var kept = await replies.ReadBackAsync(link, context.RequestAborted).ConfigureAwait(false);
        return await WithSheetAsync(context, token, (page, sheet) => Sheet(StatusCodes.Status200OK, page, sheet with
        {
            ShowsWords = true,
            Filled = AnswerFields.Of(sheet.View.Step, kept ?? new Dictionary<string, string>()),
        })).ConfigureAwait(false);
    }

    /// <summary>Deletes what the person wrote.</summary>
    public async Task<IResult> DeleteAsync(HttpContext context, string token)
    {
        var (link, refusal) = gate.Open<AnswerLink>(context, token);
        if (link is null)
        {
            return refusal;
        }

        await replies.DeleteTextAsync(link, CancellationToken.None).ConfigureAwait(false);
        return await WithSheetAsync(context, token, (page, sheet) => Show.SeeOther(page.To(sheet.Path + "/deleted")))
            .ConfigureAwait(false);
    }

    /// <summary>What became of the reply. It says what is stored, not what the address claims.</summary>
    public Task<IResult> ThankAsync(HttpContext context, string token) =>
        WithSheetAsync(context, token, (page, sheet) => sheet.View.Reply is null
            ? Sheet(StatusCodes.Status200OK, page, sheet)
            : Show.Page<ThanksPage>(StatusCodes.Status200OK, page, nameof(ThanksPage.Sheet), sheet));

    /// <summary>That the words are deleted; while there are any, the question instead.</summary>
    public Task<IResult> SayDeletedAsync(HttpContext context, string token) =>
        WithSheetAsync(context, token, (page, sheet) => sheet.View.HasText
            ? Sheet(StatusCodes.Status200OK, page, sheet)
            : Show.Page<DeletedPage>(StatusCodes.Status200OK, page, nameof(DeletedPage.Sheet), sheet));

    private static IResult ThankNext(Page page, AnswerSheet sheet) => Show.SeeOther(page.To(sheet.Path + "/thanks"));

    private Task<IResult> WithSheetAsync(HttpContext context, string token, Func<Page, AnswerSheet, IResult> show) =>
        WithSheetAsync(context, token, (page, sheet) => Task.FromResult(show(page, sheet)));

    private async Task<IResult> WithSheetAsync(
        HttpContext context, string token, Func<Page, AnswerSheet, Task<IResult>> show)
    {
        var (link, refusal) = gate.Open<AnswerLink>(context, token);
        if (link is null)
        {
            return refusal;
        }

        if (await replies.ViewAsync(link, CancellationToken.None).ConfigureAwait(false) is not { } view)
        {
            return LinkGate.Gone(context);
        }

        var zone = view.Cohort.Zone;
        var page = Page.For(context, view.Person.Language, view.Programme);
        var lastDay = (link.Expires - Duration.Epsilon).InZone(zone).Date;
        return await show(page, new AnswerSheet(
            view, $"/a/{token}", gate.PathToPause(link, zone), gate.PathToLeave(link, zone),
            page.Words.Day(lastDay))
        {
            LookBackPath = view.Letter?.LooksBackOn is { } step ? gate.PathTo(link with { Step = step }) : null,
            Offer = view.Letter?.Offer is { } offer ? (offer.OnPage.In(page.Language), gate.PathTo(offer.Link(link))) : null,
        }).ConfigureAwait(false);
    }

    private static IResult Mend(Page page, AnswerSheet sheet, AnswerForm form, IReadOnlyList<AnswerProblem> problems) =>
        Sheet(StatusCodes.Status422UnprocessableEntity, page, sheet with
        {
            Filled = form,
            Problems = [.. problems.Select(problem => AnswerProblems.InWords(problem, sheet.View.Step, form, page.Words))],
        });

    private static IResult Sheet(int status, Page page, AnswerSheet sheet) =>
        Show.Page<AnswerPage>(status, page, nameof(AnswerPage.Sheet), sheet);
}
