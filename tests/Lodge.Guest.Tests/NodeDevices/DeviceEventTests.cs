using Lodge.Testing;

namespace Lodge.Guest.Tests.NodeDevices;

/// <summary>Devices that come and go on the host, as the stock virsh sees them.</summary>
public sealed class DeviceEventTests
{
    private const string Virsh = "/usr/bin/virsh";

    // The client hears what happens once it listens, and it does not say when: links come until it has heard of one.
    private const string AddUntilHeard = """
        i=0
        while kill -0 "$1" 2>/dev/null && [ $i -lt 60 ]; do
            ip link add "come$i" type veth peer name "came$i"
            i=$((i + 1))
            sleep 0.3
        done
        """;

    [Fact]
    public async Task A_link_that_appears_is_told_of_at_once_and_listed_until_it_is_gone()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make links");
        await using var lodged = await LodgedProcess.StartOnHostAsync("mount -t sysfs sysfs /sys");
        const string Hear = """
            "$0" -c "$1" nodedev-event --event lifecycle --timeout 20 & heard=$!
            nsenter --net="$2" sh -c "$3" sh $heard
            wait $heard
            """;
        var heard = await ProgramRun.OfAsync(
            "sh", ["-c", Hear, Virsh, lodged.Uri, lodged.NetworkPath!, AddUntilHeard]);
        Assert.Matches(
            "event 'lifecycle' for node device net_c[oa]me[0-9]+_[0-9a-f_]{17}: Created", heard.Output);

        var listed = (await lodged.RunAsync(Virsh, "nodedev-list", "net")).Output;
        var name = listed.Split('\n').First(line => line.StartsWith("net_come0_", StringComparison.Ordinal));
        var xml = (await lodged.RunAsync(Virsh, "nodedev-dumpxml", name)).Output;
        Assert.Contains("<interface>come0</interface>", xml, StringComparison.Ordinal);
        await ProgramRun.OfAsync("nsenter", [$"--net={lodged.NetworkPath}", "ip", "link", "del", "come0"]);
        var gone = await ProgramRun.OfAsync("sh", ["-c",
            "timeout 20 sh -c 'while \"$0\" -c \"$1\" nodedev-list net | grep net_come0_; do sleep 0.1; done' \"$@\"",
            "sh", Virsh, lodged.Uri]);
        Assert.Equal(0, gone.ExitCode);
    }
}
