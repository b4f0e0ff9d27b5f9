namespace PlaceLeadership.Core.Tests;
public sealed class Tmp { [Fact] public void A() { Assert.Equal(2, 1 + 1); } }
