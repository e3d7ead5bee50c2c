using Lodge.Install.Facts;
using Lodge.Install.Media;
using Lodge.Install.Options;
using Lodge.Install.Os;
using Lodge.Install.Plan;
using Lodge.Install.Unattended.Scripts;

namespace Lodge.Install.Flow;

/// <content>What it is installed from, and which operating system that is.</content>
internal sealed partial class InstallPreparation
{
    // The tree of --location, or of the operating system that --install names.
    private string? Place(GuestPlan plan, GuestOs? named)
    {
        if (request.Install.Os is null) return request.Location.Place;
        var os = Systems.Find(request.Install.Os) ?? named
            ?? throw new InstallFailure(Unknown(request.Install.Os));
        var profile = request.Unattended is { } text ? UnattendedOptions.Parse(text).Profile : null;
        var place = os.TreeLocation(plan.Architecture ?? "", profile)
            ?? throw new InstallFailure($"OS '{os.ShortId}' does not have a URL location"
                + (os.Trees.Count == 0 ? "" : $" for the architecture '{plan.Architecture}'"));
        report.Print($"Using {os.ShortId} --location {place}");
        return place;
    }

    private async Task<InstallSource> OpenAsync(
        GuestPlan plan, string place, GuestOs? named, CancellationToken cancellation)
    {
        if (host.IsRemote && !place.Contains("://", StringComparison.Ordinal))
            throw new InstallFailure($"Cannot access install tree on remote connection: {place}");
        try
        {
            var options = new InstallSourceOptions
            {
                Architecture = plan.Architecture ?? "x86_64",
                IsXen = plan.OsType == "xen",
                Os = named,
                Kernel = request.Location.Kernel is { } kernel
                    ? new KernelPaths(kernel, request.Location.Initrd!) : null,
                Database = Systems,
            };
            return await InstallSource.OpenAsync(place, options, cancellation);
        }
        catch (InstallSourceException refused)
        {
            throw new InstallFailure($"Error validating install location: {refused.Message}", refused);
        }
    }

    private GuestOs? NamedOs()
    {
        var (name, id) = (request.Os.Name ?? (request.Os.IsDefault ? request.Install.Os : null), request.Os.Id);
        if (name is null && id is null) return null;
        if (name == "generic") return GuestOs.Generic;
        if ((id is null ? Systems.FindByShortId(name!) : Systems.FindById(id)) is { } known) return known;
        if (id is not null)
        {
            var option = request.Os.Text is { } text ? $"Error: --os-variant {text}: " : "";
            throw new InstallFailure($"{option}Unknown libosinfo ID '{id}'");
        }

        if (request.Os.IsRequired) throw new InstallFailure(Unknown(name ?? id!));
        // A name that this machine's database does not have yet is no reason to stop.
        report.Warn(Unknown(name ?? id!) + " Going on with what suits any OS.");
        return null;
    }

    private static string Unknown(string name) =>
        $"Unknown OS name '{name}'. See `--osinfo list` for valid values.";

    private void ChooseOs(GuestPlan plan, GuestOs? named, string? place, InstallSource? source)
    {
        var found = source?.Os;
        if (place is null && request.Cdrom is { } cdrom)
        {
            // A drive without a CD is told apart from one that cannot be read, before anything is made.
            var path = host.Storage.Look(cdrom) == PathKind.Missing && !host.IsRemote ? null : cdrom;
            if (path is not null && !host.IsRemote && MediaProbe.Read(path) is { } medium)
                found = Systems.Identify(medium)?.Os;
        }

        if (named is not null) return;
        if (request.Os.IsDetected && found is not null)
        {
            plan.Os = found;
            return;
        }

        if (plan.Os is { IsGeneric: false }) return;
        plan.Os = GuestOs.Generic;
        if (request.Os.IsRequired)
        {
            throw new InstallFailure(
                "--os-variant/--osinfo OS name is required, but no value was\nset or detected.");
        }
    }

    private InstallMethod Method(GuestPlan plan, string? place, InstallSource? source)
    {
        var install = request.Install;
        var hasKernel = install.Kernel is not null || install.Initrd is not null;
        var (cdrom, bootDevice, isNone) = (default(string), install.BootDevice, install.IsNone);
        if (place is null && request.Cdrom is not null) (cdrom, isNone) = (Cdrom(plan), isNone || request.IsLiveCd);
        else if (place is null && request.IsNetworkBoot) bootDevice = "network";
        else if (place is null && !install.IsGiven) isNone |= request.IsImport;
        if (place is null && !hasKernel)
        {
            if (request.ExtraArguments.Count > 0)
                throw new InstallFailure("Kernel arguments are only supported with location or kernel installs.");
            if (request.InjectedFiles.Count > 0)
                throw new InstallFailure("Install method does not support initrd injections.");
        }

        return new InstallMethod
        {
            Cdrom = cdrom,
            TreeCdrom = source?.CdromPath,
            BootDevice = bootDevice,
            HasTree = place is not null || hasKernel,
            IsNone = isNone,
            IsReinstall = request.Reinstalled is not null,
            HasCloudInit = request.CloudInit is not null,
            HasUnattended = request.Unattended is not null,
            NetworkMemory = source?.NeedsNetwork == true ? plan.Os.NetworkInstallRam(plan.Architecture ?? "") : null,
        };
    }

    private string Cdrom(GuestPlan plan)
    {
        try
        {
            var cdrom = InstallPlan.NewCdrom(plan, request.Cdrom!);
            return plan.StorageOf(cdrom)!.Path ?? request.Cdrom!;
        }
        catch (Exception refused) when (refused is FormatException or Protocol.Errors.VirException)
        {
            throw new InstallFailure($"Validating install media '{request.Cdrom}' failed: {refused.Message}", refused);
        }
    }
}
