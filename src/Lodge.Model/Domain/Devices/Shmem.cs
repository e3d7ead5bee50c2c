using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Memory shared with the host or with other guests (<c>&lt;shmem&gt;</c>).</summary>
public sealed class Shmem : Device
{
    private const int MebibyteBits = 20;

    /// <summary>Its name on the host.</summary>
    public required string Name { get; set; }

    /// <summary>The kind of device.</summary>
    public ShmemModel Model { get; set; }

    /// <summary>Whether it migrates with the guest.</summary>
    public ShmemRole Role { get; set; }

    /// <summary>Bytes; 0 for none said.</summary>
    public ulong Size { get; set; }

    /// <summary>Whether a server shares it out.</summary>
    public bool HasServer { get; set; }

    /// <summary>The server's socket.</summary>
    public string? ServerPath { get; set; }

    /// <summary>Whether interrupts are messages.</summary>
    public bool HasMsi { get; set; }

    /// <summary>Interrupt vectors; 0 for QEMU's own.</summary>
    public uint MsiVectors { get; set; }

    /// <summary>Whether interrupts are handled outside of the virtual CPU's thread.</summary>
    public bool? MsiIoEventFd { get; set; }

    internal static Shmem Parse(Element element, DomainXmlParseOptions options)
    {
        var model = element.Child("model")?.Named("type", ShmemModelNames.Table) ?? default;
        var shmem = new Shmem
        {
            Model = model,
            Name = element.Attribute("name") ?? throw XmlError.Domain("shmem element must contain 'name' attribute"),
            Role = model == ShmemModel.Ivshmem ? default : element.Named("role", ShmemRoleNames.Table, nonZero: true),
            Size = element.ChildBytes("size", 1) ?? 0,
            HasServer = element.Has("server"),
            ServerPath = element.Child("server")?.Attribute("path"),
            HasMsi = element.Has("msi"),
            MsiVectors = element.Child("msi")?.UInt("vectors", 0) ?? 0,
            MsiIoEventFd = element.Child("msi")?.OnOff("ioeventfd"),
        };
        if (shmem is { HasMsi: true, HasServer: false })
        {
            throw XmlError.Domain("msi option is only supported with a server");
        }

        shmem.ParseInfo(element, options);
        return shmem;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("shmem").Attribute("name", Name).Named("role", Role, ShmemRoleNames.Table);
        output.Start("model").Attribute("type", Model.ToXml()).End();
        if (Size != 0)
        {
            output.Start("size").Attribute("unit", "M")
                .EndText((Size >> MebibyteBits).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (HasServer)
        {
            output.Start("server").Attribute("path", ServerPath).End();
        }

        if (HasMsi)
        {
            output.Start("msi").AttributeUnlessZero("vectors", MsiVectors).OnOff("ioeventfd", MsiIoEventFd).End();
        }

        FormatInfo(output);
        output.End();
    }
}
