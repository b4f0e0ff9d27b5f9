using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>A method as it is written.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Lines">From its first word, attributes aside, to its last brace, with the functions written inside it.</param>
internal sealed record Method(string Place, string Name, int Lines)
{
    public static IEnumerable<Method> AllOf(string project) =>
        Checkout.Files(project, "*.cs").Concat(Checkout.Files(project, "*.razor"))
            .SelectMany(file => AllIn(Checkout.Relative(file), File.ReadAllText(file)));

    public static IEnumerable<Method> AllIn(string file, string text)
    {
        var source = Path.GetExtension(file) == ".razor" ? CodeOfPage(text) : text;
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source).GetRoot();
        return
        [
            .. root.DescendantNodes().Where(IsMethod).Select(node => Measured(file, NameOf(node), FirstOf(node), node)),
            .. root.Members.OfType<GlobalStatementSyntax>().ToList() is [var first, .., var last] ? [Measured(file, "Main", first, last)] : Array.Empty<Method>(),
        ];
    }

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null };

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseMethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } => type.Identifier.Text,
        _ => node.Parent is { } parent ? NameOf(parent) : "",
    };

    private static SyntaxNodeOrToken FirstOf(SyntaxNode node) => node.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList));

    private static Method Measured(string file, string name, SyntaxNodeOrToken first, SyntaxNode last)
    {
        var from = first.GetLocation()!.GetLineSpan().StartLinePosition.Line;
        return new($"{file}:{from + 1}", name, last.GetLocation().GetLineSpan().EndLinePosition.Line - from + 1);
    }

    // The lines above stay, empty, so that numbers are those of the file.
    private static string CodeOfPage(string page) => page.IndexOf("@code", StringComparison.Ordinal) is >= 0 and var at
        ? new string('\n', page.AsSpan(0, at).Count('\n')) + "class Page " + page[(at + "@code".Length)..]
        : "";
}
