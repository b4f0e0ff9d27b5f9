namespace PlaceLeadership.Web.Managing.Evidence;

/// <summary>The words of the page of an evaluator.</summary>
internal static class EvidenceWords
{
    public const string Link = "What the cohort is asked, without names";
    public const string Asked = "What the cohort is asked";
    public const string Intro = "All that asks for a reply, on the day for which it is planned. Each person gets it with their next letter. Names, addresses and what people wrote are on none of your pages.";
    public const string Data = "Engagement facts come from whoever runs the server, by 'placelead export facts'.";
}
