using Lodge.Install.Drafts;
using Lodge.Install.Editing;
using Lodge.Install.Flow;

namespace Lodge.Cli.VirtXml;

/// <summary>Makes a change known: to the guest that runs, to its definition, or to whoever reads.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="report">Hears what was done.</param>
/// <param name="connection">The host.</param>
/// <param name="edit">The change.</param>
/// <param name="request">What it was asked for as.</param>
/// <param name="target">The guest; null where its XML came from standard input.</param>
internal sealed class EditRun(
    ParsedArguments parsed, ToolReport report, LibvirtConnection connection, GuestEdit edit, EditRequest request,
    EditTarget? target)
{
    private readonly bool _isConfirmed = parsed.Has("--confirm");
    private bool _printsXml = parsed.Has("--print-xml");
    private bool _printsDifference = parsed.Has("--print-diff");

    /// <summary>Runs it.</summary>
    /// <param name="input">XML from standard input; null where there is a guest.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit status.</returns>
    public async Task<int> RunAsync(string? input, CancellationToken cancellation)
    {
        var isDefined = IsDefined(input is not null);
        if (_isConfirmed && !_printsXml) _printsDifference = true;
        if (parsed.Has("--update") && parsed.Has("--start"))
            throw new InstallFailure("Cannot use --update and --start at the same time");
        IReadOnlyList<Draft>? updated = null;
        if (parsed.Has("--update"))
        {
            if (target?.Active is { } active) updated = await UpdateAsync(Change(active, null), cancellation);
            else report.Warn("The VM is not running, --update is inapplicable.");
            if (!isDefined) return 0;
        }

        var guest = Change(target?.Inactive ?? input!, request.Action == EditAction.Add ? updated : null);
        if (isDefined) return await DefineAsync(guest, updated is not null, cancellation);
        if (!parsed.Has("--start")) return 0;
        return await StartTransientAsync(guest, cancellation);
    }

    private bool IsDefined(bool isInput)
    {
        if (parsed.Has("--define")) return true;
        if (parsed.Has("--no-define")) return false;
        if (_printsXml || _printsDifference) return false;
        _printsXml = isInput;
        return !isInput;
    }

    private EditedGuest Change(string xml, IReadOnlyList<Draft>? added)
    {
        var guest = edit.Run(xml, added);
        report.DebugXml("Changed XML", guest.Xml);
        var difference = guest.Difference;
        if (difference.Length == 0)
            report.Warn("No XML diff was generated. The requested changes will have no effect.");
        if (_printsDifference && difference.Length > 0) report.Print(difference);
        else if (_printsXml && !_printsDifference) report.Print(guest.Xml);
        return guest;
    }

    private async Task<IReadOnlyList<Draft>> UpdateAsync(EditedGuest guest, CancellationToken cancellation)
    {
        var (question, done, failed) = request.Action switch
        {
            EditAction.Add => ("Hotplug this device to the guest", "Device hotplug successful.", "hotplug"),
            EditAction.Remove =>
                ("Hotunplug this device from the guest", "Device hotunplug successful.", "hotunplug"),
            _ => ("Update this device for the guest", "Device update successful.", "update"),
        };
        foreach (var device in guest.Devices)
        {
            var xml = device.ToXml();
            if (_isConfirmed && !Ask($"{xml}\n\n{question} '{target!.Domain.Name}'?")) continue;
            try
            {
                await using var undo = new UndoList(report);
                if (request.Action == EditAction.Add) await MakeAsync(guest, undo, cancellation);
                await ChangeAsync(xml, cancellation);
                undo.Keep();
            }
            catch (VirException refused)
            {
                throw new InstallFailure($"Error attempting device {failed}: {refused.Message}", refused);
            }

            report.Print(done);
            if (_isConfirmed) report.Print("");
        }

        return guest.Devices;
    }

    private ValueTask ChangeAsync(string xml, CancellationToken cancellation) => request.Action switch
    {
        EditAction.Add => target!.Domain.AttachDeviceFlagsAsync(
            xml, VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE, cancellation),
        EditAction.Remove => target!.Domain.DetachDeviceFlagsAsync(
            xml, VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE, cancellation),
        _ => target!.Domain.UpdateDeviceFlagsAsync(
            xml, VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE, cancellation),
    };

    private async Task<int> DefineAsync(EditedGuest guest, bool isUpdated, CancellationToken cancellation)
    {
        var name = guest.Plan.Domain["name"];
        if (_isConfirmed && !Ask($"Define '{name}' with the changed XML?")) return 0;
        await using var undo = new UndoList(report);
        if (request.Action == EditAction.Add && !isUpdated) await MakeAsync(guest, undo, cancellation);
        var domain = await connection.DefineDomainXmlAsync(guest.Xml, cancellation);
        undo.Keep();
        report.Print($"Domain '{name}' defined successfully.");
        if (parsed.Has("--start"))
        {
            await OrFail(() => domain.CreateAsync(cancellation).AsTask(), name);
            report.Print($"Domain '{name}' started successfully.");
        }
        else if (target?.Active is not null && !isUpdated)
        {
            report.Print("Changes will take effect after the domain is fully powered off.");
        }
        else if (Draft.Parse(await EditTarget.InactiveAsync(domain, cancellation)).ToXml() == guest.Before)
        {
            report.Warn(
                "XML did not change after domain define. You may have changed a value that libvirt is setting by "
                + "default.");
        }

        return 0;
    }

    private async Task<int> StartTransientAsync(EditedGuest guest, CancellationToken cancellation)
    {
        var name = guest.Plan.Domain["name"];
        if (_isConfirmed && !Ask($"Start '{name}' with the changed XML?")) return 0;
        await using var undo = new UndoList(report);
        if (request.Action == EditAction.Add) await MakeAsync(guest, undo, cancellation);
        await OrFail(() => connection.CreateDomainXmlAsync(guest.Xml, cancellationToken: cancellation).AsTask(), name);
        undo.Keep();
        report.Print($"Domain '{name}' started successfully.");
        return 0;
    }

    private async Task MakeAsync(EditedGuest guest, UndoList undo, CancellationToken cancellation)
    {
        var making = new VolumeMaking(connection, VirtInstall.VirtInstallProgram.Meter(report), undo);
        foreach (var (_, volume) in guest.Plan.Volumes)
            await making.MakeAsync(volume, null, isReflink: false, cancellation);
    }

    private static async Task OrFail(Func<Task> start, string? name)
    {
        try
        {
            await start();
        }
        catch (VirException refused)
        {
            throw new InstallFailure($"Failed starting domain '{name}': {refused.Message}", refused);
        }
    }

    private bool Ask(string question)
    {
        while (true)
        {
            report.Output.Write($"{question} (y/n): ");
            report.Output.Flush();
            switch (Console.In.ReadLine()?.Trim().ToLowerInvariant())
            {
                case "y" or "yes":
                    return true;
                case "n" or "no" or null:
                    return false;
                default:
                    report.Print("Please enter 'yes' or 'no'.");
                    break;
            }
        }
    }
}
