using Lodge.Testing;
using Lodge.Web.Browser.Tests.Browsing;
using Lodge.Web.Browser.Tests.Serving;

namespace Lodge.Web.Browser.Tests.Life;

/// <summary>
/// Everything that a person does with a guest, from the log-in to its end, in a browser, with a real guest.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class WholeLifeTests(Chromium chromium) : IAsyncLifetime
{
    private const string Name = "hanna";
    private const string Root = "a secret";
    private const string WaitForDisk = "until [ -e /sys/block/vdb ]; do sleep 0.2; done; cat /proc/partitions";
    private const string WaitForCable =
        "ip link set eth0 up; until grep -q 0 /sys/class/net/eth0/carrier; do sleep 0.2; done";

    private LodgedProcess? _lodged;
    private LodgeWebProcess? _web;
    private Visitor? _visitor;

    private Visitor Visitor => _visitor!;

    private IPage Page => Visitor.Page;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make the guests' network");
        Assert.SkipUnless(TestInstaller.IsBuilt, "tools/testinstall/build has not been run");
        _lodged = await LodgedProcess.StartAsync();
        _web = await LodgeWebProcess.StartAsync(_lodged.Uri);
        _visitor = await chromium.OpenAsync(_web.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitor is not null) await _visitor.DisposeAsync();
        if (_web is not null) await _web.DisposeAsync();
        if (_lodged is not null) await _lodged.DisposeAsync();
    }

    [Fact]
    public async Task A_guest_is_made_installed_used_changed_and_deleted_by_the_pages_alone()
    {
        await Page.GotoAsync("/");
        await Visitor.PicturesAsync("login");
        await Visitor.LogInAsync();
        await Expect(Page.Locator("main h1")).ToHaveTextAsync("Guests");
        var image = await CopyInstallerAsync();
        await AskForGuestAsync(image);
        await WatchInstallationAsync();
        await UseSerialConsoleAsync();
        await LookAroundAsync();
        await AddDiskAsync();
        await PullCableAsync();
        await TakeSnapshotAsync();
        await SetAutostartAsync();
        await ShutDownAsync();
        await DeleteAsync();
        Assert.Empty(Visitor.Faults);
    }

    private async Task<string> CopyInstallerAsync()
    {
        // Where the daemon's guests may read it.
        var image = Path.Combine(_lodged!.Root, "installer.iso");
        await using var from = File.OpenRead(TestInstaller.Image);
        await using var to = File.Create(image);
        await from.CopyToAsync(to);
        return image;
    }

    private async Task AskForGuestAsync(string image)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "New guest" }).First.ClickAsync();
        await Expect(Page.Locator("main h1")).ToHaveTextAsync("New guest");
        await Visitor.PicturesAsync("wizard-1-method");
        await Visitor.Button("Next").ClickAsync();
        await Page.FillAsync("#wish-source", image);
        await Visitor.PicturesAsync("wizard-2-source");
        await Visitor.Button("Next").ClickAsync();
        await Page.ClickAsync("#wish-unattended");
        await Page.SelectOptionAsync("#ks-version", "F37");
        await Page.FillAsync("#ks-host", Name);
        await Page.FillAsync("#ks-root", Root);
        await Visitor.Button("Make the kickstart").ClickAsync();
        await Expect(Page.Locator("#wish-kickstart")).ToHaveValueAsync(
            new System.Text.RegularExpressions.Regex($"--hostname={Name}"));
        await Page.FillAsync("#wish-arguments", "console=tty0 " + TestGuest.KernelArguments);
        await Visitor.PicturesAsync("wizard-3-unattended");
        await Visitor.Button("Next").ClickAsync();
        await Page.FillAsync("#wish-memory", "384");
        await Page.FillAsync("#wish-vcpus", "1");
        await Visitor.PicturesAsync("wizard-4-memory");
        await Visitor.Button("Next").ClickAsync();
        await Page.FillAsync("#wish-size", "0.5");
        await Visitor.PicturesAsync("wizard-5-storage");
        await Visitor.Button("Next").ClickAsync();
        await Page.FillAsync("#wish-name", Name);
        await Visitor.PicturesAsync("wizard-6-name");
        await Visitor.Button("Next").ClickAsync();
        await Expect(Page.Locator("main .facts")).ToContainTextAsync("Fedora");
        await Visitor.PicturesAsync("wizard-7-review");
        await Visitor.Button("Create").ClickAsync();
    }

    private async Task WatchInstallationAsync()
    {
        await Expect(Page.Locator("[data-installation=running]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Visitor.PicturesAsync("installation");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Console" }).First.ClickAsync();
        await Expect(Page.Locator("[data-console=screen][data-state=open]")).ToBeVisibleAsync();
        Assert.NotEqual("", await Visitor.WaitForPixelsAsync());
        await Visitor.PicturesAsync("console-screen");
    }

    private async Task UseSerialConsoleAsync()
    {
        await Visitor.ChooseConsoleAsync("serial:0");
        await Visitor.ReadUntilAsync($"{Name} login:", 90_000);
        await Visitor.TypeLineAsync("root");
        await Visitor.ReadUntilAsync("assword:");
        await Visitor.TypeLineAsync(Root);
        await Visitor.ReadUntilAsync("# ");
        await Visitor.RunAsync("mount | grep ' / '", "on-its-own-disk");
        await Visitor.PicturesAsync("console-serial");
    }

    private async Task LookAroundAsync()
    {
        var guest = Page.Url[..Page.Url.LastIndexOf('/')];
        foreach (var part in (string[])["overview", "hardware", "graphs", "xml"])
        {
            await Visitor.GoAsync($"{guest}/{part}");
            await Expect(Page.Locator("main .card").First).ToBeVisibleAsync();
            await Visitor.PicturesAsync("guest-" + part);
        }

        foreach (var page in (string[])["", "networks", "storage", "secrets", "devices"])
        {
            await Visitor.GoAsync($"/hosts/local/{page}");
            await Visitor.PicturesAsync("host-" + (page.Length > 0 ? page : "overview"));
        }

        foreach (var page in (string[])["connections", "activity", "events", "tokens"])
        {
            await Visitor.GoAsync("/" + page);
            await Visitor.PicturesAsync(page);
        }

        await Visitor.GoAsync("/");
        await Expect(Visitor.Row(Name)).ToHaveAttributeAsync("data-state", "Running");
        await Visitor.PicturesAsync("list");
        await Visitor.Row(Name).GetByRole(AriaRole.Link, new() { Name = Name }).First.ClickAsync();
        await Expect(Page.Locator("main h1")).ToHaveTextAsync(Name);
    }

    private async Task AddDiskAsync()
    {
        await TabAsync("Hardware");
        await Visitor.Button("Add hardware").ClickAsync();
        await Page.FillAsync("#new-size", "0.1");
        await Visitor.PicturesAsync("add-hardware");
        await Visitor.InDialog("Add").ClickAsync();
        await Expect(Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await SerialAsync();
        await Visitor.RunAsync(WaitForDisk, "disk-is-there");
    }

    private async Task PullCableAsync()
    {
        await TabAsync("Hardware");
        await Page.Locator(".hardware-list button", new() { HasText = "Network 52:54" }).ClickAsync();
        await Page.GetByLabel("Cable").SelectOptionAsync("down");
        await Visitor.Button("Apply").ClickAsync();
        await Expect(Page.GetByLabel("Cable")).ToHaveValueAsync("down");
        await SerialAsync();
        await Visitor.RunAsync(WaitForCable, "cable-is-out");
    }

    private async Task TakeSnapshotAsync()
    {
        await TabAsync("Snapshots");
        await Visitor.Button("New snapshot").ClickAsync();
        await Page.FillAsync("#snapshot-name", "before the change");
        await Visitor.InDialog("Create").ClickAsync();
        await Expect(Page.Locator(".tree")).ToContainTextAsync("before the change", new() { Timeout = 60_000 });
        await Visitor.PicturesAsync("guest-snapshots");
    }

    private async Task SetAutostartAsync()
    {
        await TabAsync("Overview");
        await Page.GetByLabel("Start with the host").CheckAsync();
        var info = await _lodged!.RunAsync(Checkout.ProgramPath("virsh"), "dominfo", Name);
        Assert.Contains("enable", info.Output, StringComparison.Ordinal);
    }

    private async Task ShutDownAsync()
    {
        await Visitor.Button("Shut down").ClickAsync();
        await Expect(Page.Locator(".page-head .badge")).ToHaveTextAsync("Off", new() { Timeout = 60_000 });
    }

    private async Task DeleteAsync()
    {
        var images = Path.Combine(_lodged!.Root, "var", "lib", "libvirt", "images");
        Assert.Equal(2, Directory.GetFiles(images).Length);
        await Visitor.Button("More").ClickAsync();
        await Visitor.Button("Delete").ClickAsync();
        await Expect(Page.Locator("dialog[open] input[type=checkbox]:checked")).ToHaveCountAsync(2);
        await Visitor.PicturesAsync("delete");
        using var watcher = new FileSystemWatcher(images);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Deleted += (_, _) =>
        {
            if (Directory.GetFiles(images).Length == 0) gone.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;
        await Visitor.InDialog("Delete with images").ClickAsync();
        await Expect(Page.Locator("main h1")).ToHaveTextAsync("Guests");
        await Expect(Visitor.Row(Name)).ToHaveCountAsync(0);

        // The list knows as soon as the guest is gone, and its images go after it.
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private Task TabAsync(string name) =>
        Page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

    private async Task SerialAsync()
    {
        await TabAsync("Console");
        await Visitor.ChooseConsoleAsync("serial:0");
    }
}
