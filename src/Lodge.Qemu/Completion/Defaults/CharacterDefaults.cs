using System.Text.RegularExpressions;
using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What character devices have without being told.</summary>
internal static partial class CharacterDefaults
{
    public static void Apply(DomainDefinition domain, CompletionOptions options)
    {
        foreach (var serial in domain.Serials)
        {
            Apply(serial, domain);
        }

        foreach (var console in domain.Consoles)
        {
            console.TargetType = console.TargetType == ConsoleTarget.None ? ConsoleTarget.Serial : console.TargetType;
        }

        if (options.Live)
        {
            return;
        }

        domain.Channels.ForEach(DropGeneratedPath);
        IEnumerable<CharacterDevice> devices =
            [.. domain.Serials, .. domain.Parallels, .. domain.Channels, .. domain.Consoles];
        foreach (var source in devices.Select(device => device.Source))
        {
            // A socket whose path is left to the daemon is one that it waits on.
            source.Listen |= source is { Type: CharacterSourceType.Unix, Path: null };
        }
    }

    /// <summary>Sockets that the daemon itself once named are named anew at each start.</summary>
    private static void DropGeneratedPath(ChannelDevice channel)
    {
        if (channel is { TargetType: ChannelTarget.Virtio, Source: { Type: CharacterSourceType.Unix, Path: { } path } }
            && (OldPath().IsMatch(path)
                || (GuestFolder().Match(path) is { Success: true } match && match.Groups[1].Value == channel.Name)))
        {
            channel.Source.Path = null;
        }
    }

    [GeneratedRegex("^/var/lib/libvirt/qemu/channel/target/[^/]+\\.")]
    private static partial Regex OldPath();

    [GeneratedRegex("domain-[^/]+/([^/]+)$")]
    private static partial Regex GuestFolder();

    public static void Apply(SerialDevice serial, DomainDefinition domain)
    {
        if (serial.TargetType == SerialTarget.None && domain.Os.IsX86)
        {
            serial.TargetType = SerialTarget.IsaSerial;
        }

        if (serial.TargetModel == SerialModel.None)
        {
            serial.TargetModel = serial.TargetType switch
            {
                SerialTarget.IsaSerial => SerialModel.IsaSerial,
                SerialTarget.UsbSerial => SerialModel.UsbSerial,
                SerialTarget.PciSerial => SerialModel.PciSerial,
                SerialTarget.SpaprVioSerial => SerialModel.SpaprVty,
                SerialTarget.SclpSerial => SerialModel.Sclpconsole,
                SerialTarget.IsaDebug => SerialModel.IsaDebugcon,
                _ => SerialModel.None,
            };
        }

        if (serial.TargetType == SerialTarget.IsaDebug && !domain.Os.IsX86)
        {
            throw Refusal.DomainUnsupported("isa-debug serial type only valid on x86 architecture");
        }

        if (serial.Port == -1)
        {
            serial.Port = domain.Serials.Max(other => other.Port) + 1;
        }
    }
}
