using Lodge.Testing;

namespace Lodge.Guest.Tests;

/// <summary>
/// A real guest goes through its whole life under lodged, by clients that know nothing of Lodge, and by ours.
/// </summary>
public sealed class WholeLifeTests : IAsyncLifetime
{
    private static readonly TimeSpan OneLife = TimeSpan.FromMinutes(3);
    private LodgedProcess? _lodged;

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task Stock_python_client_takes_a_guest_through_its_whole_life()
    {
        var run = await ProgramRun.OfAsync(
            "/usr/bin/python3", [Client("whole_life.py"), _lodged!.Uri], OneLife, TestGuest.Xml("python-guest"));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("whole life", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stock")]
    [InlineData("ours")]
    public async Task Virsh_takes_a_guest_through_its_whole_life(string whose)
    {
        var virsh = whose == "stock" ? "/usr/bin/virsh" : Checkout.ProgramPath("virsh");
        var xml = Path.Combine(_lodged!.Root, "guest.xml");
        await File.WriteAllTextAsync(xml, TestGuest.Xml("virsh-guest"));
        var run = await ProgramRun.OfAsync(
            "/usr/bin/expect", [Client("whole_life.exp"), virsh, _lodged.Uri, xml, "virsh-guest"], OneLife);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    [Fact]
    public async Task Our_virsh_takes_a_guest_of_stock_libvirtd_through_its_whole_life()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a libvirtd of one's own needs root");
        Assert.SkipUnless(File.Exists("/usr/sbin/libvirtd"), "no libvirtd is installed");
        var xml = Path.Combine(_lodged!.Root, "stock-guest.xml");
        await File.WriteAllTextAsync(xml, TestGuest.Xml("stock-guest"));
        string[] life = [Client("whole_life.exp"), Checkout.ProgramPath("virsh"), "qemu:///system", xml, "stock-guest"];
        var beside = Path.Combine(Checkout.Folder, "tools", "shell", "with-libvirtd");
        var run = await ProgramRun.OfAsync(beside, ["/usr/bin/expect", .. life], OneLife);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    private static string Client(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);
}
