using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Network;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Tests.Lifecycle;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>QEMU takes what is built for it, for guests as people have them.</summary>
public sealed class RealStartTests : IDisposable
{
    private static readonly QemuCapabilities Capabilities = QemuCapabilities.Read(RecordedQemu.Open72());

    private readonly ScratchFolder _folder = new();
    private readonly List<Func<ValueTask>> _undo = [];

    private GuestServices Services { get; }

    private string DiskPath => _folder.Path("disk.img");

    public RealStartTests()
    {
        Services = new GuestServices
        {
            DisplayPorts = new PortPool("display", 45900, 45999),
            NvramRoot = _folder.Path("nvram"),
            TpmStateRoot = _folder.Path("tpm"),
            TpmRunRoot = _folder.Path("run"),
            TpmLogRoot = _folder.Path("log"),
        };
        using var disk = File.Create(DiskPath);
        disk.SetLength(1 << 20);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pc_of_old_starts_and_is_set_up()
    {
        var definition = TypicalGuests.Pc(DiskPath);
        await using var guest = await StartAsync(definition);

        await GuestSetup.ApplyAsync(guest.Process.Monitor, definition, guest.Context);

        Assert.InRange(definition.Graphics[0].Port, 45900, 45999);
        Assert.Equal("127.0.0.1", definition.Graphics[0].Listens[0].Address);
        Assert.True(Path.Exists(definition.Channels[0].Source.Path));
        Assert.Equal(2u, definition.Disks[0].Source.Index);
    }

    [Fact]
    public async Task A_pc_of_today_starts_with_uefi_tpm_and_spice()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/swtpm") && Directory.Exists("/usr/share/qemu/firmware"), "needs swtpm and UEFI firmware");
        var definition = TypicalGuests.Q35(DiskPath);
        await using var guest = await StartAsync(definition);

        await GuestSetup.ApplyAsync(guest.Process.Monitor, definition, guest.Context);

        Assert.True(File.Exists(definition.Os.Loader!.Nvram!.Path));
        Assert.True(File.Exists(DiskPath + ".log"));
        Assert.True(definition.Graphics[0].Port > 0);
    }

    [Fact]
    public async Task A_start_that_fails_leaves_nothing_on_the_host()
    {
        var definition = TypicalGuests.Pc(DiskPath);
        definition.Interfaces[0].Type = InterfaceType.Bridge;
        definition.Interfaces[0].Source.Bridge = "nobridge0";
        DeviceAliases.Assign(definition);
        var start = Start(definition);

        await Assert.ThrowsAsync<VirException>(async () => await GuestPreparation.PrepareAsync(start));
        await UndoAsync();

        Assert.False(Directory.Exists(start.Directories.Library));
        Assert.False(Directory.Exists(start.Directories.Channels));
        Assert.Equal(45900, Services.DisplayPorts.Acquire());
    }

    [Fact]
    public async Task A_virtual_network_that_is_not_there_is_named()
    {
        var definition = TypicalGuests.Pc(DiskPath);
        definition.Interfaces[0].Type = InterfaceType.Network;
        definition.Interfaces[0].Source.Network = "nonet";
        DeviceAliases.Assign(definition);

        var failure = await Assert.ThrowsAsync<VirException>(
            async () => await GuestPreparation.PrepareAsync(Start(definition)));
        await UndoAsync();

        Assert.Equal(VirErrorNumber.VIR_ERR_NO_NETWORK, failure.Code);
        Assert.Equal("Network not found: no network with matching name 'nonet'", failure.Message);
    }

    private GuestStart Start(DomainDefinition definition)
    {
        EmptyMachine.SkipWithoutQemu();
        return new GuestStart
        {
            Definition = definition,
            Capabilities = Capabilities,
            Settings = new QemuSettings(),
            Directories = GuestDirectories.Under(_folder.Path("qemu"), 1, definition.Name),
            Services = Services,
            MonitorSocket = MonitorSocket.Listen(_folder.Path("monitor.sock")),
            OnUndo = _undo.Add,
        };
    }

    private async Task<RunningGuest> StartAsync(DomainDefinition definition)
    {
        definition.Id = 1;
        DeviceAliases.Assign(definition);
        var start = Start(definition);
        var context = await GuestPreparation.PrepareAsync(start);
        var process = await QemuProcess.StartAsync(new QemuLaunchPlan
        {
            Name = definition.Name,
            Command = QemuCommandLine.Build(definition, Capabilities, context),
            MonitorPath = _folder.Path("monitor.sock"),
            LogPath = _folder.Path("guest.log"),
        });
        return new RunningGuest(process, context, async () =>
        {
            await process.StopAsync(QemuStop.Destroy);
            await GuestPreparation.ReleaseAsync(definition, Services, start.Directories);
        });
    }

    private async Task UndoAsync()
    {
        _undo.Reverse();
        foreach (var undo in _undo)
        {
            await undo();
        }
    }

    private sealed record RunningGuest(QemuProcess Process, CommandLineContext Context, Func<Task> End) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await End();
    }
}
