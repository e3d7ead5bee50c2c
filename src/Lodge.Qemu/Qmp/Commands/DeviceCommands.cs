using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Devices, objects, network ends: adding, taking away, asking.</summary>
public static class DeviceCommands
{
    /// <summary><c>device_add</c>.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="properties">Writes <c>driver</c>, <c>id</c> and the rest.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task DeviceAddAsync(
        this QmpClient monitor, Action<Utf8JsonWriter> properties, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("device_add", properties, cancellationToken);

    /// <summary>
    /// <c>device_del</c>: asks the guest to let a device go; <see cref="Events.DeviceDeletedEvent"/> tells when it has.
    /// </summary>
    public static Task DeviceDelAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("device_del", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>object-add</c>.</summary>
    public static Task ObjectAddAsync(
        this QmpClient monitor, Action<Utf8JsonWriter> properties, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("object-add", properties, cancellationToken);

    /// <summary><c>object-del</c>.</summary>
    public static Task ObjectDelAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("object-del", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>netdev_add</c>.</summary>
    public static Task NetdevAddAsync(
        this QmpClient monitor, Action<Utf8JsonWriter> properties, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("netdev_add", properties, cancellationToken);

    /// <summary><c>netdev_del</c>.</summary>
    public static Task NetdevDelAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("netdev_del", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>set_link</c>: plugs or unplugs the cable of a network card.</summary>
    public static Task SetLinkAsync(
        this QmpClient monitor, string name, bool isUp, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "set_link",
            json =>
            {
                json.WriteString("name", name);
                json.WriteBoolean("up", isUp);
            },
            cancellationToken);

    /// <summary><c>qom-get</c>: reads a property.</summary>
    public static Task<T> QomGetAsync<T>(
        this QmpClient monitor,
        string path,
        string property,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("qom-get", json => WriteProperty(json, path, property), read, cancellationToken);

    /// <summary><c>qom-set</c>: writes a property.</summary>
    public static Task QomSetAsync(
        this QmpClient monitor,
        string path,
        string property,
        Action<Utf8JsonWriter> value,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "qom-set",
            json =>
            {
                WriteProperty(json, path, property);
                json.WritePropertyName("value");
                value(json);
            },
            cancellationToken);

    /// <summary>
    /// <c>qom-list</c>: the properties of an object with their types; children are of type <c>child&lt;…&gt;</c>.
    /// </summary>
    public static Task<(string Name, string Type)[]> QomListAsync(
        this QmpClient monitor, string path, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "qom-list",
            json => json.WriteString("path", path),
            static list => list.EnumerateArray().Select(item => (item.Text("name"), item.Text("type"))).ToArray(),
            cancellationToken);

    /// <summary>The ids of all devices there are (QOM <c>/machine/peripheral</c>).</summary>
    public static async Task<string[]> ListDeviceAliasesAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default)
    {
        var children = await monitor.QomListAsync("/machine/peripheral", cancellationToken);
        return
        [
            .. children.Where(child => child.Type.StartsWith("child<", StringComparison.Ordinal))
                .Select(child => child.Name),
        ];
    }

    private static void WriteProperty(Utf8JsonWriter json, string path, string property)
    {
        json.WriteString("path", path);
        json.WriteString("property", property);
    }
}
