using System.Text.Json;
using Deque.AxeCore.Commons;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace ExecPS.Tests.Report;

/// <summary>The report of the sandbox in Chromium. The screenshots are in TestResults/report.</summary>
/// <remarks>EXECPS_BROWSER_TESTS=1 enables the tests, and EXECPS_CHROMIUM is the path of the browser. They are too slow for every run.</remarks>
public sealed class ReportBrowserTests
{
    private static readonly string[] s_places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private static string Results => Directory.CreateDirectory(Repository.PathTo("TestResults", "report")).FullName;

    [Theory]
    [InlineData(390, "light")]
    [InlineData(390, "dark")]
    [InlineData(1280, "light")]
    [InlineData(1280, "dark")]
    public async Task The_page_has_no_accessibility_violations_and_no_horizontal_scroll_bar(int width, string scheme)
    {
        await using var browser = await StartAsync();
        var (page, requests) = await OpenAsync(browser, width, scheme);

        Assert.Empty(await ViolationsAsync(page));
        Assert.Equal(width, await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(scheme == "dark", await page.EvaluateExpressionAsync<bool>("getComputedStyle(document.body).backgroundColor === 'rgb(16, 22, 29)'"));
        await page.ScreenshotAsync(Path.Combine(Results, $"{width}-{scheme}.png"), new() { FullPage = true });

        // Also with all tables open.
        await page.EvaluateExpressionAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Empty(await ViolationsAsync(page));
        Assert.Equal(width, await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"));
        await page.ScreenshotAsync(Path.Combine(Results, $"{width}-{scheme}-tables.png"), new() { FullPage = true });
        Assert.Single(requests);
        Assert.StartsWith("file:", requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_is_cut_off_or_outside_its_chart()
    {
        await using var browser = await StartAsync();
        foreach (var width in new[] { 390, 1280 })
        {
            var (page, _) = await OpenAsync(browser, width, "light");

            var outside = await page.EvaluateExpressionAsync<string[]>("""
                [...document.querySelectorAll('svg text')].filter(text => {
                  const [inner, outer] = [text.getBoundingClientRect(), text.closest('section').getBoundingClientRect()];
                  return inner.width > 0 && (inner.left < outer.left || inner.right > outer.right);
                }).map(text => text.textContent)
                """);
            Assert.Empty(outside);

            var overlapping = await page.EvaluateExpressionAsync<string[]>("""
                [...document.querySelectorAll('svg')].flatMap(svg => {
                  const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]).filter(box => box[1].width > 0);
                  return boxes.filter((box, index) => boxes.some((other, at) => at > index && box[1].left < other[1].right && other[1].left < box[1].right && box[1].top + 4 < other[1].bottom && other[1].top + 4 < box[1].bottom)).map(box => box[0]);
                })
                """);
            Assert.Empty(overlapping);
        }
    }

    [Theory]
    [InlineData("A4", "light")]
    [InlineData("Letter", "dark")]
    public async Task The_printed_page_is_light_contains_every_table_and_fits_the_paper(string paper, string scheme)
    {
        await using var browser = await StartAsync();

        // The width of the paper without its margins, at 96 pixels per inch.
        var (page, _) = await OpenAsync(browser, paper == "A4" ? 703 : 725, scheme);
        await page.EmulateMediaTypeAsync(MediaType.Print);

        Assert.Empty(await ViolationsAsync(page));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateExpressionAsync<string>("getComputedStyle(document.querySelector('.card')).backgroundColor"));
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('table')].filter(table => table.getBoundingClientRect().height < 20 || table.getBoundingClientRect().right > innerWidth).map(table => table.caption.textContent)"));
        await page.ScreenshotAsync(Path.Combine(Results, $"print-{paper}.png"), new() { FullPage = true });
        var pdf = await page.PdfDataAsync(new() { Format = paper == "A4" ? PaperFormat.A4 : PaperFormat.Letter, PreferCSSPageSize = false, PrintBackground = true });
        await File.WriteAllBytesAsync(Path.Combine(Results, $"print-{paper}.pdf"), pdf, TestContext.Current.CancellationToken);
        Assert.InRange(pdf.Length, 10_000, 2_000_000);
    }

    [Fact]
    public async Task The_tables_can_be_opened_with_the_keyboard()
    {
        await using var browser = await StartAsync();
        var (page, _) = await OpenAsync(browser, 1280, "light");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await page.EvaluateExpressionAsync<bool>("document.querySelector('details').open && document.querySelector('details table').getBoundingClientRect().height > 50"));
    }

    private static async Task<IBrowser> StartAsync()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("EXECPS_BROWSER_TESTS") != "1", "EXECPS_BROWSER_TESTS isn't 1");
        var browser = Environment.GetEnvironmentVariable("EXECPS_CHROMIUM") ?? s_places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "Chromium isn't installed");
        return await Puppeteer.LaunchAsync(new() { ExecutablePath = browser, Headless = true, Args = ["--no-sandbox", "--font-render-hinting=none"] });
    }

    private static async Task<(IPage Page, List<string> Requests)> OpenAsync(IBrowser browser, int width, string scheme)
    {
        var file = Path.Combine(Results, "report.html");
        await File.WriteAllTextAsync(file, (await ReportSample.SandboxAsync()).Render("Training report"), TestContext.Current.CancellationToken);
        var page = await browser.NewPageAsync();
        var requests = new List<string>();
        page.Request += (_, arguments) => requests.Add(arguments.Request.Url);
        page.Console += (_, arguments) => requests.Add(arguments.Message.Text);
        await page.SetViewportAsync(new() { Width = width, Height = 900, DeviceScaleFactor = 1 });
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        return (page, requests);
    }

    /// <summary>The rules of axe that the page violates, with the elements.</summary>
    private static async Task<List<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
        var json = await page.EvaluateExpressionAsync<string>("axe.run(document, { resultTypes: ['violations'] }).then(result => JSON.stringify(result.violations))");
        using var violations = JsonDocument.Parse(json);
        return [.. violations.RootElement.EnumerateArray().Select(violation =>
            $"{violation.GetProperty("id").GetString()}: {string.Join(" ", violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html").GetString()))}")];
    }
}
