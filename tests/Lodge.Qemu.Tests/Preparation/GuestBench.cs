using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Native;
using Lodge.Qemu.Network;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Tests.Lifecycle;
using Lodge.Qemu.Tests.Swtpm;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>A folder, an image and services of its own for starting real guests.</summary>
internal sealed class GuestBench : IDisposable
{
    public static readonly QemuCapabilities Capabilities = QemuCapabilities.Read(RecordedQemu.Open72());

    // Benches of tests that run at the same time do not share ports.
    private static int s_lastPort = 45000;

    private readonly ScratchFolder _folder = new();
    private readonly List<Func<ValueTask>> _undo = [];

    public GuestBench()
    {
        EmptyMachine.SkipWithoutQemu();
        // The account of TPM programs passes through.
        File.SetUnixFileMode(_folder.Path("."), File.GetUnixFileMode(_folder.Path(".")) | UnixFileMode.OtherExecute);
        Services = new GuestServices
        {
            DisplayPorts = new PortPool("display", FirstPort, FirstPort + 9),
            NvramRoot = Path("nvram"),
            TpmStateRoot = Path("tpm"),
            TpmRunRoot = Path("run"),
            TpmLogRoot = Path("log"),
            TpmAccount = TpmPrograms.Account,
        };
        Image("disk.img");
    }

    public int FirstPort { get; } = Interlocked.Add(ref s_lastPort, 10);

    public GuestServices Services { get; }

    public string DiskPath => Path("disk.img");

    public string Path(string name) => _folder.Path(name);

    public string Image(string name)
    {
        using var disk = File.Create(Path(name));
        disk.SetLength(1 << 20);
        return Path(name);
    }

    public GuestStart Prepare(DomainDefinition definition)
    {
        definition.Id = 1;
        DeviceAliases.Assign(definition);
        return new GuestStart
        {
            Definition = definition,
            Capabilities = Capabilities,
            Settings = new QemuSettings(),
            Directories = GuestDirectories.Under(Path("qemu"), 1, definition.Name),
            Services = Services,
            MonitorSocket = MonitorSocket.Listen(Path("monitor.sock")),
            OnUndo = _undo.Add,
        };
    }

    public async Task<BenchGuest> StartAsync(DomainDefinition definition)
    {
        var start = Prepare(definition);
        var context = await GuestPreparation.PrepareAsync(start);
        // QEMU has no right to pass by permissions here; a daemon gives it what is its own, too.
        if (Directory.Exists(Services.TpmRunRoot) && Environment.IsPrivilegedProcess)
        {
            foreach (var socket in Directory.GetFiles(Services.TpmRunRoot, "*.sock"))
                Assert.Equal(0, LibC.ChangeLinkOwner(socket, 0, 0));
        }

        var process = await QemuProcess.StartAsync(new QemuLaunchPlan
        {
            Name = definition.Name,
            Command = QemuCommandLine.Build(definition, Capabilities, context),
            MonitorPath = Path("monitor.sock"),
            LogPath = Path("guest.log"),
        });
        return new BenchGuest(definition, process, context, Services, async () =>
        {
            await process.StopAsync(QemuStop.Destroy);
            await GuestPreparation.ReleaseAsync(definition, Services, start.Directories);
        });
    }

    public async Task UndoAsync()
    {
        _undo.Reverse();
        foreach (var undo in _undo)
        {
            await undo();
        }
    }

    public void Dispose() => _folder.Dispose();
}
