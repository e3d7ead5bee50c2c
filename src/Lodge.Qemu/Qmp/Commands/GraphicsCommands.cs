using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>The guest's screen and who may look at it.</summary>
public static class GraphicsCommands
{
    /// <summary>
    /// <c>screendump</c>: writes a picture of the screen into a file, which QEMU must be able to open.
    /// </summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="path">The file, or <c>/dev/fdset/N</c>.</param>
    /// <param name="device">The id of the video device; null for the first.</param>
    /// <param name="head">Which of its screens; only looked at with a device.</param>
    /// <param name="format"><c>ppm</c> or <c>png</c>; null for QEMU's choice, ppm.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task ScreendumpAsync(
        this QmpClient monitor,
        string path,
        string? device = null,
        uint head = 0,
        string? format = null,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "screendump",
            json =>
            {
                json.WriteString("filename", path);
                if (format is not null) json.WriteString("format", format);
                if (device is null) return;
                json.WriteString("device", device);
                json.WriteNumber("head", head);
            },
            cancellationToken);

    /// <summary><c>query-vnc-servers</c>: where VNC listens, one entry an address.</summary>
    public static Task<GraphicsAddress[]> QueryVncAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-vnc-servers",
            null,
            static servers => servers.EnumerateArray()
                .SelectMany(server => server.OptionalArray("server"))
                .Select(static address => new GraphicsAddress(
                    address.Text("family"), address.Text("host"), address.Text("service"), null))
                .ToArray(),
            cancellationToken);

    /// <summary><c>query-spice</c>: where SPICE listens; null where it does not.</summary>
    public static Task<GraphicsAddress?> QuerySpiceAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("query-spice", null, ReadSpice, cancellationToken);

    /// <summary><c>set_password</c>: the password of a display.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="protocol"><c>vnc</c> or <c>spice</c>.</param>
    /// <param name="password">The password.</param>
    /// <param name="connected">What becomes of who looks already: <c>keep</c>, <c>disconnect</c>, <c>fail</c>; null for
    /// keep.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task SetPasswordAsync(
        this QmpClient monitor,
        string protocol,
        string password,
        string? connected = null,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "set_password",
            json =>
            {
                json.WriteString("protocol", protocol);
                json.WriteString("password", password);
                if (connected is not null) json.WriteString("connected", connected);
            },
            cancellationToken);

    /// <summary><c>expire_password</c>: until when the password is good.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="protocol"><c>vnc</c> or <c>spice</c>.</param>
    /// <param name="time"><c>never</c>, <c>now</c>, or seconds since 1970.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task ExpirePasswordAsync(
        this QmpClient monitor, string protocol, string time, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "expire_password",
            json =>
            {
                json.WriteString("protocol", protocol);
                json.WriteString("time", time);
            },
            cancellationToken);

    /// <summary>
    /// <c>add_client</c>: hands a connected socket to a display, named as given by
    /// <see cref="FileCommands.GetFdAsync"/>.
    /// </summary>
    public static Task AddClientAsync(
        this QmpClient monitor,
        string protocol,
        string fileName,
        bool skipAuthentication,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "add_client",
            json =>
            {
                json.WriteString("protocol", protocol);
                json.WriteString("fdname", fileName);
                json.WriteBoolean("skipauth", skipAuthentication);
            },
            cancellationToken);

    private static GraphicsAddress? ReadSpice(JsonElement spice) => spice.Flag("enabled")
        ? new GraphicsAddress(
            "",
            spice.OptionalText("host") ?? "",
            spice.OptionalInteger("port")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            (int?)spice.OptionalInteger("tls-port"))
        : null;
}

/// <summary>Where a display listens.</summary>
/// <param name="Family"><c>ipv4</c>, <c>ipv6</c>, <c>unix</c>; empty where not told.</param>
/// <param name="Host">The address or path.</param>
/// <param name="Service">The port; empty where none.</param>
/// <param name="TlsPort">The port for TLS, or null.</param>
public sealed record GraphicsAddress(string Family, string Host, string Service, int? TlsPort);
