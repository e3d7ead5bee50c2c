using System.Reflection;
using System.Text.RegularExpressions;
using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>
/// How the stock virt-install and ours begin and end a guest: what they print, their exit status, and what is left of
/// the guest.
/// </summary>
public sealed partial class InstallEndingTests(DaemonFixture daemons) : IClassFixture<DaemonFixture>
{
    private const string Name = "lodge-ending";

    /// <summary>All the options that are compared here.</summary>
    public static string Lines { get; } = string.Join(
        ' ',
        typeof(InstallEndingTests).GetMethod(nameof(A_guest_begins_and_ends_as_with_the_stock_program))!
            .GetCustomAttributes<InlineDataAttribute>().SelectMany(line => line.Data));

    [Theory]
    [InlineData("--pxe --noautoconsole")]
    [InlineData("--pxe --noautoconsole --noreboot")]
    [InlineData("--pxe --noautoconsole --wait 0")]
    [InlineData("--pxe --noautoconsole --transient")]
    [InlineData("--pxe --noautoconsole --transient --wait 0")]
    [InlineData("--pxe --noautoconsole --destroy-on-exit")]
    [InlineData("--pxe --noautoconsole --destroy-on-exit --wait 0")]
    [InlineData("--pxe --noautoconsole --transient --destroy-on-exit --wait 0")]
    [InlineData("--pxe --noautoconsole --autostart")]
    [InlineData("--import --noautoconsole")]
    [InlineData("--import --noautoconsole --noreboot")]
    [InlineData("--import --noautoconsole --transient")]
    [InlineData("--import --noautoconsole --noreboot --transient")]
    [InlineData("--pxe --print-step 1")]
    [InlineData("--pxe --print-step 2")]
    [InlineData("--pxe --print-step 3")]
    [InlineData("--pxe --print-step all")]
    [InlineData("--pxe --wait minutes")]
    [InlineData("--pxe --autoconsole nonsense")]
    public async Task A_guest_begins_and_ends_as_with_the_stock_program(string options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/virt-install"), "the stock virt-install is not installed");
        Assert.SkipUnless(daemons.Uris.TryGetValue("lodged", out var uri), "lodged is not built");

        var stock = await RunAsync("/usr/bin/virt-install", uri!, options);
        var ours = await RunAsync(Checkout.ProgramPath("virt-install"), uri!, options);

        Assert.Equal(stock, ours);
    }

    private static async Task<string> RunAsync(string program, string uri, string options)
    {
        try
        {
            var run = await ProgramRun.OfAsync(program, [
                "--connect", uri, "--name", Name, "--memory", "64", "--virt-type", "qemu", "--osinfo", "generic",
                "--disk", "none", "--network", "none", "--graphics", "none", .. options.Split(' ')]);
            var left = (await VirshPair.OursAsync(uri, $"dominfo {Name}")).Output.Split('\n')
                .Where(line => line.StartsWith("State", StringComparison.Ordinal)
                    || line.StartsWith("Persistent", StringComparison.Ordinal)
                    || line.StartsWith("Autostart", StringComparison.Ordinal));
            return $"{Steady(run.Output)}{Steady(run.Errors)}exit {run.ExitCode}\n{string.Join('\n', left)}";
        }
        finally
        {
            await VirshPair.OursAsync(uri, $"destroy {Name}");
            await VirshPair.OursAsync(uri, $"undefine {Name}");
        }
    }

    // Times, and what every run makes up.
    private static string Steady(string text) => Varying().Replace(text, "…");

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9]+:[0-9]{2}| +(?=\\|)|(?<=\\|) +")]
    private static partial Regex Varying();
}
