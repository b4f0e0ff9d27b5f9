using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Api.Sent;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>What is changed about a cohort, its letters and its messages.</summary>
internal sealed class CohortActsApi(
    CohortPausing pausing, CohortEnding ending, CohortDeletion deletion, SettlementDesk settling, WholeLetterDesk letters, PagesOptions options, LinkTokens tokens)
{
    public async Task<IResult> PauseAsync(HttpContext context, CohortId id)
    {
        var until = SentJson.Of<PauseJson>(context).Until is { } day ? LocalDate.FromDateOnly(day) : (LocalDate?)null;
        return await pausing.PauseWholeAsync(id, By(context), until, CancellationToken.None).ConfigureAwait(false) switch
        {
            null => ApiProblems.NoCohort(),
            { } outcome when CohortWords.WrongDay(outcome) is { } problem => ApiProblems.Invalid(ApiMistake.Of("until", problem)),
            PauseOutcome.Paused paused => Answer.Ok(new PausedJson([.. paused.Standing.Select(item => StandingMeetingJson.Of(item.Meeting))])),
            _ => Ended(),
        };
    }

    /// <summary>Takes it up again; one that is not paused stays as it is.</summary>
    public async Task<IResult> ResumeAsync(HttpContext context, CohortId id) =>
        await pausing.GoOnWholeAsync(id, By(context), CancellationToken.None).ConfigureAwait(false) switch
        {
            null => ApiProblems.NoCohort(),
            PauseOutcome.Over => Ended(),
            _ => Answer.Done(),
        };

    public async Task<IResult> EndAsync(HttpContext context, CohortId id) =>
        await ending.EndAsync(id.Whole, By(context), CancellationToken.None).ConfigureAwait(false) is { } ended
            ? Answer.Ok(new EndedJson(ended.On.ToDateOnly(), ended.HadEnded)) : ApiProblems.NoCohort();

    public async Task<IResult> DeleteAsync(HttpContext context, CohortId id)
    {
        var asker = ApiCaller.AskerOf(context, options);
        return await deletion.DeleteAsync(id.Whole, asker, CancellationToken.None).ConfigureAwait(false) is { } lost ? Answer.Ok(DeletedJson.Of(lost)) : ApiProblems.NoCohort();
    }

    public async Task<IResult> SettleAsync(HttpContext context, CohortId id)
    {
        var (reference, became) = SentJson.Of<SettleJson>(context);
        var (message, what) = (tokens.ReferredLetter(reference, id), CohortPages.ReportOf(became));
        ApiMistake[] mistakes =
        [
            .. message is not null ? Array.Empty<ApiMistake>()
                : [ApiMistake.Of("message", "It stands for no message of this cohort.", "Take it from 'toDecide' of the cohort as it is now.")],
            .. what is not null ? Array.Empty<ApiMistake>()
                : [ApiMistake.Of("became", "That is not what can become of a message.", $"Write '{CohortPages.Arrived}' or '{CohortPages.NotArrived}'.")],
        ];
        if (mistakes.Length > 0)
        {
            return ApiProblems.Invalid(mistakes);
        }

        var outcome = await settling.ApplyAsync(message!.Value, By(context), what!.Value, CancellationToken.None).ConfigureAwait(false);
        return Answer.Ok(new SettledJson(outcome != EventOutcome.Applied));
    }

    public Task<IResult> MoveLetterAsync(HttpContext context, CohortId id)
    {
        var (reference, to) = SentJson.Of<MoveLetterJson>(context);
        return WithLetterAsync(id, reference, letter =>
            letters.ActAsync(id, letter.Person, letter.On, By(context), new LetterAct.Move(LocalDate.FromDateOnly(to)), CancellationToken.None));
    }

    public Task<IResult> CancelLetterAsync(HttpContext context, CohortId id) => WithLetterAsync(
        id, SentJson.Of<LetterReferenceJson>(context).Letter, letter => letters.ActAsync(id, letter.Person, letter.On, By(context), new LetterAct.Cancel(), CancellationToken.None));

    public Task<IResult> RestoreLetterAsync(HttpContext context, CohortId id) => WithLetterAsync(
        id, SentJson.Of<LetterReferenceJson>(context).Letter, letter => letters.ActAsync(id, letter.Person, letter.On, By(context), new LetterAct.Restore(), CancellationToken.None));

    private async Task<IResult> WithLetterAsync(CohortId id, string reference, Func<LetterReference, Task<WholeLetterOutcome>> change)
    {
        if (LetterReference.Read(tokens, reference) is not { } letter || letter.Cohort != id)
        {
            return ApiProblems.Invalid(ApiMistake.Of("letter", "It stands for no letter of this cohort.", "Take it from the letters of a week as it is now."));
        }

        var outcome = await change(letter).ConfigureAwait(false);
        return outcome.Problem is { } problem ? ApiProblems.Invalid(ApiMistake.Of("letter", problem)) : Answer.Ok(AmendedJson.Of(outcome));
    }

    private static IResult Ended() => ApiProblems.Conflict(ApiMistake.Of("", "The cohort has ended."));

    private static Actor By(HttpContext context) => ApiCaller.Of(context).Actor;
}
