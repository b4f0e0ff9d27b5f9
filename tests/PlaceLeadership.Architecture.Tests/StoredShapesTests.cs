using Mono.Cecil;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>
/// What is stored has a shape that is written out for it alone: renaming a property of the domain must not lose what stands in a
/// table. So whatever is given to <see cref="Documents"/> is private to the class that stores it, down to the last property; enums
/// are stored by the names of their members.
/// </summary>
public sealed class StoredShapesTests
{
    [Fact]
    public void Whatever_is_stored_has_a_shape_of_its_own()
    {
        var stored = Checkout.Assemblies.Values.SelectMany(assembly => Stored(assembly.Location)).Distinct().ToList();

        Assert.True(stored.Count > 20, $"Only {stored.Count} shapes were found.");
        Assert.DoesNotContain(stored, shape => shape.EndsWith('!'));
    }

    [Fact]
    public void A_domain_record_that_is_stored_is_found_also_inside_a_shape() => Assert.Equal(
        ["Drawer/Document", "Drawer/Document: Thing!", "Thing!"],
        Stored(typeof(StoredShapesTests).Assembly.Location).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The types that are stored; with a mark at the end those that are not the storing class's own.</summary>
    private static List<string> Stored(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<GenericInstanceMethod>()
                .Where(method => method.DeclaringType.FullName == typeof(Documents).FullName)
                .SelectMany(method => method.GenericArguments).SelectMany(argument => Named(argument, "", [])),
        ];
    }

    private static IEnumerable<string> Named(TypeReference type, string inside, HashSet<string> seen)
    {
        foreach (var part in Parts(type).Where(part => part.Namespace.StartsWith("PlaceLeadership", StringComparison.Ordinal) || part.IsNested))
        {
            var name = part.IsNested ? $"{part.DeclaringType.Name}/{part.Name}" : part.Name;
            if (part.Resolve() is not { IsEnum: false } shape || !seen.Add(part.FullName))
            {
                continue;
            }

            yield return inside + name + (shape.IsNestedPrivate ? "" : "!");
            foreach (var found in shape.IsNestedPrivate
                ? shape.Properties.Where(property => property.Name != "EqualityContract").SelectMany(property => Named(property.PropertyType, name + ": ", seen)) : [])
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts),
        TypeSpecification outer => Parts(outer.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
