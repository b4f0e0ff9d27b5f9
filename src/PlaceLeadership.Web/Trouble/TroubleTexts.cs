using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Trouble;

/// <summary>What a page says when something did not work: what happened, and what to do.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Text">Sentences, each a paragraph.</param>
public sealed record Sorry(string Title, params IReadOnlyList<string> Text);

public sealed partial class TroubleTexts
{
    internal Sorry Expired => Of(ExpiredTitle, ExpiredText);

    internal Sorry Invalid => Of(InvalidTitle, InvalidText);

    internal Sorry NotFound => Of(NotFoundTitle, NotFoundText);

    internal Sorry NotAllowed => Of(NotAllowedTitle, NotAllowedText);

    internal Sorry TooLarge => Of(TooLargeTitle, TooLargeText);

    internal Sorry BadForm => Of(BadFormTitle, BadFormText);

    internal Sorry Unreachable => Of(UnreachableTitle, UnreachableText);

    internal Sorry Failed => Of(FailedTitle, FailedText);

    private static Sorry Of(string title, string text) => new(title, PageWords.Paragraphs(text));
}
