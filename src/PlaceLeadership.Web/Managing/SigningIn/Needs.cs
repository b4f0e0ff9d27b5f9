using Microsoft.AspNetCore.Builder;
using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Where a right has to be held.</summary>
public enum Reach
{
    /// <summary>For the cohort in the address.</summary>
    Here,

    /// <summary>Anywhere; the page looks further.</summary>
    Somewhere,

    /// <summary>For everything.</summary>
    Everywhere,
}

/// <summary>What an address at the desk needs. Who maps one says it there; an address that says nothing is refused to everybody.</summary>
/// <param name="Right">The right.</param>
/// <param name="Reach">Where it has to be held.</param>
public sealed record Needs(Right Right, Reach Reach)
{
    /// <summary>The page that is read ('the week'), or what is asked for ('pause it'), as the history says it; null where neither is told there.</summary>
    public string? Told { get; init; }

    /// <summary>To which page of the cohort somebody is sent who may not read this one, by what they have to be allowed for it: the first that they may.</summary>
    public IReadOnlyList<(Right Right, string Act)> Instead { get; init; } = [];

    /// <summary>Whether somebody has to have proved lately who they are.</summary>
    public bool Fresh { get; init; }

    /// <summary>What a form was to do, in words ('pause it'), where it is given back to whoever typed it while their sign-in ended; null where it is not.</summary>
    public string? Kept { get; init; }
}

/// <summary>Says what addresses at the desk need.</summary>
public static class NeedsOfAddresses
{
    /// <summary>Needs a right for the cohort in the address.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="right">The right.</param>
    /// <param name="told">What the history says was read ('the week') or asked for ('pause it'); null where what happens tells itself.</param>
    /// <param name="fresh">Whether somebody has to have proved lately who they are.</param>
    /// <param name="instead">To which page of the cohort whoever may not read this one is sent.</param>
    public static TBuilder NeedsHere<TBuilder>(
        this TBuilder endpoint, Right right, string? told = null, bool fresh = false, params IReadOnlyList<(Right Right, string Act)> instead)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Needs(right, Reach.Here) { Told = told, Fresh = fresh, Instead = instead });

    /// <summary>Gives back what was typed while a sign-in ended. Not for what cannot be undone.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="what">What the form was to do ('launch a cohort').</param>
    internal static TBuilder Keeps<TBuilder>(this TBuilder endpoint, string what) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder =>
        {
            var needs = builder.Metadata.OfType<Needs>().Last();
            builder.Metadata.Add(needs with { Kept = what });
        });
        return endpoint;
    }

    internal static TBuilder NeedsSomewhere<TBuilder>(this TBuilder endpoint, Right right, string? told = null, bool fresh = false)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Needs(right, Reach.Somewhere) { Told = told, Fresh = fresh });

    internal static TBuilder NeedsEverywhere<TBuilder>(this TBuilder endpoint, Right right, string? told = null, bool fresh = false)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Needs(right, Reach.Everywhere) { Told = told, Fresh = fresh });
}
