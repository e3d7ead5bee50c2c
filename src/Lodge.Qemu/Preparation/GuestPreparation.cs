using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.CommandLine.Characters;
using Lodge.Qemu.Firmware;
using Lodge.Qemu.Processors;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.Preparation;

/// <summary>
/// Everything between a guest's definition and its QEMU: values, folders, keys, taps, sockets, engines.
/// </summary>
public static class GuestPreparation
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    /// <summary>
    /// Prepares a guest. What only a running guest has (ports, paths, links, image numbers) is put into its definition;
    /// each change of the host is undone through <see cref="GuestStart.OnUndo"/> if the start fails.
    /// </summary>
    /// <returns>What <see cref="QemuCommandLine.Build"/> needs; it holds what was opened.</returns>
    /// <exception cref="Protocol.Errors.VirException">The guest cannot start here; the reason names what is
    /// missing.</exception>
    public static async ValueTask<CommandLineContext> PrepareAsync(
        GuestStart start, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var definition = start.Definition;
        var files = new GuestFiles();
        try
        {
            await DiskPreparation.RunAsync(start, cancellation);
            SecretCheck.Run(definition, start.Services.Secrets);
            GuestCpu.Settle(
                definition, start.Capabilities, start.Services.Cpus.Value, start.Services.HostProcessor.Value);
            LiveValues.Assign(definition, start.Settings, start.Directories, start.Services.NvramRoot);
            await DisplayPreparation.AssignNetworksAsync(definition, start.Services.Networks, cancellation);
            foreach (var display in definition.Graphics)
            {
                DisplayPreparation.TakePorts(display, start.Settings, start.Services, OnUndo(start));
            }

            MakeFolders(start);
            var key = MasterKey.Create();
            key.Write(start.Directories.Library);
            PrepareNvram(start);
            files.Add(GuestFiles.Monitor, start.MonitorSocket);
            using (start.Services.Files.LabelSockets(definition)) OpenCharacters(start, files);
            foreach (var card in definition.Interfaces)
            {
                await InterfaceOpening.OpenAsync(
                    card, definition, start.Services, files, start.OnUndo, cancellation);
            }

            await PciPassing.TakeAllAsync(definition, start.Services, start.OnUndo, cancellation);
            VhostOpening.Open(definition, files);
            TpmPreparation.AssignSocket(definition, start.Services);
            await TpmPreparation.StartAsync(start, cancellation);
            return Context(start, key, files);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Marks what a guest holds that runs already: after the daemon has come back.</summary>
    public static void Adopt(DomainDefinition definition, GuestServices services)
    {
        ArgumentNullException.ThrowIfNull(definition);
        foreach (var display in definition.Graphics)
        {
            DisplayPreparation.KeepPorts(display, services);
        }

        PciPassing.KeepAll(definition, services);
    }

    /// <summary>Gives back what a guest held that has ended.</summary>
    public static async ValueTask ReleaseAsync(
        DomainDefinition definition, GuestServices services, GuestDirectories directories)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(directories);
        foreach (var display in definition.Graphics)
        {
            DisplayPreparation.ReleasePorts(display, services);
        }

        await PciPassing.GiveBackAllAsync(definition, services);
        foreach (var card in definition.Interfaces)
        {
            await InterfaceOpening.CloseAsync(card, definition, services);
        }

        foreach (var card in definition.Interfaces.Where(card => card.Type == InterfaceType.Network))
        {
            await services.Networks.DisconnectAsync(card, definition.Uuid);
        }

        await TpmPreparation.StopAsync(definition, services);
        Remove(directories.Library);
        Remove(directories.Channels);
    }

    private static void MakeFolders(GuestStart start)
    {
        foreach (var folder in (string[])[start.Directories.Library, start.Directories.Channels])
        {
            Directory.CreateDirectory(folder, FolderMode);
            start.OnUndo(() =>
            {
                Remove(folder);
                return ValueTask.CompletedTask;
            });
        }
    }

    private static void PrepareNvram(GuestStart start)
    {
        var loader = start.Definition.Os.Loader;
        if (loader?.Nvram is not { Type: StorageType.File, Path: { } path }) return;
        if (!NvramFile.Prepare(path, loader.NvramTemplate, start.ResetNvram)) return;
        start.OnUndo(() =>
        {
            File.Delete(path);
            return ValueTask.CompletedTask;
        });
    }

    private static void OpenCharacters(GuestStart start, GuestFiles files)
    {
        var definition = start.Definition;
        var devices = definition.Serials.Cast<CharacterDevice>()
            .Concat(definition.Parallels)
            .Concat(definition.Channels)
            .Concat(definition.Consoles.Where(console => console.TargetType != ConsoleTarget.Serial));
        foreach (var device in devices)
        {
            CharacterOpening.Open(device.Source, CharacterOption.Id(device.Alias), files, start.OnUndo);
        }
    }

    private static CommandLineContext Context(GuestStart start, MasterKey key, GuestFiles files) => new()
    {
        Settings = start.Settings,
        Directories = start.Directories,
        MasterKey = key,
        Secrets = start.Services.Secrets,
        Files = files,
        HostCdroms = HostCdroms.Find(),
        HostNodes = HostNodes.Find(),
        IncomingUri = start.IncomingUri,
        LoadSnapshot = start.LoadSnapshot,
    };

    private static Action<Action> OnUndo(GuestStart start) => undo => start.OnUndo(() =>
    {
        undo();
        return ValueTask.CompletedTask;
    });

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
