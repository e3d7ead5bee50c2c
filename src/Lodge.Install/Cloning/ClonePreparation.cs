using Lodge.Client;
using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Options.Methods;
using Lodge.Install.Options.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Cloning;

/// <summary>Turns a request into a clone that is ready to be made: nothing exists of it yet.</summary>
/// <param name="request">The request.</param>
/// <param name="connection">The host.</param>
/// <param name="host">What is known of it.</param>
/// <param name="report">Hears what may not be meant.</param>
internal sealed partial class ClonePreparation(
    CloneRequest request, LibvirtConnection connection, IHostFacts host, IInstallReport report)
{
    private const string Disks = "devices/disk";

    /// <summary>Makes everything ready.</summary>
    /// <exception cref="InstallFailure">The guest cannot be cloned like this.</exception>
    /// <exception cref="FormatException">Its XML cannot be read.</exception>
    /// <exception cref="VirException">The server refused, or is gone.</exception>
    public async Task<PreparedClone> RunAsync(CancellationToken cancellation)
    {
        var guest = Draft.Parse(request.OriginalXml ?? await XmlAsync(cancellation));
        var original = guest["name"] ?? "";
        Renew(guest);
        guest["name"] = CloneNames.OfGuest(original, host.HasGuest);
        var plan = new GuestPlan(host) { Domain = guest, IsEdit = true };
        var disks = guest.All(Disks)
            .Select(disk => new CloneDisk(disk, DiskSource.Resolve(plan, disk, out _))).ToList();
        if (request.Uuid is { } uuid) guest["uuid"] = uuid;
        Decide(disks);
        Name(guest);
        Address(plan);
        Place(plan, disks, original);
        if (Nvram(plan) is { } nvram) disks.Add(nvram);
        Check(plan, disks);
        return new PreparedClone(request, guest, disks, host.Storage);
    }

    private async Task<string> XmlAsync(CancellationToken cancellation)
    {
        Domain domain;
        try
        {
            domain = await connection.LookupDomainByNameAsync(request.Original!, cancellation);
        }
        catch (VirException missing)
        {
            throw new InstallFailure($"Domain '{request.Original}' was not found.", missing);
        }

        var (state, _) = await domain.GetStateAsync(cancellationToken: cancellation);
        if (state != VirDomainState.VIR_DOMAIN_SHUTOFF) throw new InstallFailure("Domain to clone must be shutoff.");
        return await domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE, cancellation);
    }

    // What no two guests may have in common is made anew, whatever is said.
    private void Renew(Draft guest)
    {
        foreach (var path in new[] { "@id", "title" }) guest[path] = null;
        guest["uuid"] = Guid.NewGuid().ToString();
        foreach (var display in guest.All("devices/graphics"))
        {
            if (display["@port"] is null or "" or "0" or "-1") continue;
            report.Warn("Setting the graphics device port to autoport, in order to avoid conflicting.");
            (display["@autoport"], display["@port"]) = (null, "-1");
        }

        foreach (var card in guest.All("devices/interface"))
        {
            card["target/@dev"] = null;
            card["mac/@address"] = CardDefaults.FreeAddress(new GuestPlan(host));
        }

        foreach (var channel in guest.All("devices/channel"))
        {
            if (channel["@type"] == "unix" && channel["target/@name"] is { Length: > 0 } name
                && channel["source/@path"]?.Contains(name, StringComparison.Ordinal) == true)
                channel["source/@path"] = null;
        }
    }

    private void Decide(List<CloneDisk> disks)
    {
        foreach (var disk in disks)
        {
            var target = disk.Disk!["target/@dev"] ?? "";
            if (request.Copied.Contains(target)) disk.Action = CloneAction.Copy;
            if (request.Shared.Contains(target)) disk.Action = CloneAction.Share;
            if (request.IsPreserved && disk.Action == CloneAction.Copy) disk.Action = CloneAction.Preserve;
        }
    }

    private void Name(Draft guest)
    {
        if (request.Name is not null) guest["name"] = request.Name;
        else if (!request.IsAutomatic)
        {
            throw new InstallFailure(
                "A name is required for the new virtual machine, use '--name NEW_VM_NAME' to specify one.");
        }
    }

    private void Address(GuestPlan plan)
    {
        if (request.Addresses is [] or ["RANDOM", ..]) return;
        foreach (var address in request.Addresses)
        {
            if (CardDefaults.IsTaken(plan, address))
                Insist($"The MAC address '{address}' is in use by another virtual machine.", "mac_in_use");
        }

        foreach (var (card, address) in plan.Domain.All("devices/interface").Zip(request.Addresses))
            card["mac/@address"] = address;
    }

    private void Check(GuestPlan plan, List<CloneDisk> disks)
    {
        foreach (var disk in disks)
        {
            // A drive without a medium has nothing to be copied to, even where somebody insists.
            if (disk is { Action: CloneAction.Copy, Disk: not null, Target.Path: { } path } && Exists(path))
                Insist($"This will overwrite the existing path '{path}'", "path_exists");
        }

        foreach (var check in GuestChecks.Of(plan).Where(check => check.Name == "path_in_use"))
        {
            if (disks.Any(disk => disk.Action != CloneAction.Share
                && check.Message.Contains($" {disk.Target?.Path} ", StringComparison.Ordinal)))
                Insist(check.Message, check.Name);
        }
    }

    private bool Exists(string path) =>
        host.Storage.VolumeAt(path) is not null || (!host.IsRemote && host.Storage.Look(path) != PathKind.Missing);

    private void Insist(string message, string check)
    {
        if (request.Checks.IsOn(check)) throw new InstallFailure(message + CheckOptions.Hint(check));
        report.Warn(message);
    }
}
