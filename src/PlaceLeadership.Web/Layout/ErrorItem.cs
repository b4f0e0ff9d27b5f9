namespace PlaceLeadership.Web.Layout;

/// <summary>One line of the summary of what needs mending.</summary>
/// <param name="FieldId">The id of the element to go to.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ErrorItem(string FieldId, string Message);
