using Lodge.Daemon.Config;

namespace Lodge.Daemon.Tests.Config;

/// <summary>How guests are kept apart, by <c>qemu.conf</c>.</summary>
public sealed class ConfinementSettingsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("", "")]
    [InlineData("security_driver = \"selinux\"", "selinux")]
    [InlineData("security_driver = [ \"selinux\", 'none' ]  # both", "selinux,none")]
    [InlineData("security_driver = []", "")]
    public void Drivers_are_one_or_a_list(string text, string names)
    {
        Assert.Equal(names, string.Join(',', Read(text).SecurityDrivers));
    }

    [Theory]
    [InlineData("security_driver = [ \"selinux\"")]
    [InlineData("security_driver = [ selinux ]")]
    [InlineData("security_driver = [ 1 ]")]
    public void What_is_no_list_is_refused_with_its_line(string text) =>
        Assert.Contains(":1:", Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Guests_are_confined_unless_the_administrator_says_otherwise()
    {
        Assert.True(Read("").Confinement is { IsDefault: true, IsRequired: false });
        var set = Read("security_default_confined = 0\nsecurity_require_confined = 1\n").Confinement;
        Assert.True(set is { IsDefault: false, IsRequired: true });
    }

    [Fact]
    public void A_users_own_daemon_cannot_keep_labels_with_files() =>
        Assert.False(QemuConfiguration.Read(_path, isSession: true).RememberOwner);

    private QemuConfiguration Read(string text)
    {
        File.WriteAllText(_path, text);
        return QemuConfiguration.Read(_path, isSession: false);
    }
}
