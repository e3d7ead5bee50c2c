using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Networks;

namespace Lodge.Network.Running;

/// <summary>A network as it runs: with what its stored form leaves to the host.</summary>
public static class LiveDefinition
{
    private const uint FirstPort = 1024;
    private const uint LastPort = 65535;

    /// <summary>Fills in the ports that are translated to, and the virtual functions that are handed out.</summary>
    /// <exception cref="Protocol.Errors.VirException">
    /// The link whose virtual functions are asked for has none (<c>VIR_ERR_INTERNAL_ERROR</c>).
    /// </exception>
    public static NetworkDefinition Of(NetworkDefinition stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var forward = stored.Forward;
        var nat = forward.Nat ?? new NetworkNat();
        if (forward.Mode == ForwardMode.Nat && nat is { FirstPort: 0, LastPort: 0 }
            && (nat.IPv6 == true || stored.HasFamily(v6: false)))
        {
            forward = forward with { Nat = nat with { FirstPort = FirstPort, LastPort = LastPort } };
        }

        if (forward.PhysicalFunction is { } link)
        {
            forward = forward with { Interfaces = VirtualFunctions(link, forward.Mode) };
        }

        return stored with { Forward = forward };
    }

    private static List<ForwardInterface> VirtualFunctions(string link, ForwardMode mode)
    {
        var device = $"/sys/class/net/{link}/device";
        var functions = Directory.Exists(device)
            ? Directory.EnumerateFileSystemEntries(device, "virtfn*")
                .OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        var found = functions.Select(path => mode == ForwardMode.Hostdev ? Pci(path) : Link(path))
            .OfType<ForwardInterface>().ToList();
        return found.Count > 0
            ? found
            : throw NetworkFailure.Internal($"No usable Vf's present on SRIOV PF {link}");
    }

    private static ForwardInterface? Link(string function) =>
        Directory.Exists(function + "/net")
        && Directory.EnumerateDirectories(function + "/net").FirstOrDefault() is { } folder
            ? new ForwardInterface(Path.GetFileName(folder))
            : null;

    private static ForwardInterface? Pci(string function)
    {
        var parts = Path.GetFileName(new FileInfo(function).LinkTarget ?? "").Split(':', '.');
        return parts.Length != 4 ? null : new ForwardInterface(null, new PciAddress
        {
            Domain = Number(parts[0]),
            Bus = Number(parts[1]),
            Slot = Number(parts[2]),
            Function = Number(parts[3]),
        });
    }

    private static uint Number(string hexadecimal) =>
        uint.TryParse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
