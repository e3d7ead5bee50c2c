using System.Globalization;
using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Options.Storage;

namespace Lodge.Install.Defaults;

/// <summary>What is looked at before a guest is made.</summary>
internal static class GuestChecks
{
    private const int Mebibyte = 1024;

    private static readonly string[] s_bootFiles = ["os/kernel", "os/initrd", "os/dtb"];

    /// <summary>
    /// What may not be meant: disks and addresses that other guests have, pools with too little space.
    /// </summary>
    /// <exception cref="Protocol.Errors.VirException">The server is gone.</exception>
    public static IEnumerable<GuestCheck> Of(GuestPlan plan)
    {
        foreach (var disk in plan.Domain.All("devices/disk"))
        {
            if (DiskSource.PathOf(plan, disk) is not { Length: > 0 } path) continue;
            var names = UsersOf(plan, disk, path);
            if (names.Count > 0)
            {
                var quoted = string.Join(", ", names.Select(name => $"'{name}'"));
                yield return new GuestCheck(
                    $"Disk {path} is already in use by other guests [{quoted}].", "path_in_use");
            }

            if (plan.StorageOf(disk)?.Made is not { } made) continue;
            if (NewVolume.Conflict(plan.Host.Storage, made).Message is { } message)
                yield return new GuestCheck(message, "disk_size", IsQuiet: true);
        }

        foreach (var card in plan.Domain.All("devices/interface"))
        {
            if (card["mac/@address"] is { } address && CardDefaults.IsTaken(plan, address))
            {
                yield return new GuestCheck(
                    $"The MAC address '{address}' is in use by another virtual machine.", "mac_in_use");
            }
        }
    }

    /// <summary>What a person should know of the guest's operating system and memory.</summary>
    public static IEnumerable<string> Warnings(GuestPlan plan)
    {
        if (plan.Os.IsGeneric && plan.IsHvm)
        {
            yield return $"Using --osinfo {plan.Os.ShortId}, VM performance may suffer. "
                + "Specify an accurate OS for optimal results.";
        }

        if (!long.TryParse(plan.Domain["currentMemory"], CultureInfo.InvariantCulture, out var memory)) yield break;
        var minimum = plan.Os.MinimumRam(plan.Architecture ?? "");
        if (minimum is { } bytes && bytes / Mebibyte > memory)
        {
            yield return $"Requested memory {memory / Mebibyte} MiB is less than the recommended "
                + $"{bytes / Mebibyte / Mebibyte} MiB for OS {plan.Os.ShortId}";
        }
        else if (minimum is null && memory / Mebibyte < 17)
        {
            yield return $"Requested memory {memory / Mebibyte} MiB is abnormally low. "
                + "Were you trying to specify GiB?";
        }
    }

    /// <summary>Whether a guest's network can boot it, as far as can be told.</summary>
    public static bool CanBootFromNetwork(GuestPlan plan)
    {
        foreach (var card in plan.Domain.All("devices/interface"))
        {
            if (card["@type"] == "user") continue;
            return card["@type"] != "network" || plan.Host.CanBootFrom(card["source/@network"] ?? "");
        }

        return false;
    }

    private static List<string> UsersOf(GuestPlan plan, Draft disk, string path)
    {
        var names = new List<string>();
        var overlays = plan.Host.Guests.Count > 0 ? OverlaysOf(plan, path) : [];
        foreach (var guest in plan.Host.Guests)
        {
            var boots = disk["readonly"] is null
                && s_bootFiles.Any(place => guest[place] == path);
            if (boots || guest.All("devices/disk").Any(other => Conflicts(plan, disk, other, path, overlays)))
                names.Add(guest["name"] ?? "");
        }

        return names;
    }

    private static bool Conflicts(GuestPlan plan, Draft disk, Draft other, string path, List<string> overlays)
    {
        var there = DiskSource.PathOf(plan, other);
        if (there is not null && overlays.Contains(there)) return true;
        if (there != path) return false;
        var isShared = disk["shareable"] is not null && other["shareable"] is not null;
        return !isShared && !(disk["readonly"] is not null && other["readonly"] is not null);
    }

    // Volumes that would break if what they are written over changed.
    private static List<string> OverlaysOf(GuestPlan plan, string path)
    {
        var overlays = new List<string>();
        var storage = plan.Host.Storage;
        while (storage.Overlay(path) is { } overlay && !overlays.Contains(overlay)) overlays.Add(path = overlay);
        return overlays;
    }
}
