using System.Diagnostics;
using Lodge.Host.Netlink;

namespace Lodge.Qemu.Tests.Network;

/// <summary>A link of the host's with a cable to nowhere, which goes when the test ends.</summary>
internal sealed class ScratchLink : IAsyncDisposable
{
    private static int s_last;

    private readonly RouteNetlink _routes;

    private ScratchLink(RouteNetlink routes, string name) => (_routes, Name) = (routes, name);

    public string Name { get; }

    public static async Task<ScratchLink> CreateAsync(RouteNetlink routes)
    {
        var name = $"ll{Environment.ProcessId % 100000}x{Interlocked.Increment(ref s_last)}";
        await routes.AddPairAsync(name, name + "p");
        return new ScratchLink(routes, name);
    }

    /// <summary>What the host's own tool says of a link.</summary>
    public static string Describe(string name)
    {
        var start = new ProcessStartInfo("/sbin/ip", ["-d", "link", "show", name]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    public async ValueTask DisposeAsync() => await _routes.DeleteLinkAsync(Name);
}
