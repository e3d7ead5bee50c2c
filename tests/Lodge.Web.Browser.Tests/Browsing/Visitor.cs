using System.Collections.Concurrent;
using Lodge.Testing;
using Lodge.Web.Browser.Tests.Serving;

namespace Lodge.Web.Browser.Tests.Browsing;

/// <summary>A person with a browser of their own, and what they do with the pages.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security", StringComparison.Ordinal))
                _faults.Enqueue(message.Text);
        };
    }

    /// <summary>What is looked at.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong in the scripts of the pages.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The folder of the pictures that are taken.</summary>
    public static string Pictures { get; } =
        Directory.CreateDirectory(Path.Combine(Checkout.Folder, "artifacts", "web-pictures")).FullName;

    /// <summary>A desk's screen or a phone's.</summary>
    public static ViewportSize SizeOf(int width) => new() { Width = width, Height = width < 600 ? 844 : 900 };

    /// <summary>Shows the form of the log-in filled, and sends it.</summary>
    public async Task LogInAsync(string password = LodgeWebProcess.Password)
    {
        if (Page.Url == "about:blank") await Page.GotoAsync("/");
        await Page.FillAsync("#user", Environment.UserName);
        await Page.FillAsync("#password", password);
        await Page.ClickAsync("button[type=submit]");
    }

    /// <summary>Goes to a page and waits until it is there.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Expect(Page.Locator("main h1")).ToBeVisibleAsync();
    }

    /// <summary>A button by its words.</summary>
    public ILocator Button(string words) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First;

    /// <summary>A button of the dialog that is open.</summary>
    public ILocator InDialog(string words) =>
        Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).Last;

    /// <summary>The row of a guest in the list.</summary>
    public ILocator Row(string guest) => Page.Locator($"[data-guest=\"{guest}\"]");

    /// <summary>Takes a picture of the window.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Pictures, name + ".png"), Animations = ScreenshotAnimations.Disabled,
    });

    /// <summary>Takes four pictures: of the desk's screen and the phone's, light and dark.</summary>
    public async Task PicturesAsync(string name)
    {
        foreach (var width in (int[])[1440, 390])
        {
            await Page.SetViewportSizeAsync(SizeOf(width).Width, SizeOf(width).Height);
            foreach (var theme in (string[])["light", "dark"])
            {
                await Page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);
                await PictureAsync($"{name}-{width}-{theme}");
            }
        }

        await Page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'light'; }");
        await Page.SetViewportSizeAsync(1440, 900);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
