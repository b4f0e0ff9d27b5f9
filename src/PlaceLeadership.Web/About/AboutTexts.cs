namespace PlaceLeadership.Web.About;

/// <summary>A part of a page that explains something.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Sentences, each a paragraph.</param>
public sealed record Passage(string Heading, params IReadOnlyList<string> Text);

/// <summary>A page that explains something.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Passages">Its parts.</param>
public sealed record Explanation(string Title, params IReadOnlyList<Passage> Passages);

public sealed partial class AboutTexts
{
    /// <summary>What is stored, and who sees it.</summary>
    internal Explanation Privacy => new(
        PrivacyTitle,
        new(PrivacyWordsTitle, PrivacyWordsText),
        new(PrivacyTicksTitle, PrivacyTicksText),
        new(PrivacyTogetherTitle, PrivacyTogetherText),
        new(PrivacyRepliesTitle, PrivacyRepliesText),
        new(PrivacyPeopleTitle, PrivacyPeopleText),
        new(PrivacyNeverTitle, PrivacyNeverText),
        new(PrivacyRightsTitle, PrivacyRightsText));

    /// <summary>The accessibility statement.</summary>
    internal Explanation Accessibility => new(
        AccessibilityTitle,
        new(AccessibilityAimTitle, AccessibilityAimText),
        new(AccessibilityChecksTitle, AccessibilityChecksText),
        new(AccessibilityShortTitle, AccessibilityShortText),
        new(AccessibilityBarriersTitle, AccessibilityBarriersText));
}
