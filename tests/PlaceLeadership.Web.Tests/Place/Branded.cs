using System.Text;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A place that shows all there is of itself.</summary>
public static class Branded
{
    public const string Name = "Vale & Elder Leads";

    public const string Colour = "#7a1f5c";

    public const string Contact = "01632 960 001, Monday to Friday, or <team@vale.example.org>";

    /// <summary>One dot.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>Drawn with a style of its own.</summary>
    public static string Svg => "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" width=\"40\" height=\"20\"><style>rect { fill: #7a1f5c }</style><rect width=\"40\" height=\"20\"/></svg>";

    public static Brand Whole() => new()
    {
        Name = Name,
        Colour = BrandColour.Read(Colour, Assert.Fail),
        Logo = BrandLogo.Read("logo.svg", Encoding.UTF8.GetBytes(Svg), Assert.Fail),
        Contact = Contact,
    };
}
