using System.Diagnostics;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Kickstart.Writing;

namespace Lodge.Install.Tests.Unattended.Kickstart;

/// <summary>What we write, the installers' own validator takes, where it is installed.</summary>
public sealed class KsvalidatorPeerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-ksvalidator").FullName;

    private static string? Validator =>
        (Environment.GetEnvironmentVariable("LODGE_KSVALIDATOR") is { Length: > 0 } named ? [named]
            : (string[])["/usr/bin/ksvalidator", "/usr/local/bin/ksvalidator"]).FirstOrDefault(File.Exists);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_kickstart_that_is_written_passes_ksvalidator()
    {
        Assert.SkipWhen(Validator is null, "ksvalidator is not installed (pykickstart, or LODGE_KSVALIDATOR)");
        foreach (var version in KickstartVersion.All)
        {
            var files = Drafts(version).Select((draft, at) =>
            {
                var path = Path.Combine(_folder, $"{version.Name}-{at}.cfg");
                File.WriteAllText(path, KickstartWriter.Write(draft));
                return path;
            }).ToList();
            using var process = Process.Start(new ProcessStartInfo(
                Validator!, ["-e", "-v", version.Name, .. files])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{version}: {output}{await errors}");
        }
    }

    private static IEnumerable<KickstartDraft> Drafts(KickstartVersion version) =>
        from layout in Enum.GetValues<DiskLayout>()
        from role in Enum.GetValues<MachineRole>()
        where role != MachineRole.LodgeHost || version is not { IsRhel: true, Number: <= 7 }
        from isUefi in (bool[])[false, true]
        select new KickstartDraft(version)
        {
            RootPasswordHash = Sha512Crypt.Hash("it's \"100%\" #1 \\"),
            User = new KickstartUser("joe") { PasswordHash = Sha512Crypt.Hash("x"), SshKey = "ssh-ed25519 AAAA joe's" },
            Layout = layout,
            Role = role,
            IsUefi = isUefi,
            Disk = isUefi ? "vda" : null,
            Network = new KickstartNetwork { HostName = "box.example.org" },
            Selinux = SelinuxMode.Permissive,
            Post = "echo done",
        };
}
