using Lodge.Testing;

namespace Lodge.Guest.Tests.Filters;

/// <summary>A real guest under a filter, started by stock virsh and by ours.</summary>
public sealed class FilteredGuestTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("stock")]
    [InlineData("ours")]
    public async Task A_filtered_guest_speaks_for_nobody_but_itself(string whose)
    {
        Assert.SkipUnless(PrivateNetwork.IsAllowed, "filters need root");
        var virsh = whose == "stock" ? "/usr/bin/virsh" : Checkout.ProgramPath("virsh");
        var name = $"filtered-{whose}";
        var xml = Path.Combine(daemon.Lodged.Root, name + ".xml");
        await File.WriteAllTextAsync(
            xml,
            TestGuest.Xml(name).Replace(
                "<interface type='user'>",
                "<interface type='network'><source network='default'/><filterref filter='clean-traffic'>"
                + "<parameter name='CTRL_IP_LEARNING' value='dhcp'/></filterref>",
                StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "filtered.exp");
        var run = await ProgramRun.OfAsync("/usr/bin/expect", [script, virsh, daemon.Lodged.Uri, xml, name],
            LongEnough);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("filtered", run.Output, StringComparison.Ordinal);
    }
}
