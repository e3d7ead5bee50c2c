using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Sockets between the guest and the host.</summary>
internal static class Vsocks
{
    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.Vsock is not { } vsock) return;
        var helper = writer.Context.Files.TakeOne(GuestFiles.Vhost(vsock.Alias!));
        var descriptor = helper is null ? -1 : writer.Command.PassFile(helper);
        writer.AddDevice(Properties(vsock, descriptor.ToString(CultureInfo.InvariantCulture), writer.Scope));
    }

    /// <summary>The device's properties.</summary>
    /// <param name="vsock">The device.</param>
    /// <param name="helper">The kernel's helper: a descriptor's number, or its name in QEMU's monitor.</param>
    /// <param name="scope">The guest.</param>
    public static QemuProperties Properties(Vsock vsock, string helper, GuestScope scope) =>
        VirtioProperties.Start("vhost-vsock", vsock, vsock.Model.ToXml(), vsock.Virtio, scope)
            .Add("id", vsock.Alias)
            .Add("guest-cid", vsock.GuestCid)
            .Add("vhostfd", helper)
            .AddAddress(vsock, scope);
}
