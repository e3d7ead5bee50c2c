using Lodge.Install.Media;
using Lodge.Install.Os;

namespace Lodge.Install.Tests.Os;

/// <summary>Systems that the distribution's database does not have yet.</summary>
public sealed class BuiltInSystemsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("osinfo").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rhel10.0", "Red Hat Enterprise Linux 10.0")]
    [InlineData("rhel10.1", "Red Hat Enterprise Linux 10.1")]
    [InlineData("centos-stream10", "CentOS Stream 10")]
    [InlineData("fedora42", "Fedora Linux 42")]
    [InlineData("debian13", "Debian 13")]
    [InlineData("ubuntu24.04", "Ubuntu 24.04")]
    [InlineData("opensuse15.6", "openSUSE Leap 15.6")]
    [InlineData("sle15sp7", "SUSE Linux Enterprise 15 SP7")]
    [InlineData("win2k25", "Microsoft Windows Server 2025")]
    public void Newer_releases_are_known_by_name_and_drive_what_those_before_them_do(string shortId, string name)
    {
        SkipWithoutDatabase();
        var os = OsDatabase.Default.FindByShortId(shortId)!;
        Assert.Equal(name, os.Name);
        Assert.NotEmpty(os.DeviceIds);
        Assert.True(os.RecommendedRam("x86_64") >= os.MinimumRam("x86_64"));
        Assert.True(os.RecommendedStorage("x86_64") > 0);
    }

    [Theory]
    [InlineData("RHEL-10-0-BaseOS-x86_64", "rhel10.0")]
    [InlineData("RHEL-10-3-BaseOS-aarch64", "rhel10-unknown")]
    [InlineData("CentOS-Stream-10-BaseOS-x86_64", "centos-stream10")]
    [InlineData("AlmaLinux-10-0-x86_64-dvd", "almalinux10")]
    [InlineData("Rocky-10-0-x86_64-dvd", "rocky10")]
    [InlineData("Fedora-S-dvd-x86_64-42", "fedora42")]
    [InlineData("Debian 12.5.0 amd64 n", "debian12")]
    [InlineData("Debian 13.0.0 arm64 1", "debian13")]
    [InlineData("Ubuntu-Server 24.04.1 LTS amd64", "ubuntu24.04")]
    [InlineData("SLE-15-SP6-Full-x86_64266.21.1", "sle15sp6")]
    public void Newer_releases_are_known_by_their_media(string volume, string expected)
    {
        SkipWithoutDatabase();
        var image = new MediaIdentity(volume, "LINUX", null, null, 1 << 30, IsBootable: true);
        Assert.Equal(expected, OsDatabase.Default.Identify(image)?.Os.ShortId);
    }

    [Fact]
    public void A_database_that_has_one_of_them_counts_for_more()
    {
        var file = Path.Combine(_folder, "os", "redhat.com", "rhel-10.0.xml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, """
            <libosinfo version='0.0.1'><os id='http://redhat.com/rhel/10.0'>
              <short-id>rhel10.0</short-id><name>Another word on it</name>
            </os></libosinfo>
            """);
        var folders = new OsinfoFolders([_folder], BuiltInSystems.Instance);
        Assert.Equal([file], folders.FilesOf("os/redhat.com/rhel-10.0"));
        Assert.Equal([file], folders.Files("os")["os/redhat.com/rhel-10.0"]);
        Assert.Equal(["lodge:os/redhat.com/rhel-10.1.xml"], folders.FilesOf("os/redhat.com/rhel-10.1"));
    }

    private static void SkipWithoutDatabase() => Assert.SkipUnless(
        OsDatabase.Default.FindByShortId("fedora37") is not null, "osinfo-db is not installed");
}
