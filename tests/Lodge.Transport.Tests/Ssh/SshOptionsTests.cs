using Lodge.Transport.Ssh;

namespace Lodge.Transport.Tests.Ssh;

public sealed class SshOptionsTests
{
    private static readonly SshOptions Plain = new()
    {
        Host = "host", Socket = "/run/s", ServerName = "qemu:///system", Proxy = SshProxy.Native,
    };

    [Fact]
    public void The_host_comes_behind_the_options_and_cannot_be_taken_for_one() => Assert.Equal(
        ["-T", "-e", "none", "--", "-host", "sh -c 'exec virt-ssh-helper '\\''qemu:///system'\\'''"],
        (Plain with { Host = "-host" }).ToArguments());

    [Fact]
    public void Every_parameter_has_its_option() => Assert.Equal(
        [
            "-p", "22", "-l", "root", "-i", "/key", "-T", "-e", "none", "-o", "BatchMode=yes", "-o",
            "StrictHostKeyChecking=no", "--", "host",
        ],
        (Plain with { Port = 22, User = "root", KeyFile = "/key", NoTerminal = true, NoVerification = true })
            .ToArguments().SkipLast(1));

    [Fact]
    public void A_read_only_connection_tells_the_helper() =>
        Assert.Contains("virt-ssh-helper -r ", (Plain with { ReadOnly = true }).ToArguments()[^1],
            StringComparison.Ordinal);

    [Fact]
    public void Without_a_wish_the_helper_is_tried_before_netcat()
    {
        var script = (Plain with { Proxy = SshProxy.Auto }).ToArguments()[^1];
        Assert.Contains("command -v virt-ssh-helper", script, StringComparison.Ordinal);
        Assert.Contains("-U '\\''/run/s'\\''", script, StringComparison.Ordinal);
    }
}
