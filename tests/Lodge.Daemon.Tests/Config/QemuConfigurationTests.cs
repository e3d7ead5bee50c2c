using Lodge.Daemon.Config;
using Lodge.Daemon.Tests.State;
using Lodge.Host.Accounts;
using Lodge.Security.Dac;

namespace Lodge.Daemon.Tests.Config;

public sealed class QemuConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Emulated_TPMs_run_as_the_account_that_is_set() =>
        Assert.Equal(new Ownership(0, 0), Read("swtpm_user = \"root\"\nswtpm_group = \"+0\"\n").TpmAccount);

    [Fact]
    public void Emulated_TPMs_run_as_the_account_of_TPM_programs_where_nothing_is_set_and_the_host_has_one()
    {
        var expected = AccountNames.UserNumber("tss") is { } user && AccountNames.GroupNumber("tss") is { } group
            ? new Ownership(user, group)
            : (Ownership?)null;
        Assert.Equal(expected, Read("").TpmAccount);
    }

    [Fact]
    public void A_users_own_daemon_has_no_other_account_to_give() =>
        Assert.Null(Read("swtpm_user = \"root\"\n", isSession: true).TpmAccount);

    [Fact]
    public void An_account_that_is_not_there_is_named()
    {
        var wrong = Assert.Throws<FormatException>(() => Read("swtpm_user = \"nobody-has-this-name\"\n"));
        Assert.Contains("nobody-has-this-name", wrong.Message, StringComparison.Ordinal);
    }

    private QemuConfiguration Read(string text, bool isSession = false)
    {
        var path = $"{_place.Path}/qemu.conf";
        File.WriteAllText(path, text);
        return QemuConfiguration.Read(path, isSession);
    }
}
