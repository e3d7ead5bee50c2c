using System.Text;
using Lodge.Host.Programs;
using Lodge.Install.Options;
using Lodge.Install.Os;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Scripts;

namespace Lodge.Install.Tests.Unattended;

public sealed class InstallScriptsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-test-").FullName;

    public InstallScriptsTests()
    {
        Assert.SkipWhen(HostProgram.Find("xsltproc") is null, "xsltproc is not installed");
        Assert.SkipWhen(OsDatabase.Default.Find("fedora36") is null, "osinfo-db is not installed");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("fedora36", "fedora.ks", "inst.ks=file:/fedora.ks", "rootpw '100% \"it'\\''s\" \\'\n")]
    [InlineData("debian11", "preseed.cfg", "debconf/priority=critical",
        "d-i passwd/root-password password 100% \"it's\" \\\n")]
    [InlineData("opensuse15.4", "autoinst.xml", "", "<user_password>100% \"it's\" \\</user_password>")]
    public async Task Answers_are_written_in_the_installers_language(
        string os, string file, string argument, string line)
    {
        var plan = await PrepareAsync(os, "100% \"it's\" \\", hasInitrd: true);

        var script = Assert.Single(plan.InitrdFiles);
        Assert.Equal(file, script.Name);
        Assert.Contains(argument, plan.KernelArguments ?? "", StringComparison.Ordinal);
        Assert.Contains(line, Encoding.UTF8.GetString(script.Content.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("100%", plan.ToString() + plan.KernelArguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_finds_its_answers_on_a_disk()
    {
        var plan = await PrepareAsync("win10", "<secret> & more", hasInitrd: false);

        Assert.Equal("autounattend.xml", Assert.Single(plan.Disk!.Files).Name);
        var text = Encoding.UTF8.GetString(plan.Disk.Files[0].Content.Span);
        Assert.Contains("&lt;secret&gt; &amp; more", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0007b")]
    [InlineData("a\tb")]
    public async Task A_password_that_no_script_can_say_is_refused(string password) =>
        await Assert.ThrowsAsync<OptionException>(() => PrepareAsync("fedora36", password, hasInitrd: true));

    [Theory]
    [InlineData("root", "cannot use 'root' as user-login")]
    [InlineData("a'; rm -rf /", "as user-login")]
    public async Task A_login_that_is_none_is_refused(string login, string why)
    {
        var options = new UnattendedOptions { Profile = "jeos", UserLogin = login };
        var refusal = await Assert.ThrowsAsync<OptionException>(
            () => InstallScripts.PrepareAsync(options, Request("fedora36", hasInitrd: true)));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var request = Request("fedora36", hasInitrd: true);

        var profile = await Assert.ThrowsAsync<OptionException>(
            () => InstallScripts.PrepareAsync(UnattendedOptions.Parse("profile=bogus"), request));
        Assert.Contains("Available profiles: desktop, jeos", profile.Message, StringComparison.Ordinal);
        var password = await Assert.ThrowsAsync<OptionException>(
            () => InstallScripts.PrepareAsync(UnattendedOptions.Parse("profile=jeos,user-login=joe"), request));
        Assert.Contains("requires the admin-password to be set.", password.Message, StringComparison.Ordinal);
    }

    private static InstallScriptRequest Request(string os, bool hasInitrd) =>
        new(OsDatabase.Default.Find(os)!, "my box", "x86_64") { HasInitrd = hasInitrd };

    private Task<UnattendedPlan> PrepareAsync(string os, string password, bool hasInitrd)
    {
        var file = Path.Combine(_folder, "password");
        File.WriteAllText(file, password + "\n");
        var options = UnattendedOptions.Parse(
            $"profile=jeos,user-login=joe,admin-password-file={file},user-password-file={file}");
        return InstallScripts.PrepareAsync(
            options, Request(os, hasInitrd), cancellation: TestContext.Current.CancellationToken);
    }
}
