using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Sockets between host and guest (<c>&lt;vsock&gt;</c>).</summary>
public sealed class Vsock : Device
{
    /// <summary>The virtio flavour.</summary>
    public VsockModel Model { get; set; }

    /// <summary>Whether the daemon chooses the guest's number.</summary>
    public bool? AutoCid { get; set; }

    /// <summary>The guest's number; 0 for none chosen.</summary>
    public uint GuestCid { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    internal static Vsock Parse(Element element, DomainXmlParseOptions options)
    {
        var vsock = new Vsock
        {
            Model = element.Named("model", VsockModelNames.Table),
            GuestCid = element.Child("cid")?.UInt("address", nonZero: true) ?? 0,
            AutoCid = element.Child("cid")?.YesNo("auto"),
            Virtio = VirtioOptions.Parse(element.Child("driver")),
        };
        vsock.ParseInfo(element, options);
        return vsock;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("vsock").Named("model", Model, VsockModelNames.Table);
        output.Start("cid").YesNo("auto", AutoCid).AttributeUnlessZero("address", GuestCid).EndUnlessEmpty();
        FormatInfo(output);
        output.Start("driver");
        VirtioOptions.Format(output, Virtio);
        output.EndUnlessEmpty().EndUnlessEmpty();
    }
}
