using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Kickstart.Writing;

namespace Lodge.Install.Tests.Unattended.Kickstart;

public sealed class KickstartWriterTests
{
    public static TheoryData<string> Versions => [.. KickstartVersion.All.Select(version => version.Name)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_draft_makes_a_kickstart_without_a_fault(string name)
    {
        var version = KickstartVersion.Parse(name);
        foreach (var layout in Enum.GetValues<DiskLayout>())
        {
            foreach (var role in Enum.GetValues<MachineRole>())
            {
                if (role == MachineRole.LodgeHost && version is { IsRhel: true, Number: <= 7 }) continue;
                foreach (var draft in (KickstartDraft[])[Least(version), Most(version)])
                {
                    var text = KickstartWriter.Write(draft with { Layout = layout, Role = role });
                    Assert.Empty(KickstartCheck.Text(text, "ks.cfg", version));
                }
            }
        }
    }

    [Fact]
    public void A_machine_is_written_as_its_installer_wants_it()
    {
        var text = KickstartWriter.Write(Most(KickstartVersion.Parse("RHEL9")));

        Assert.Contains("#version=RHEL9\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "network --onboot=yes --device=link --bootproto=static --ip=192.168.122.10 --netmask=255.255.255.0"
            + " --gateway=192.168.122.1 --nameserver=192.168.122.1 --hostname=box.example.com\n",
            text, StringComparison.Ordinal);
        Assert.Contains("rootpw --iscrypted $6$salt$hash\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "user --name=joe --groups=wheel --iscrypted --password=$6$a$b\n", text, StringComparison.Ordinal);
        Assert.Contains("sshkey --username=joe \"ssh-ed25519 AAAA joe's\"\n", text, StringComparison.Ordinal);
        Assert.Contains("ignoredisk --only-use=vda\n", text, StringComparison.Ordinal);
        Assert.Contains("autopart --type=lvm\n", text, StringComparison.Ordinal);
        Assert.Contains("\n%post --erroronfail\necho 100% \"done\"\n%end\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_come_by_a_script_where_the_language_has_no_command_for_them()
    {
        var text = KickstartWriter.Write(Most(KickstartVersion.Parse("RHEL7")));

        Assert.DoesNotContain("sshkey", text, StringComparison.Ordinal);
        Assert.Contains(@"printf '%s\n' 'ssh-ed25519 AAAA joe'\''s' > '/home/joe/.ssh/authorized_keys'", text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("with space", "\"with space\"")]
    [InlineData("it's \"100%\" #1 \\", "\"it's \\\"100%\\\" #1 \\\\\"")]
    [InlineData("", "\"\"")]
    public void A_value_comes_back_from_its_word_as_it_was(string value, string word)
    {
        Assert.Equal(word, KickstartWord.Of(value, "value"));
        Assert.Equal([value], ShellWords.Split(word, char.IsWhiteSpace, '#'));
    }

    [Fact]
    public void What_would_be_a_line_of_its_own_is_refused()
    {
        var draft = Least(KickstartVersion.Parse("RHEL9"));

        Refused(draft with { Language = "en\n%pre" });
        Refused(draft with { TimeZone = "UTC\u2028rootpw x" });
        Refused(draft with { Packages = ["%end"] });
        Refused(draft with { Packages = ["vim\n%end"] });
        Refused(draft with { Post = "true\n%end\n%pre\nrm -rf /\n" });
        Refused(draft with { Network = new KickstartNetwork { HostName = "a b" } });
        Refused(draft with { User = new KickstartUser("x\ny") });
        Refused(draft with { IsFromCdrom = true, Url = "http://x/" });
        Refused(new KickstartDraft(KickstartVersion.Parse("RHEL6")));
    }

    [Theory]
    [InlineData("Hello world!", "saltstring", null,
        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("Hello world!", "saltstringsaltstring", 10000,
        "$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/"
        + "YTBmSK6H9qs/y3RnOaw5v.")]
    [InlineData("", "x", null, "$6$x$QSmr1Bx2g4O6BzKvdkgOcyU6H91X6I/XBv5pSalMhSPkwdH6Beo3F455xZJg0v//bxVK5F4OE5k1.0xuR2"
        + "6MK0")]
    [InlineData("pässwörd \"%'\\ and a very long one that does not fit into one block of the hash, which has 64 bytes",
        "abcdefghijklmnop", null,
        "$6$abcdefghijklmnop$sWXymNwKgcOUNk1KTnS5kdSlcFoI6sGwXnuC58f0qSEdQioqFBdx7Na4I7uuzwONb5SZHwlcpNZpra1Up.ByC.")]
    public void Passwords_are_hashed_as_the_c_library_does(string password, string salt, int? rounds, string hash) =>
        Assert.Equal(hash, Sha512Crypt.Hash(password, salt, rounds));

    [Fact]
    public void Each_hash_has_a_salt_of_its_own() => Assert.NotEqual(Sha512Crypt.Hash("x"), Sha512Crypt.Hash("x"));

    private static void Refused(KickstartDraft draft) =>
        Assert.Throws<OptionException>(() => KickstartWriter.Write(draft));

    private static KickstartDraft Least(KickstartVersion version) => new(version) { RootPasswordHash = "$6$salt$hash" };

    private static KickstartDraft Most(KickstartVersion version) => new(version)
    {
        Url = "http://example.com/tree",
        Repositories = [("more", "http://example.com/more")],
        Language = "de_DE.UTF-8",
        Keyboard = "de",
        TimeZone = "Europe/Berlin",
        Network = new KickstartNetwork
        {
            HostName = "box.example.com",
            Address = IPNetworkAddress.Parse("192.168.122.10/24"),
            Gateway = new System.Net.IPAddress([192, 168, 122, 1]),
            NameServers = [new System.Net.IPAddress([192, 168, 122, 1])],
        },
        RootPasswordHash = "$6$salt$hash",
        User = new KickstartUser("joe") { PasswordHash = "$6$a$b", SshKey = "ssh-ed25519 AAAA joe's" },
        Disk = "vda",
        IsUefi = true,
        Selinux = SelinuxMode.Permissive,
        OpenServices = ["http"],
        EnabledServices = ["chronyd"],
        DisabledServices = ["cups"],
        Packages = ["vim-enhanced", "-nano", "@base"],
        Post = "echo 100% \"done\"",
        End = InstallEnd.PowerOff,
    };
}
