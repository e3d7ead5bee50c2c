using Lodge.Cli.HostValidate;

namespace Lodge.Cli.Tests.HostValidate;

public sealed class HostValidateProgramTests
{
    [Theory]
    [InlineData("--help", 0, "syntax: virt-host-validate [OPTIONS] [HVTYPE]", "")]
    [InlineData("-v", 0, "version: virt-host-validate 9.0.0", "")]
    [InlineData("--loud", 1, "", "unrecognized option '--loud'")]
    [InlineData("xen", 1, "", "unsupported hypervisor name xen")]
    [InlineData("qemu lxc", 1, "", "too many command line arguments")]
    public void Each_option_does_what_libvirts_tool_does(string line, int status, string output, string error)
    {
        var (actual, written, complaint) = Run(line);

        Assert.Equal(status, actual);
        Assert.Contains(output, written, StringComparison.Ordinal);
        Assert.Contains(error, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing_and_keeps_the_exit_status()
    {
        var (loud, text, _) = Run("qemu");
        var (quiet, nothing, _) = Run("-q qemu");

        Assert.Equal(loud, quiet);
        Assert.Empty(nothing);
        Assert.StartsWith("  QEMU: Checking for hardware virtualization ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_hypervisor_is_the_only_one_looked_at()
    {
        Assert.DoesNotContain("QEMU:", Run("lxc").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("LXC:", Run("qemu").Output, StringComparison.Ordinal);
    }

    private static (int Status, string Output, string Error) Run(string line)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var status = HostValidateProgram.Run(line.Split(' '), output, error, colours: false);
        return (status, output.ToString(), error.ToString());
    }
}
