using Lodge.Network.Leases;

namespace Lodge.Network.Tests.Leases;

public sealed class LeaseCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-lease-").FullName;
    private readonly Dictionary<string, string> _variables = new() { ["DNSMASQ_INTERFACE"] = "virbr0" };
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Status => Path.Combine(_folder, "virbr0.status");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void A_new_lease_is_kept_as_libvirt_writes_it_and_told_to_dnsmasq_when_it_starts()
    {
        _variables["DNSMASQ_LEASE_EXPIRES"] = "1700000000 ";
        _variables["DNSMASQ_CLIENT_ID"] = "01:52:54:00:00:00:01";
        Assert.Equal(0, Run("add", "52:54:00:00:00:01", "192.168.122.5", "anna"));
        Assert.Equal(0, Run("init"));

        Assert.Equal("""
            [
              {
                "ip-address": "192.168.122.5",
                "mac-address": "52:54:00:00:00:01",
                "hostname": "anna",
                "client-id": "01:52:54:00:00:00:01",
                "expiry-time": 1700000000
              }
            ]
            """, File.ReadAllText(Status));
        Assert.Equal(
            "1700000000 52:54:00:00:00:01 192.168.122.5 anna 01:52:54:00:00:00:01\n", _output.ToString());
    }

    [Fact]
    public void A_renewed_lease_takes_the_place_of_the_old_and_an_ended_one_goes()
    {
        Run("add", "52:54:00:00:00:01", "192.168.122.5");
        Run("add", "52:54:00:00:00:02", "192.168.122.6");
        _variables["DNSMASQ_LEASE_EXPIRES"] = "7";
        Run("old", "52:54:00:00:00:01", "192.168.122.5");
        Run("del", "52:54:00:00:00:02", "192.168.122.6");

        var lease = Assert.Single(LeaseFile.Read(Status));
        Assert.Equal(("192.168.122.5", 7L), (lease.Address, lease.ExpiryTime));
    }

    [Fact]
    public void An_IPv6_lease_has_its_identifiers_and_the_server_its_own()
    {
        _variables["DNSMASQ_IAID"] = "42";
        _variables["DNSMASQ_MAC"] = "52:54:00:00:00:01";
        _variables["DNSMASQ_SERVER_DUID"] = "00:01";
        Run("add", "00:04:aa", "2001:db8::5", "anna");
        _variables.Clear();
        _variables["VIR_BRIDGE_NAME"] = "virbr0";
        Run("init");

        Assert.Equal("duid 00:01\n0 42 2001:db8::5 anna 00:04:aa\n", _output.ToString());
        Assert.Equal("52:54:00:00:00:01", Assert.Single(LeaseFile.Read(Status)).Mac);
    }

    [Fact]
    public void A_file_that_nobody_can_read_is_begun_anew()
    {
        File.WriteAllText(Status, "[{");

        Assert.Equal(0, Run("add", "52:54:00:00:00:01", "192.168.122.5"));
        Assert.Single(LeaseFile.Read(Status));
    }

    [Theory]
    [InlineData("boil", "52:54:00:00:00:01", "192.168.122.5")]
    [InlineData("add")]
    [InlineData("add", "52:54:00:00:00:01")]
    public void What_dnsmasq_never_says_is_refused(params string[] arguments)
    {
        Assert.Equal(1, Run(arguments));
        Assert.False(File.Exists(Status));
    }

    [Fact]
    public void Without_a_bridge_nothing_is_kept()
    {
        _variables.Clear();

        Assert.Equal(1, Run("init"));
        Assert.Contains("interface not set", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_lose_none()
    {
        await Task.WhenAll(Enumerable.Range(2, 50).Select(number => Task.Run(() =>
        {
            using var output = new StringWriter();
            using var errors = new StringWriter();
            var arguments = new[] { _folder, "add", $"52:54:00:00:00:{number:x2}", $"192.168.122.{number}" };
            while (LeaseCommand.Run(arguments, _variables.GetValueOrDefault, output, errors) != 0) Thread.Yield();
        })));

        Assert.Equal(50, LeaseFile.Read(Status).Count);
    }

    private int Run(params string[] arguments) =>
        LeaseCommand.Run([_folder, .. arguments], _variables.GetValueOrDefault, _output, _errors);
}
