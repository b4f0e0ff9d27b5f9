using System.Globalization;
using Azure.Data.Tables;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>
/// How a row lies in Azure Tables: property <c>Shape</c>, and the body in properties <c>B00</c>, <c>B01</c> …, because one
/// string property holds 32,768 characters.
/// </summary>
internal static class StoredEntity
{
    public const string Shape = "Shape";

    private const int ChunkCharactersMax = 32_000;

    public static TableEntity From(string partition, string key, string shape, string body)
    {
        var entity = new TableEntity(partition, key) { [Shape] = shape };
        var chunk = 0;
        var rest = body.AsSpan();
        do
        {
            var length = ChunkLengthOf(rest);
            entity[NameOf(chunk++)] = rest[..length].ToString();
            rest = rest[length..];
        }
        while (!rest.IsEmpty);
        return entity;
    }

    public static Row ToRow(TableEntity entity) => new(
        entity.RowKey,
        entity.GetString(Shape) ?? throw Foreign(entity, Shape),
        BodyOf(entity),
        entity.ETag.ToString());

    private static string BodyOf(TableEntity entity)
    {
        var first = entity.GetString(NameOf(0)) ?? throw Foreign(entity, NameOf(0));
        if (first.Length < ChunkCharactersMax - 1)
        {
            return first;
        }

        var chunks = new List<string> { first };
        while (entity.GetString(NameOf(chunks.Count)) is { } next)
        {
            chunks.Add(next);
        }

        return string.Concat(chunks);
    }

    /// <summary>A chunk never ends inside a surrogate pair: half a pair cannot be sent.</summary>
    private static int ChunkLengthOf(ReadOnlySpan<char> rest)
    {
        var length = Math.Min(rest.Length, ChunkCharactersMax);
        return length < rest.Length && char.IsHighSurrogate(rest[length - 1]) ? length - 1 : length;
    }

    private static string NameOf(int chunk) => string.Create(CultureInfo.InvariantCulture, $"B{chunk:00}");

    private static InvalidOperationException Foreign(TableEntity entity, string property) => new(
        $"The row '{entity.RowKey}' of partition '{entity.PartitionKey}' has no property {property}: "
        + "something other than PlaceLeadership stored it.");
}
