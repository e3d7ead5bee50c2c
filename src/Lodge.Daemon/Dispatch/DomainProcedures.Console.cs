using System.Net.Sockets;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Consoles;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask DomainOpenConsoleAsync(ClientCall call, DomainOpenConsoleArgs args)
    {
        const VirDomainConsoleFlags Known =
            VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_SAFE | VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainOpenConsole");
        var (domain, _) = driver.FindRunning(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Query, "virDomainOpenConsole", call.CancellationToken);
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        var device = FindConsole(live.Definition, args.DevName)
            ?? throw DomainErrors.Internal($"cannot find character device {args.DevName ?? "<null>"}");
        if (device is not { Source: { Type: CharacterSourceType.Pty, Path: { } path } })
            throw DomainErrors.Internal($"character device {args.DevName ?? device.Alias} is not using a PTY");
        var isForced = (args.Flags & (uint)VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE) != 0;
        OpenStream(
            call, live, path, ConsoleFile.Open(path), isForced, "Active console session exists for this domain");
    }

    /// <inheritdoc/>
    public async ValueTask DomainOpenChannelAsync(ClientCall call, DomainOpenChannelArgs args)
    {
        FlagCheck.Only(args.Flags, (uint)VirDomainChannelFlags.VIR_DOMAIN_CHANNEL_FORCE, "qemuDomainOpenChannel");
        var (domain, _) = driver.FindRunning(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Query, "virDomainOpenChannel", call.CancellationToken);
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        var channel = FindChannel(live.Definition, args.Name)
            ?? throw DomainErrors.Internal($"cannot find channel {args.Name ?? "<null>"}");
        if (channel is not { Source: { Type: CharacterSourceType.Unix, Path: { } path } })
            throw DomainErrors.Internal($"channel {args.Name ?? channel.Alias} is not using a UNIX socket");
        OpenStream(
            call,
            live,
            path,
            ConnectChannel(path),
            args.Flags != 0,
            "Active channel stream exists for this domain");
    }

    private static CharacterDevice? FindConsole(DomainDefinition definition, string? alias)
    {
        if (alias is not null)
            return definition.CharacterDevices()
                .FirstOrDefault(device => device.Alias == alias && device is not ChannelDevice);

        // The first console is most often but another name of the first serial port, which has the path then.
        return definition.Consoles.FirstOrDefault() is { } console
            && !(definition.Serials.Count > 0 && definition.IsSerialName(console))
            ? console
            : definition.Serials.FirstOrDefault();
    }

    private static ChannelDevice? FindChannel(DomainDefinition definition, string? name) => name is null
        ? definition.Channels.FirstOrDefault()
        : definition.Channels.FirstOrDefault(channel => channel.Name == name || channel.Alias == name);

    private static SafeFileHandle ConnectChannel(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException cause)
        {
            throw DomainErrors.Internal($"Unable to connect to channel '{path}': {cause.Message}", cause);
        }

        return ConsoleFile.Take(socket.SafeHandle);
    }

    private static void OpenStream(
        ClientCall call, LiveDomain live, string path, SafeFileHandle file, bool isForced, string refusal)
    {
        var stream = call.OpenStream();
        var session = new ConsoleSession(file, stream);
        if (!live.Consoles.TryTake(path, session, isForced))
        {
            file.Dispose();
            throw DomainErrors.Failed(refusal);
        }

        _ = RunAsync();

        async Task RunAsync()
        {
            await session.RunAsync();
            live.Consoles.Release(path, session);
        }
    }
}
