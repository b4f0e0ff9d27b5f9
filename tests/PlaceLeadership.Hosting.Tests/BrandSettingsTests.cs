using System.Text;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Hosting.Tests;

public sealed class BrandSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-brand-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_place_says_its_name_colour_logo_and_contact()
    {
        Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        var (brand, problems) = Read(("NAME", " Vale Leads "), ("COLOUR", "#7A1F5C"), ("LOGO", "logo.svg"), ("CONTACT", "01632 960 001"));
        Assert.Empty(problems);
        Assert.Equal(("Vale Leads", "01632 960 001"), (brand.Name, brand.Contact));
        Assert.NotNull(brand.Logo);
        Assert.Contains("--header: #7a1f5c;", brand.Colour!.StyleSheet, StringComparison.Ordinal);
        Assert.Empty(Read(("NAME", "Vale Leads"), ("LOGO", Path.Combine(_folder.FullName, "logo.svg"))).Problems);
    }

    [Fact]
    public void Who_says_nothing_has_what_the_product_has()
    {
        var (brand, problems) = Read();
        Assert.Empty(problems);
        Assert.Equal(Brand.None, brand);
    }

    [Theory]
    [InlineData("NAME", 60)]
    [InlineData("CONTACT", 200)]
    public void Names_and_contacts_are_one_line_of_no_more_than_fits(string setting, int max)
    {
        Assert.Empty(Read((setting, new string('x', max))).Problems);
        Assert.StartsWith($"PLACELEAD_BRAND_{setting} has more than {max} characters", Problem((setting, new string('x', max + 1))), StringComparison.Ordinal);
        foreach (var hidden in new[] { "two\nlines", "two\r\nlines", "two\u2028lines", "turned \u202eround", "a\0b" })
        {
            Assert.StartsWith($"PLACELEAD_BRAND_{setting} is more than one line", Problem((setting, hidden)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nothing.svg", "is a file that is not there")]
    [InlineData("no/folder/logo.svg", "is a file that is not there")]
    [InlineData(".", "is not a file that can be read")]
    [InlineData("text.svg", "cannot be read as one")]
    [InlineData("text.png", "holds something else")]
    [InlineData("text.txt", "does not end in .svg or .png")]
    [InlineData("large.svg", "more than 100 kB")]
    [InlineData("script.svg", "holds a script")]
    public void A_logo_that_cannot_be_shown_is_a_sentence(string file, string because)
    {
        Write("text.svg", "A logo.");
        Write("text.png", "A logo.");
        Write("text.txt", "A logo.");
        Write("large.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">" + new string(' ', 100_000) + "</svg>");
        Write("script.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
        var problem = Problem(("NAME", "Vale Leads"), ("LOGO", file));
        Assert.StartsWith("PLACELEAD_BRAND_LOGO ", problem, StringComparison.Ordinal);
        Assert.Contains(because, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.FullName, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_needs_a_name_for_whoever_does_not_see_it()
    {
        Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Assert.StartsWith("PLACELEAD_BRAND_NAME is missing, and PLACELEAD_BRAND_LOGO is set", Problem(("LOGO", "logo.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_colour_that_nobody_could_read_is_refused_with_one_that_would_do() =>
        Assert.Matches("^PLACELEAD_BRAND_COLOUR is too light to be read: .* such as #[0-9a-f]{6}\\.$", Problem(("COLOUR", "#ffcc00")));

    [Fact]
    public void The_host_reads_a_logo_from_the_folder_of_the_app_and_says_all_that_is_wrong_at_once()
    {
        var settings = SettingsCatalogue.All.ToDictionary(setting => setting.Name, setting => setting.OnALaptop);
        settings["PLACELEAD_BRAND_NAME"] = "Vale Leads";
        var path = Path.Combine(AppContext.BaseDirectory, "logo-of-a-test.svg");
        File.WriteAllText(path, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        try
        {
            settings["PLACELEAD_BRAND_LOGO"] = "logo-of-a-test.svg";
            var brand = HostSettings.Read(settings.GetValueOrDefault).Brand;
            Assert.Equal(("Vale Leads", true), (brand.Name, brand.Logo is not null));
        }
        finally
        {
            File.Delete(path);
        }

        settings["PLACELEAD_BRAND_COLOUR"] = "#ffcc00";
        settings["PLACELEAD_BRAND_CONTACT"] = new string('x', 201);
        Assert.Equal(
            ["PLACELEAD_BRAND_COLOUR", "PLACELEAD_BRAND_CONTACT", "PLACELEAD_BRAND_LOGO"],
            Assert.Throws<SettingsException>(() => HostSettings.Read(settings.GetValueOrDefault)).Problems.Select(problem => problem.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content, new UTF8Encoding(false));

    private string Problem(params (string Name, string Value)[] said) => Assert.Single(Read(said).Problems);

    private (Brand Brand, IReadOnlyList<string> Problems) Read(params (string Name, string Value)[] said)
    {
        var values = said.ToDictionary(each => "PLACELEAD_BRAND_" + each.Name, each => each.Value);
        var reading = new SettingsReading(values.GetValueOrDefault);
        return (BrandSettings.Read(reading, _folder.FullName), reading.Problems);
    }
}
