using Lodge.Testing;
using Lodge.Web.Browser.Tests.Browsing;
using Lodge.Web.Browser.Tests.Serving;

namespace Lodge.Web.Browser.Tests.Life;

/// <summary>The same pages on the stock libvirtd.</summary>
[Collection(OneBrowser.Name)]
public sealed class StockDaemonTests(Chromium chromium) : IAsyncLifetime
{
    private const string Uri = "qemu:///system";
    private const string Name = "lodge-stock";

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists("/run/libvirt/libvirt-sock"), "no libvirtd runs here");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await VirshAsync("destroy", Name);
        await VirshAsync("undefine", Name);
    }

    [Fact]
    public async Task A_guest_of_libvirtd_is_listed_started_and_changed_by_the_pages()
    {
        await using var web = await LodgeWebProcess.StartAsync(Uri);
        await using var visitor = await chromium.OpenAsync(web.Address);
        var page = visitor.Page;
        await visitor.LogInAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Guests");

        // It is seen at once, by libvirtd's event.
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, TestGuest.EmptyXml(Name));
        Assert.Equal("", (await VirshAsync("define", file)).Errors);
        File.Delete(file);
        await Expect(visitor.Row(Name)).ToHaveAttributeAsync("data-state", "Off");
        await visitor.Row(Name).GetByRole(AriaRole.Button, new() { Name = $"Start: {Name}" }).ClickAsync();
        await Expect(visitor.Row(Name)).ToHaveAttributeAsync("data-state", "Running");
        Assert.Equal("running", (await VirshAsync("domstate", Name)).Output.Trim());

        await visitor.Row(Name).GetByRole(AriaRole.Link, new() { Name = Name }).First.ClickAsync();
        await page.GetByLabel("Start with the host").CheckAsync();
        Assert.Contains("enable", (await VirshAsync("dominfo", Name)).Output, StringComparison.Ordinal);
        foreach (var part in (string[])["console", "hardware", "graphs", "snapshots", "xml"])
        {
            await page.Locator($".tabs a[href$={part}]").ClickAsync();
            await Expect(page.Locator("main .card").First).ToBeVisibleAsync();
        }

        foreach (var part in (string[])["", "networks", "storage", "secrets", "devices"])
            await visitor.GoAsync($"/hosts/local/{part}");
        Assert.Empty(visitor.Faults);

        await visitor.GoAsync("/");
        await VirshAsync("destroy", Name);
        await Expect(visitor.Row(Name)).ToHaveAttributeAsync("data-state", "Off");
        await VirshAsync("undefine", Name);
        await Expect(visitor.Row(Name)).ToHaveCountAsync(0);
    }

    private static Task<ProgramRun> VirshAsync(params string[] words) =>
        ProgramRun.OfAsync("/usr/bin/virsh", ["-c", Uri, .. words]);
}
