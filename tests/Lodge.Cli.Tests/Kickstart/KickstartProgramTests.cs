using Lodge.Cli.Kickstart;

namespace Lodge.Cli.Tests.Kickstart;

public sealed class KickstartProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_new_writes_check_takes()
    {
        var password = Write("pw", "it's \"100%\" #1\n");
        var path = Path.Combine(_folder, "ks.cfg");

        var (status, output, error) = Run(
            "new", "--version", "centos-stream9", "--root-password-file", password, "--user", "joe", "--disk", "vda",
            "--ip", "192.168.122.10/24", "--role", "lodge-host", "--repo", "lodge=http://example.com/", "-o", path);

        Assert.Equal((0, "", ""), (status, output, error));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.DoesNotContain("100%", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal((0, "", ""), Run("check", path));
    }

    [Fact]
    public void What_check_finds_has_its_line_and_its_exit_status()
    {
        var (status, output, _) = Run("check", Write("ks.cfg", "text\ninstall\n"), "--version", "RHEL9");

        Assert.Equal(1, status);
        Assert.Contains("ks.cfg:2: error: RHEL9 has no command install any more\n", output, StringComparison.Ordinal);
        Assert.Contains("ks.cfg: note: there is no rootpw", output, StringComparison.Ordinal);
        Assert.Equal(0, Run("check", "--listversions").Status);
    }

    [Theory]
    [InlineData(2, "a kickstart to check is missing", "check")]
    [InlineData(2, "--version is missing", "new", "--user", "joe")]
    [InlineData(2, "--layout is lvm or plain or thin", "new", "--version", "F41", "--layout", "zfs")]
    [InlineData(2, "--gateway needs --ip", "new", "--version", "F41", "--gateway", "10.0.0.1")]
    [InlineData(2, "there is no 'chek'", "chek")]
    [InlineData(1, "Unknown version of kickstart 'RHEL5'", "check", "x", "--version", "RHEL5")]
    [InlineData(1, "RHEL 6 cannot lock root out", "new", "--version", "RHEL6")]
    [InlineData(1, "'10.0.0.1' is no address in its network", "new", "--version", "F41", "--ip", "10.0.0.1")]
    public void A_bad_command_line_is_told(int status, string why, params string[] words)
    {
        var (actual, _, error) = Run(words);

        Assert.Equal(status, actual);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    private static (int Status, string Output, string Error) Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = KickstartProgram.Run(words, TextReader.Null, output, error, asks: false);
        return (status, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
