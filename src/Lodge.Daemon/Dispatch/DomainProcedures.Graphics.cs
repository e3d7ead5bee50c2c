using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Screens;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask DomainOpenGraphicsAsync(ClientCall call, DomainOpenGraphicsArgs args)
    {
        using var socket = call.TakeFile(0);
        RefuseOtherThanSocket(socket);
        var skipsAuthentication = SkipsAuthentication(args.Flags, "qemuDomainOpenGraphics");
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Modify, "virDomainOpenGraphics", async live =>
            await GraphicsConnection.AddAsync(
                live.Monitor, FindGraphics(live, args.Idx), socket, skipsAuthentication));
    }

    /// <inheritdoc/>
    public async ValueTask DomainOpenGraphicsFdAsync(ClientCall call, DomainOpenGraphicsFdArgs args)
    {
        var skipsAuthentication = SkipsAuthentication(args.Flags, "qemuDomainOpenGraphicsFD");
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Modify, "virDomainOpenGraphicsFD", async live =>
            call.AddReplyFile(await GraphicsConnection.OpenAsync(
                live.Monitor, FindGraphics(live, args.Idx), skipsAuthentication)));
    }

    private static bool SkipsAuthentication(uint flags, string function)
    {
        const uint Skip = (uint)VirDomainOpenGraphicsFlags.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH;
        FlagCheck.Only(flags, Skip, function);
        return flags == Skip;
    }

    private static string FindGraphics(LiveDomain live, uint index)
    {
        var all = live.Definition.Graphics;
        if (index >= all.Count)
            throw DomainErrors.Internal($"No graphics backend with index {(int)index}");
        var type = all[(int)index].Type;
        return GraphicsConnection.ProtocolOf(type) ?? throw DomainErrors.Unsupported(
            $"Can only open VNC, SPICE or D-Bus p2p graphics backends, not {type.ToXml()}");
    }

    private static void RefuseOtherThanSocket(SafeFileHandle file)
    {
        var number = file.DangerousGetHandle();
        if (new FileInfo($"/proc/self/fd/{number}").LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) != true)
            throw DomainErrors.Object(VirErrorNumber.VIR_ERR_INVALID_ARG, $"fd {number} must be a socket");
    }
}
