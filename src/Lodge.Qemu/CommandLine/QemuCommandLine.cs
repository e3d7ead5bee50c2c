using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.CommandLine.Devices;
using Lodge.Qemu.CommandLine.Displays;
using Lodge.Qemu.CommandLine.Memory;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.CommandLine;

/// <summary>The command that runs a guest: the same in meaning as libvirt's for the same guest.</summary>
/// <remarks>Source: QEMU's <c>qemu(1)</c> and QAPI schema; libvirt's <c>formatdomain</c>.</remarks>
public static class QemuCommandLine
{
    /// <summary>Builds the command.</summary>
    /// <param name="definition">
    /// The guest, complete and prepared: every device has its alias, address, ports and paths.
    /// </param>
    /// <param name="capabilities">What its QEMU can do.</param>
    /// <param name="context">The host's part. Files opened for the guest move into the command.</param>
    /// <exception cref="VirException">
    /// QEMU cannot run such a guest (<c>VIR_ERR_CONFIG_UNSUPPORTED</c>), or the definition is not complete
    /// (<c>VIR_ERR_INTERNAL_ERROR</c>).
    /// </exception>
    public static QemuCommand Build(
        DomainDefinition definition, QemuCapabilities capabilities, CommandLineContext context)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(context);
        DisplayOptions.Check(definition, context.Settings);
        var command = new QemuCommand(definition.Emulator ?? capabilities.Binary);
        try
        {
            var scope = new GuestScope(definition, capabilities, context);
            var writer = new CommandLineWriter(scope, command);
            ProcessOptions.AddEnvironment(writer);
            AddMachine(writer);
            AddRunning(writer);
            AddDevices(writer);
            AddLast(writer);
            return command;
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    private static void AddMachine(CommandLineWriter writer)
    {
        ProcessOptions.AddName(writer);
        ProcessOptions.AddDeprecation(writer);
        writer.Command.Add("-S");
        writer.AddObject(MasterKey.FileObject(writer.Context.Directories.Library));
        if (NeedsReservations(writer.Definition))
        {
            writer.AddObject(ReservationsDaemon.ManagedObject(writer.Context.Directories));
        }

        LoaderOptions.AddNodes(writer);
        MachineOptions.Add(writer);
        AcceleratorOption.Add(writer);
        CpuOption.Add(writer);
        LoaderOptions.Add(writer);
        MemoryOptions.Add(writer);
        SmpOptions.Add(writer);
        IoThreadObjects.Add(writer);
        if (MemoryOptions.HasNuma(writer.Definition)) NumaOptions.Add(writer);
        writer.Command.Add("-uuid", writer.Definition.Uuid.ToString("D", CultureInfo.InvariantCulture));
        SmbiosOptions.Add(writer);
        FirmwareFiles.Add(writer);
        AddGenerationId(writer);
    }

    private static void AddRunning(CommandLineWriter writer)
    {
        if (writer.Definition.Graphics.Count == 0) writer.Command.Add("-display", "none");
        writer.Command.Add("-no-user-config");
        writer.Command.Add("-nodefaults");
        MonitorOptions.Add(writer);
        ClockOptions.Add(writer);
        PowerOptions.Add(writer);
        BootOptions.Add(writer);
    }

    private static void AddDevices(CommandLineWriter writer)
    {
        var bootOrder = BootOrder.Of(writer.Definition);
        Iommus.Add(writer);
        Controllers.Add(writer);
        MemoryModules.Add(writer);
        Hubs.Add(writer);
        Controllers.Add(writer, ControllerType.Ccid);
        Disks.Add(writer, bootOrder);
        Filesystems.Add(writer);
        Interfaces.Add(writer, bootOrder);
        Smartcards.Add(writer);
        CharacterDevices.Add(writer);
        Tpms.Add(writer);
        Inputs.Add(writer);
        Audios.Add(writer);
        DisplayOptions.Add(writer);
        Videos.Add(writer);
        Sounds.Add(writer);
        Watchdogs.Add(writer);
        Redirdevs.Add(writer);
        Hostdevs.Add(writer, bootOrder);
        if (writer.Context.IncomingUri is { } uri) writer.Command.Add("-incoming", uri);
        Memballoons.Add(writer);
        Rngs.Add(writer);
        if (writer.Definition.Features.VmCoreInfo == true) writer.AddDevice(QemuProperties.Device("vmcoreinfo"));
        LaunchSecurityOptions.Add(writer);
        if (writer.Context.LoadSnapshot is { } snapshot) writer.Command.Add("-loadvm", snapshot);
    }

    private static void AddLast(CommandLineWriter writer)
    {
        QemuNamespaceOptions.Add(writer);
        ProcessOptions.AddSandbox(writer);
        Panics.Add(writer);
        Shmems.Add(writer);
        Vsocks.Add(writer);
        if (writer.Settings.LogTimestamp) writer.Command.Add("-msg", "timestamp=on");
    }

    private static bool NeedsReservations(DomainDefinition definition) =>
        definition.Disks.Any(disk => disk.Source.Reservations?.Managed == true);

    private static void AddGenerationId(CommandLineWriter writer)
    {
        if (writer.Definition.GenerationId is not { } id) return;
        writer.AddDevice(QemuProperties.Device("vmgenid")
            .Add("guid", id.ToString("D", CultureInfo.InvariantCulture))
            .Add("id", "vmgenid0"));
    }
}
