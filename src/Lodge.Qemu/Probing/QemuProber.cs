using System.Collections.Frozen;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Probing.Rules;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Probing;

/// <summary>
/// Asks a QEMU binary what it can do: started without a machine, asked everything at once over QMP, ended.
/// </summary>
internal sealed class QemuProber(string scratchFolder)
{
    private const int OldestVersion = 4_002_000;

    /// <summary>Asks one binary.</summary>
    /// <param name="binary">The path of the binary.</param>
    /// <param name="identity">Which build it is.</param>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="VirException">It cannot be started, or is older than 4.2.</exception>
    public async Task<QemuFacts> ProbeAsync(
        string binary, BinaryIdentity identity, CancellationToken cancellationToken)
    {
        QemuFacts? facts = null;
        if (identity.KvmUsable)
        {
            facts = await WithQemuAsync(
                binary,
                "none,accel=kvm:tcg",
                monitor => AskAsync(monitor, binary, identity, true, cancellationToken),
                cancellationToken);
        }

        return await WithQemuAsync(binary, "none,accel=tcg", AskTcgAsync, cancellationToken);

        async Task<QemuFacts> AskTcgAsync(QmpClient monitor) => facts is null
            ? await AskAsync(monitor, binary, identity, false, cancellationToken)
            : facts with { Tcg = await CpuProbe.AskAsync(monitor, isKvm: false, cancellationToken) };
    }

    private async Task<T> WithQemuAsync<T>(
        string binary, string machine, Func<QmpClient, Task<T>> ask, CancellationToken cancellationToken)
    {
        var folder = CreateFolder();
        try
        {
            using var qemu = await QemuProcess.StartAsync(Plan(binary, machine, folder), cancellationToken);
            try
            {
                return await ask(qemu.Monitor);
            }
            finally
            {
                await qemu.StopAsync(QemuStop.Destroy, CancellationToken.None);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string CreateFolder()
    {
        var folder = Path.Combine(scratchFolder, "probe-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(
            folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static QemuLaunchPlan Plan(string binary, string machine, string folder)
    {
        var command = new QemuCommand(binary);
        var monitorPath = Path.Combine(folder, "monitor");
        var monitor = command.PassFile(MonitorSocket.Listen(monitorPath));
        command.Add("-S");
        command.Add("-no-user-config");
        command.Add("-nodefaults");
        command.Add("-nographic");
        command.Add("-machine", machine);
        command.Add("-chardev", $"socket,id=monitor,fd={monitor},server=on,wait=off");
        command.Add("-mon", "chardev=monitor,mode=control");
        command.SetEnvironment("LC_ALL", "C");
        command.SetEnvironment("PATH", Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin");
        return new QemuLaunchPlan
        {
            Name = "capabilities",
            Command = command,
            MonitorPath = monitorPath,
            LogPath = Path.Combine(folder, "log"),
        };
    }

    private static async Task<QemuFacts> AskAsync(
        QmpClient monitor, string binary, BinaryIdentity identity, bool isKvm, CancellationToken cancellationToken)
    {
        // All questions go out before the first answer is awaited.
        var questions = new QemuQuestions(monitor, cancellationToken);
        var greeting = await monitor.Ready;
        if (greeting.Version < OldestVersion) throw TooOld(binary, greeting.Version);
        var target = questions.TextAsync("query-target", "arch");
        var types = questions.NamesAsync("qom-list-types", "name");
        var commands = questions.NamesAsync("query-commands", "name");
        var schema = questions.SchemaPathsAsync(SchemaRules.Table.Select(rule => rule.Path));
        var properties = questions.PropertiesAsync();
        var blkScsiOff = questions.VirtioBlkScsiOffAsync();
        var options = questions.OptionsAsync();
        var migration = questions.NamesAsync("query-migrate-capabilities", "capability");
        var tpmModels = questions.TextsAsync("query-tpm-models");
        var tpmBackends = questions.TextsAsync("query-tpm-types");
        var machines = questions.MachinesAsync();
        var cpus = CpuProbe.AskAsync(monitor, isKvm, cancellationToken);
        return new QemuFacts
        {
            Binary = binary,
            Identity = identity,
            Version = greeting.Version,
            Package = greeting.Package,
            Architecture = await target is var name && name == "i386" ? "i686" : name,
            Types = (await types).ToFrozenSet(StringComparer.Ordinal),
            Commands = (await commands).ToFrozenSet(StringComparer.Ordinal),
            SchemaPaths = await schema,
            Properties = await properties,
            VirtioBlkScsiOff = await blkScsiOff,
            Options = await options,
            MigrationCapabilities = (await migration).ToFrozenSet(StringComparer.Ordinal),
            TpmModels = await tpmModels,
            TpmBackends = await tpmBackends,
            Machines = await machines,
            Kvm = isKvm ? await cpus : null,
            Tcg = isKvm ? null : await cpus,
        };
    }

    private static VirException TooOld(string binary, int version) => new(
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        VirErrorDomain.VIR_FROM_QEMU,
        $"QEMU version >= 4.2.0 is required, but {version / 1_000_000}.{version / 1000 % 1000}.{version % 1000} found "
            + $"in '{binary}'");
}
