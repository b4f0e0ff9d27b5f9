using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>
/// Which namespace of an assembly uses which other, read from what was compiled: signatures, attributes and bodies of methods, those
/// that the compiler made included. A constant is not seen, because the compiler copies its value.
/// </summary>
internal sealed class RoomGraph
{
    private readonly SortedDictionary<(string From, string To), string> _uses = [];

    private RoomGraph()
    {
    }

    /// <summary>The pairs, and for each the first type found that uses a type.</summary>
    public IReadOnlyDictionary<(string From, string To), string> Uses => _uses;

    /// <summary>Reads the namespaces that begin so.</summary>
    public static RoomGraph Of(string assembly, string prefix)
    {
        var graph = new RoomGraph();
        using var module = ModuleDefinition.ReadModule(assembly);
        foreach (var type in module.GetTypes())
        {
            foreach (var used in UsedBy(type).SelectMany(Parts).Where(used => used.Scope == module || used.Scope is ModuleDefinition))
            {
                graph.Note(Outermost(type), Outermost(used), prefix);
            }
        }

        return graph;
    }

    /// <summary>The pairs from whose second namespace a way leads back to the first.</summary>
    public IReadOnlyList<(string From, string To)> InCircles()
    {
        var reach = _uses.Keys.Select(use => use.To).Distinct().ToDictionary(here => here, ReachableFrom);
        return [.. _uses.Keys.Where(use => reach[use.To].Contains(use.From))];
    }

    private HashSet<string> ReachableFrom(string start)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var here))
        {
            foreach (var (_, to) in _uses.Keys.Where(pair => pair.From == here && reached.Add(pair.To)))
            {
                open.Push(to);
            }
        }

        return reached;
    }

    private void Note(TypeReference from, TypeReference to, string prefix)
    {
        if (from.Namespace != to.Namespace && IsIn(from, prefix) && IsIn(to, prefix))
        {
            _uses.TryAdd((from.Namespace, to.Namespace), $"{from.Name} uses {to.Name}");
        }
    }

    private static bool IsIn(TypeReference type, string prefix) => (type.Namespace + ".").StartsWith(prefix + ".", StringComparison.Ordinal);

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
    [
        .. Attributes(type), .. Bounds(type.GenericParameters),
        .. type.BaseType is { } parent ? [parent] : Array.Empty<TypeReference>(),
        .. type.Interfaces.Select(item => item.InterfaceType),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method) =>
    [
        .. Attributes(method), .. Bounds(method.GenericParameters), method.ReturnType,
        .. method.Parameters.SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
        .. method.HasBody ? UsedBy(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> UsedBy(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType)
            .Concat(body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>())
            .Concat(body.Instructions.SelectMany(instruction => UsedBy(instruction)));

    private static IEnumerable<TypeReference> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider owner) =>
        owner.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Bounds(IEnumerable<GenericParameter> parameters) =>
        parameters.SelectMany(parameter => parameter.Constraints).Select(bound => bound.ConstraintType);

    // What a type is built from: the elements of arrays, the arguments of generics.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification outer => Parts(outer.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
