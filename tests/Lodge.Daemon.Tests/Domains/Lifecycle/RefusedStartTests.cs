using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security;
using Lodge.Security.Dac;

namespace Lodge.Daemon.Tests.Domains.Lifecycle;

/// <summary>A start that is refused for permission says what refused it.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lodge-refused").FullName;

    public RefusedStartTests() =>
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "what root made refuses nobody else here");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_folder_that_is_in_the_way_and_the_fix_are_named()
    {
        var image = Path.Combine(_root, "a.img");
        File.WriteAllText(image, "");
        var failure = Refusal($"Could not open '{image}': Permission denied");
        var explained = Confinement.Explain(Guest(image), failure)!;
        Assert.Equal((failure.Code, failure.Domain), (explained.Code, explained.Domain));
        Assert.StartsWith(
            failure.Message + ": user '4064055' may not pass", explained.Message, StringComparison.Ordinal);
        Assert.Contains($"'{_root}'", explained.Message, StringComparison.Ordinal);
        Assert.Contains($"setfacl -m u:4064055:x '{_root}'", explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_failure_and_a_free_way_are_left_as_they_are()
    {
        var image = Path.Combine(_root, "a.img");
        File.WriteAllText(image, "");
        Assert.Null(Confinement.Explain(Guest(image), Refusal("No space left on device")));
        File.SetUnixFileMode(_root, (UnixFileMode)0x1ff);
        File.SetUnixFileMode(image, (UnixFileMode)0x1b6);
        Assert.Null(Confinement.Explain(Guest(image), Refusal("Permission denied")));
    }

    private static GuestConfinement Confinement => new(new SecurityStack(
        [new DacDriver(new DacSettings { Account = new Ownership(4064055, 4064055) })]));

    private static VirException Refusal(string words) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_QEMU, words);

    private static DomainDefinition Guest(string image)
    {
        var guest = DomainXml.Parse(
            $"""
            <domain type='qemu'><name>web</name><memory>1024</memory>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <devices><disk type='file' device='disk'><source file='{image}'/><target dev='vda'/></disk></devices>
            </domain>
            """,
            DomainXmlParseOptions.Configuration);
        Confinement.Label(guest);
        return guest;
    }
}
