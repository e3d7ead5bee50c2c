using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Completion;

/// <content>What the daemon knows.</content>
internal static partial class Completers
{
    internal static async Task<IEnumerable<string>> DiskTargets(Shell shell, Arguments arguments) =>
        (await DomainPartsAsync(shell, arguments, "devices/disk/target"))
            .Select(static target => target.Get("@dev") ?? "");

    internal static async Task<IEnumerable<string>> DomainInterfaces(Shell shell, Arguments arguments) =>
        (await DomainPartsAsync(shell, arguments, "devices/interface"))
            .Select(static nic => nic.GetAny("target/@dev", "mac/@address") ?? "");

    internal static async Task<IEnumerable<string>> DomainInterfaceMacs(Shell shell, Arguments arguments) =>
        (await DomainPartsAsync(shell, arguments, "devices/interface/mac"))
            .Select(static mac => mac.Get("@address") ?? "");

    internal static Completer Networks(VirConnectListAllNetworksFlags flags = 0) => async (shell, _) =>
        (await shell.Connection.ListAllNetworksAsync(flags)).Select(static network => network.Name);

    internal static async Task<IEnumerable<string>> NetworkUuids(Shell shell, Arguments arguments) =>
        (await shell.Connection.ListAllNetworksAsync()).Select(static network => $"{network.Uuid}");

    internal static Completer Pools(VirConnectListAllStoragePoolsFlags flags = 0) => async (shell, _) =>
        (await shell.Connection.ListAllStoragePoolsAsync(flags)).Select(static pool => pool.Name);

    internal static async Task<IEnumerable<string>> Volumes(Shell shell, Arguments arguments) =>
        (await (await shell.PoolAsync(arguments)).ListAllVolumesAsync()).Select(static volume => volume.Name);

    internal static async Task<IEnumerable<string>> Secrets(Shell shell, Arguments arguments) =>
        (await shell.Connection.ListAllSecretsAsync()).Select(static secret => $"{secret.Uuid}");

    internal static async Task<IEnumerable<string>> NodeDevices(Shell shell, Arguments arguments) =>
        (await shell.Connection.ListAllNodeDevicesAsync()).Select(static device => device.Name);

    internal static Completer HostInterfaces(VirConnectListAllInterfacesFlags flags = 0) => async (shell, _) =>
        (await shell.Connection.ListAllInterfacesAsync(flags)).Select(static nic => nic.Name);

    internal static async Task<IEnumerable<string>> NetworkFilters(Shell shell, Arguments arguments) =>
        (await shell.Connection.ListAllNetworkFiltersAsync()).Select(static filter => filter.Name);

    internal static async Task<IEnumerable<string>> Snapshots(Shell shell, Arguments arguments) =>
        (await (await shell.DomainAsync(arguments)).ListAllSnapshotsAsync()).Select(static snapshot => snapshot.Name);

    internal static async Task<IEnumerable<string>> Checkpoints(Shell shell, Arguments arguments) =>
        (await (await shell.DomainAsync(arguments)).ListAllCheckpointsAsync())
            .Select(static checkpoint => checkpoint.Name);

    private static async Task<IEnumerable<System.Xml.Linq.XElement>> DomainPartsAsync(
        Shell shell, Arguments arguments, string path) =>
        (await Shell.DomainXmlAsync(await shell.DomainAsync(arguments))).All(path);
}
