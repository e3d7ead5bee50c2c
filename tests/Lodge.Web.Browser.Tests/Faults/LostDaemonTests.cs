using System.Security;
using Lodge.Testing;
using Lodge.Web.Browser.Tests.Browsing;
using Lodge.Web.Browser.Tests.Serving;

namespace Lodge.Web.Browser.Tests.Faults;

/// <summary>A daemon that is killed, seen by two browsers; and names that are made to break a page.</summary>
[Collection(OneBrowser.Name)]
public sealed class LostDaemonTests(Chromium chromium) : IAsyncLifetime
{
    private const string Evil = "<img src=x onerror=alert(1)>";
    private const string Script = "<script>document.title='hit'</script>";
    private LodgedProcess? _lodged;
    private LodgeWebProcess? _web;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestGuest.IsBuilt, "tools/testguest/build has not been run");
        _lodged = await LodgedProcess.StartAsync();
        _web = await LodgeWebProcess.StartAsync(_lodged.Uri);
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        if (_lodged is not null) await _lodged.DisposeAsync();
    }

    [Fact]
    public async Task Two_browsers_see_what_either_does_and_both_outlive_the_daemon()
    {
        await DefineAsync(TestGuest.EmptyXml("paula"));
        await using var one = await chromium.OpenAsync(_web!.Address);
        await using var two = await chromium.OpenAsync(_web.Address, 390, isDark: true);
        foreach (var visitor in (Visitor[])[one, two])
        {
            await visitor.LogInAsync();
            await Expect(visitor.Row("paula")).ToHaveAttributeAsync("data-state", "Off");
        }

        await one.Row("paula").GetByRole(AriaRole.Button, new() { Name = "Start: paula" }).ClickAsync();
        foreach (var visitor in (Visitor[])[one, two])
            await Expect(visitor.Row("paula")).ToHaveAttributeAsync("data-state", "Running");

        await _lodged!.CrashAsync();
        foreach (var visitor in (Visitor[])[one, two])
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No connection");
        await one.PictureAsync("lost-1440-light");
        await two.PictureAsync("lost-390-dark");

        await _lodged.StartAgainAsync();
        foreach (var visitor in (Visitor[])[one, two])
        {
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            await Expect(visitor.Row("paula")).ToHaveAttributeAsync("data-state", "Running");
        }

        Assert.Empty(one.Faults);
        Assert.Empty(two.Faults);
    }

    [Fact]
    public async Task Names_and_a_hostname_with_markup_are_shown_as_they_are_and_run_nothing()
    {
        var title = $"<title>{SecurityElement.Escape(Script)}</title><memory ";
        var devices = "<graphics type='vnc'/><video><model type='vga'/></video>";
        await DefineAsync(TestGuest.Xml(SecurityElement.Escape(Evil), devices)
            .Replace("<memory ", title, StringComparison.Ordinal));
        await using var visitor = await chromium.OpenAsync(_web!.Address);
        visitor.Page.Dialog += (_, dialog) => Assert.Fail($"a script ran: {dialog.Message}");
        await visitor.LogInAsync();
        await Expect(visitor.Page.Locator(".guest-name a", new() { HasText = Evil })).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".guest-name", new() { HasText = Script })).ToBeVisibleAsync();
        await visitor.Page.Locator(".guest-name a", new() { HasText = Evil }).ClickAsync();
        await Expect(visitor.Page.Locator("main h1")).ToHaveTextAsync(Evil);
        await visitor.Button("Start").ClickAsync();
        await visitor.Page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = "Console" }).ClickAsync();
        await visitor.ChooseConsoleAsync("serial:0");
        await visitor.ReadUntilAsync("login:");
        await visitor.TypeLineAsync("root");
        await visitor.ReadUntilAsync("# ");
        await visitor.RunAsync($"hostname \"{Script}\" && hostname", "named");
        Assert.Contains(Script, await visitor.ReadUntilAsync(Script), StringComparison.Ordinal);
        foreach (var part in (string[])["overview", "hardware", "xml", "snapshots"])
        {
            await visitor.Page.Locator($".tabs a[href$={part}]").ClickAsync();
            await Expect(visitor.Page.Locator("main .card").First).ToBeVisibleAsync();
        }

        await visitor.GoAsync("/events");
        await Expect(visitor.Page.Locator(".event-list")).ToContainTextAsync(Evil);
        Assert.NotEqual("hit", await visitor.Page.TitleAsync());
        Assert.Equal(0, await visitor.Page.Locator("main img").CountAsync());
        Assert.Empty(visitor.Faults);
    }

    private async Task DefineAsync(string xml)
    {
        var file = Path.Combine(_lodged!.Root, "guest.xml");
        await File.WriteAllTextAsync(file, xml);
        var run = await _lodged.RunAsync(Checkout.ProgramPath("virsh"), "define", file);
        Assert.True(run.ExitCode == 0, run.Errors);
    }
}
