using Lodge.Client;
using Lodge.Install.Flow.Progress;
using Lodge.Install.Media;
using Lodge.Install.Plan;
using Lodge.Install.Unattended;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Flow;

/// <summary>
/// Makes a guest that is ready: its disks, what it starts from, itself. Whatever goes wrong, or is called off,
/// before it runs leaves nothing behind.
/// </summary>
/// <param name="prepared">The guest.</param>
/// <param name="report">Hears what cannot be cleared away.</param>
/// <param name="progress">Is told how far everything is.</param>
internal sealed class InstallRun(PreparedInstall prepared, IInstallReport report, ITransferProgress progress)
{
    /// <summary>Makes the guest and starts it.</summary>
    /// <param name="connection">The host.</param>
    /// <param name="options">How it is started.</param>
    /// <param name="cancellation">Calls it off.</param>
    /// <exception cref="InstallFailure">It cannot be made.</exception>
    /// <exception cref="VirException">The server refused, or is gone.</exception>
    public async Task<Domain> StartAsync(
        LibvirtConnection connection, StartOptions options, CancellationToken cancellation)
    {
        var (plan, isNew) = (prepared.Plan, !prepared.Method.IsReinstall);
        if (isNew && plan.Host.HasGuest(prepared.Name))
            throw new InstallFailure($"Guest name '{prepared.Name}' is already in use.");
        // What is passing goes first, as some of it lies in pools that are made here.
        await using var lasting = new UndoList(report);
        await using var passing = new UndoList(report);
        lasting.Add("pools", ForgetPools);
        if (prepared.Unattended?.Served is { } served)
            prepared.Server = await KickstartHost.StartAsync(plan, served, connection, cancellation);
        var method = await BringAsync(connection, passing, cancellation);
        var making = new VolumeMaking(connection, progress, lasting);
        if (isNew)
            foreach (var (_, volume) in plan.Volumes)
                await making.MakeAsync(volume, null, isReflink: false, cancellation);

        var xml = InstallXml.Of(plan, method, prepared.Original);
        if (InstallXml.MemoryNotice(plan, method) is { } notice) report.Warn(notice);
        cancellation.ThrowIfCancellationRequested();
        progress.Start("Creating domain...", null);
        var domain = await MakeAsync(connection, xml, options, lasting);
        progress.End();
        if (options.IsAutostarted) await AutostartAsync(domain);
        cancellation.ThrowIfCancellationRequested();
        lasting.Keep();
        return domain;
    }

    /// <summary>The XML alone: what it starts from is fetched as ever, and cleared away again.</summary>
    /// <param name="connection">The host; null where nothing is known but facts.</param>
    /// <param name="cancellation">Calls it off.</param>
    public async Task<InstallXml> DescribeAsync(LibvirtConnection? connection, CancellationToken cancellation)
    {
        await using var passing = new UndoList(report);
        passing.Add("pools", ForgetPools);
        var method = await BringAsync(connection, passing, cancellation);
        if (InstallXml.MemoryNotice(prepared.Plan, method) is { } notice) report.Warn(notice);
        return InstallXml.Of(prepared.Plan, method, prepared.Original);
    }

    private async Task<Domain> MakeAsync(
        LibvirtConnection connection, InstallXml xml, StartOptions options, UndoList undo)
    {
        var isStarted = options.IsTransient || options.IsStarted || xml.Install is not null;
        Domain? domain = null;
        if (isStarted)
        {
            domain = await connection.CreateDomainXmlAsync(xml.Install ?? xml.After);
            var running = domain;
            undo.Add($"guest '{running.Name}'", () => running.DestroyAsync().AsTask());
        }

        if (options.IsTransient) return domain!;
        domain = await connection.DefineDomainXmlAsync(xml.After);
        var defined = domain;
        undo.Add($"guest '{defined.Name}'", () => ForgetAsync(defined));
        return domain;
    }

    // A guest that was there before is again what it was.
    private async Task ForgetAsync(Domain domain)
    {
        if (prepared.Original is { } before) await domain.Connection.DefineDomainXmlAsync(before);
        else if (!prepared.Plan.HasFirmwareVariables) await domain.UndefineAsync();
        else await domain.UndefineFlagsAsync(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM);
    }

    private Task ForgetPools()
    {
        prepared.Plan.Host.Storage.ForgetMade();
        return Task.CompletedTask;
    }

    private async Task AutostartAsync(Domain domain)
    {
        try
        {
            await domain.SetAutostartAsync(true);
        }
        catch (VirException refused) when (refused.Error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            report.Warn("Could not set autostart flag: libvirt connection does not support autostart.");
        }
    }

    // What the guest starts from lies where the host finds it until it has started.
    private async Task<InstallMethod> BringAsync(
        LibvirtConnection? connection, UndoList undo, CancellationToken cancellation)
    {
        var method = prepared.Method;
        var folder = method.HasTree || prepared.Unattended?.Disk is not null
            ? ScratchFolder.Here(prepared.Plan.Host) : "";
        if (method.HasTree) method = await BringKernelAsync(method, folder, connection, undo, cancellation);
        if (prepared.Unattended?.Disk is { } disk)
        {
            var path = Path.Combine(folder, $"virtinst-{Guid.NewGuid():n}-seed.iso");
            var image = await SeedImage.CreateAsync(disk, path, [], cancellation);
            undo.Add("seed", () =>
            {
                image.Dispose();
                return Task.CompletedTask;
            });
            method = method with { Seed = await SendAsync(image.Path, folder, connection, undo, cancellation) };
        }

        return method;
    }

    private async Task<InstallMethod> BringKernelAsync(
        InstallMethod method, string folder, LibvirtConnection? connection, UndoList undo,
        CancellationToken cancellation)
    {
        var request = prepared.Request;
        var meter = new KernelMeter(progress);
        var kernel = request.Install.Kernel is { } named
            ? await InstallSource.FetchAnywhereAsync(
                new KernelPaths(named, request.Install.Initrd ?? ""), folder, meter, cancellation)
            : await prepared.Source!.FetchKernelAsync(folder, meter, cancellation);
        meter.End();
        undo.Add("kernel", () =>
        {
            kernel.Dispose();
            return Task.CompletedTask;
        });
        await InitrdInjection.AppendAsync(kernel.InitrdPath, await InjectedAsync(cancellation), cancellation);
        return method with
        {
            Kernel = await SendAsync(kernel.KernelPath, folder, connection, undo, cancellation),
            Initrd = await SendAsync(kernel.InitrdPath, folder, connection, undo, cancellation),
            KernelArguments = Arguments(),
        };
    }

    private async Task<List<InjectedFile>> InjectedAsync(CancellationToken cancellation)
    {
        var files = new List<InjectedFile>();
        foreach (var path in prepared.Request.InjectedFiles)
            files.Add(await InjectedFile.ReadAsync(path, cancellation));
        foreach (var seed in prepared.Unattended?.InitrdFiles ?? [])
            files.Add(new InjectedFile(seed.Name, seed.Content));
        return files;
    }

    private string Arguments()
    {
        var install = prepared.Request.Install;
        if (install.KernelArguments is { } only && install.OverwritesArguments) return only;
        var words = install.KernelArguments is { } said ? [said] : prepared.Request.ExtraArguments.ToList();
        if ((prepared.Unattended?.KernelArguments ?? prepared.Source?.KernelArgument) is { } more) words.Add(more);
        if (prepared.Server is { } server)
            words.Add(KickstartDelivery.From(server, InjectedKickstart.VersionOf(prepared.Plan.Os)).KernelArguments!);
        if (words.Count == 0 && prepared.Source?.Kind == InstallSourceKind.Folder)
        {
            report.Warn(
                "Directory tree installs typically do not work unless extra kernel args are passed to point the "
                + "installer at a network accessible install tree.");
        }

        return string.Join(' ', words);
    }

    private async Task<string> SendAsync(
        string path, string folder, LibvirtConnection? connection, UndoList undo, CancellationToken cancellation)
    {
        if (connection is null || !ScratchFolder.IsElsewhere(prepared.Plan.Host, folder)) return path;
        return await new MediaUpload(connection, prepared.Plan.Host, progress, undo).SendAsync(path, cancellation);
    }
}
