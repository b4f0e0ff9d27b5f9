using System.IO.Hashing;
using System.Text;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>
/// A part of a cohort's outbox, by person, so that several deliveries run side by side and never meet. Which slice a person
/// is in depends on nothing but the person's id and the number of slices.
/// </summary>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Count">How many there are, from 1.</param>
public readonly record struct Slice(int Index, int Count)
{
    /// <summary>Everybody.</summary>
    public static Slice Whole { get; } = new(0, 1);

    /// <summary>
    /// The most slices a cohort is cut into. They share what a crash may leave in doubt, so with more of them each would claim
    /// fewer at a time and store more often; two send while the other stores.
    /// </summary>
    public const int CountMax = 2;

    private const int MessagesEach = 30;

    /// <summary>Into how many slices this many messages are cut.</summary>
    public static int CountFor(int messages) => Math.Clamp((messages + MessagesEach - 1) / MessagesEach, 1, CountMax);

    /// <summary>How many messages a slice claims at a time, so that all slices of a cohort together claim no more than may be in doubt.</summary>
    public int ClaimsMax => Math.Max(1, Courier.BatchMax / Count);

    /// <summary>Whether this person's messages belong to it.</summary>
    public bool Holds(ParticipantId participant) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(participant.Value)) % (uint)Count == (uint)Index;
}
