namespace Lodge.Web.Browser.Tests.Browsing;

/// <summary>The browser of all tests: the distribution's own chromium, without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>Its program; null where none is installed.</summary>
    public static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>A person before the pages of an address, not logged in.</summary>
    public async Task<Visitor> OpenAsync(string address, int width = 1440, bool isDark = false)
    {
        Assert.SkipUnless(Program is not null, "chromium is not installed");
        _driver ??= await Microsoft.Playwright.Playwright.CreateAsync();
        _browser ??= await _driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address,
            IgnoreHTTPSErrors = true,
            ViewportSize = Visitor.SizeOf(width),
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(20_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(20_000);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}
