#pragma warning disable IDE0130, CA1812, SA1402 // Namespaces for a test that looks for circles among them.

namespace PlaceLeadership.Architecture.Tests.Planted.Beside
{
    internal sealed class Slate;
}

namespace PlaceLeadership.Architecture.Tests.Planted.Left
{
    internal sealed class Teacher
    {
        public Beside.Slate? Slate { get; init; }

        public static Func<object> Calls() => () => new Right.Pupil();
    }
}

namespace PlaceLeadership.Architecture.Tests.Planted.Right
{
    internal sealed class Pupil
    {
        public Beside.Slate? Slate { get; init; }

        public IReadOnlyList<Left.Teacher[]> Taught { get; } = [];
    }
}
