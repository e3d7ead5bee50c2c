using System.Runtime.InteropServices;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Open files handed to QEMU.</summary>
public static class FileCommands
{
    /// <summary><c>getfd</c>: gives QEMU an open file under a name, for commands that take one.</summary>
    public static Task GetFdAsync(
        this QmpClient monitor, string name, SafeHandle file, CancellationToken cancellationToken = default) =>
        monitor.ExecuteWithFileAsync(
            "getfd", json => json.WriteString("fdname", name), static _ => true, file, cancellationToken);

    /// <summary><c>closefd</c>: has QEMU close what <see cref="GetFdAsync"/> gave it.</summary>
    public static Task CloseFdAsync(
        this QmpClient monitor, string name, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("closefd", json => json.WriteString("fdname", name), cancellationToken);

    /// <summary>
    /// <c>add-fd</c>: gives QEMU an open file in a set of its own, to be opened as <c>/dev/fdset/N</c>.
    /// </summary>
    /// <returns>The number of the set.</returns>
    public static Task<long> AddFdAsync(
        this QmpClient monitor, string description, SafeHandle file, CancellationToken cancellationToken = default) =>
        monitor.ExecuteWithFileAsync(
            "add-fd",
            json => json.WriteString("opaque", description),
            static answer => answer.Integer("fdset-id"),
            file,
            cancellationToken);

    /// <summary><c>remove-fd</c>: has QEMU close a set once nothing uses it.</summary>
    public static Task RemoveFdAsync(this QmpClient monitor, long set, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("remove-fd", json => json.WriteNumber("fdset-id", set), cancellationToken);
}
