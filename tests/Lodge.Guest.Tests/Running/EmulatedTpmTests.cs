using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>A guest with an emulated TPM: whose process it is, and whose its memory.</summary>
public sealed class EmulatedTpmTests : IAsyncLifetime
{
    private const string Virsh = "/usr/bin/virsh";
    private const string Name = "tpm-guest";

    private LodgedProcess? _lodged;

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task An_emulated_TPM_runs_as_the_account_of_TPM_programs_and_its_memory_goes_with_the_domain()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/swtpm_setup"), "swtpm is not installed");
        var account = File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
            .Where(fields => fields[0] == "tss").Select(fields => (uint?)uint.Parse(fields[2])).FirstOrDefault();
        Assert.SkipWhen(account is null, "the host has no account for TPM programs");
        var xml = Path.Combine(_lodged!.Root, "guest.xml");
        await File.WriteAllTextAsync(
            xml,
            TestGuest.EmptyXml(Name).Replace(
                "<devices>",
                "<devices><tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>",
                StringComparison.Ordinal));
        await DoAsync("define", xml);
        await DoAsync("start", Name);

        var memory = Directory.GetFiles(Path.Combine(_lodged.Root, "var/lib/swtpm"), "*", SearchOption.AllDirectories);
        Assert.NotEmpty(memory);
        Assert.All(memory, file => Assert.Equal(account.Value, RunningGuest.OwnerOf(file)));
        var emulator = _lodged.Processes().Single(pid =>
            File.ReadAllText($"/proc/{pid}/cmdline").StartsWith("swtpm\0", StringComparison.Ordinal));
        Assert.Equal(account.Value, RunningGuest.OwnerOf($"/proc/{emulator}"));

        await DoAsync("destroy", Name);
        await DoAsync("start", Name);
        await DoAsync("destroy", Name);
        await DoAsync("undefine", Name, "--tpm");
        Assert.Empty(Directory.GetFiles(
            Path.Combine(_lodged.Root, "var/lib/swtpm"), "*", SearchOption.AllDirectories));
    }

    private async Task DoAsync(params string[] arguments)
    {
        var run = await _lodged!.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Errors}");
    }
}
