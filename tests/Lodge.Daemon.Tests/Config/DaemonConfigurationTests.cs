using Lodge.Daemon.Config;
using Lodge.Daemon.Logging;

namespace Lodge.Daemon.Tests.Config;

public sealed class DaemonConfigurationTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_is_not_set_is_libvirtds_default()
    {
        var limits = Read("# nothing\n\n").Limits;
        Assert.Equal((5000, 20, 1000, 5, 5, TimeSpan.FromSeconds(5)), (
            limits.Clients,
            limits.UnauthenticatedClients,
            limits.QueuedClients,
            limits.RequestsPerClient,
            limits.KeepAliveCount,
            limits.KeepAliveInterval));
        File.Delete(_path);
        Assert.Equal(5000, DaemonConfiguration.Read(_path).Limits.Clients);
    }

    [Fact]
    public void Settings_are_read_with_libvirtds_names()
    {
        var read = Read("""
            unix_sock_group = "kvm"   # who may change
              unix_sock_rw_perms = '0770'
            unix_sock_ro_perms="0755"
            max_clients = 70 # few
            keepalive_interval = 9
            log_level = 1
            """);
        Assert.Equal("kvm", read.SocketGroup);
        Assert.Equal((UnixFileMode)0b111_111_000, read.ReadWriteMode);
        Assert.Equal((UnixFileMode)0b111_101_101, read.ReadOnlyMode);
        Assert.Equal(70, read.Limits.Clients);
        Assert.Equal(TimeSpan.FromSeconds(9), read.Limits.KeepAliveInterval);
        Assert.Equal(LogLevel.Debug, read.LogLevel);
    }

    [Theory]
    [InlineData("max_clients", "1: a setting reads: name = value")]
    [InlineData("max_clients = many", "1: a value is a number, or a text in quotes")]
    [InlineData("max_clients = \"5\"", "1: 'max_clients' must be a whole number, 0 or more")]
    [InlineData("max_clients = 99999999999", "1: 'max_clients' must be a whole number, 0 or more")]
    [InlineData("\nunix_sock_group = \"kvm", "2: a quote is not closed")]
    [InlineData("unix_sock_group = 5", "1: 'unix_sock_group' must be a text in quotes")]
    [InlineData("unix_sock_rw_perms = \"0790\"", "1: 'unix_sock_rw_perms' must be octal permissions such as \"0770\"")]
    [InlineData("unix_sock_rw_perms = \"77777777777777\"",
        "1: 'unix_sock_rw_perms' must be octal permissions such as \"0770\"")]
    public void A_wrong_setting_is_named_by_file_and_line(string text, string what) =>
        Assert.Equal($"{_path}:{what}", Assert.Throws<FormatException>(() => Read(text)).Message);

    private DaemonConfiguration Read(string text)
    {
        File.WriteAllText(_path, text);
        return DaemonConfiguration.Read(_path);
    }
}
