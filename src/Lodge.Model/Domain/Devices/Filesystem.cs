using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A folder of the host that the guest sees (<c>&lt;filesystem&gt;</c>): 9p or virtiofs.</summary>
public sealed class Filesystem : Device
{
    /// <summary>Where the content lies.</summary>
    public FilesystemType Type { get; set; }

    /// <summary>How owners and modes are mapped.</summary>
    public FilesystemAccess Access { get; set; }

    /// <summary>The virtio flavour.</summary>
    public FilesystemModel Model { get; set; }

    /// <summary>How files of several devices are told apart.</summary>
    public FilesystemMultidevs Multidevs { get; set; }

    /// <summary>Mode of created files; 0 for the usual one.</summary>
    public uint FileMode { get; set; }

    /// <summary>Mode of created folders; 0 for the usual one.</summary>
    public uint FolderMode { get; set; }

    /// <summary>What carries the content.</summary>
    public FilesystemDriver Driver { get; set; }

    /// <summary>The form of an image.</summary>
    public StorageFormat Format9p { get; set; }

    /// <summary>When writes reach the disk.</summary>
    public FilesystemWritePolicy WritePolicy { get; set; }

    /// <summary>Entries of virtiofs' queue; 0 for QEMU's own.</summary>
    public ulong QueueSize { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    /// <summary>How virtiofsd is run, of virtiofs.</summary>
    public Virtiofsd? Binary { get; set; }

    /// <summary>The folder, file, device or template.</summary>
    public string? Source { get; set; }

    /// <summary>The socket of a virtiofsd that somebody else runs.</summary>
    public string? Socket { get; set; }

    /// <summary>The pool's volume.</summary>
    public PoolVolume? Volume { get; set; }

    /// <summary>Size of a memory filesystem, in bytes.</summary>
    public ulong RamUsage { get; set; }

    /// <summary>The tag by which the guest mounts it.</summary>
    public string? Target { get; set; }

    /// <summary>Whether the guest may not write.</summary>
    public bool Readonly { get; set; }

    /// <summary>Most bytes; 0 for no limit.</summary>
    public ulong HardLimit { get; set; }

    /// <summary>Most bytes for long; 0 for no limit.</summary>
    public ulong SoftLimit { get; set; }

    internal static Filesystem Parse(Element element, DomainXmlParseOptions options)
    {
        var driver = element.Child("driver");
        var filesystem = new Filesystem
        {
            Type = element.Named("type", FilesystemTypeNames.Table),
            Access = element.Named("accessmode", FilesystemAccessNames.Table),
            FileMode = Mode(element, "fmode"),
            FolderMode = Mode(element, "dmode"),
            Model = element.Named("model", FilesystemModelNames.Table, nonZero: true),
            Multidevs = element.Named("multidevs", FilesystemMultidevsNames.Table),
            HardLimit = element.ChildBytes("space_hard_limit", 1) ?? 0,
            SoftLimit = element.ChildBytes("space_soft_limit", 1) ?? 0,
            Target = element.ChildAttribute("target", "dir"),
            Readonly = element.Has("readonly"),
            Driver = driver?.Named("type", FilesystemDriverNames.Table) ?? default,
            WritePolicy = driver?.Named("wrpolicy", FilesystemWritePolicyNames.Table) ?? default,
            Virtio = VirtioOptions.Parse(driver),
        };
        if (driver?.Attribute("format") is { } format)
        {
            filesystem.Format9p = StorageFormatNames.Table.TryParse(format, out var form) && form != StorageFormat.None
                ? form
                : throw XmlError.Unsupported($"unknown driver format value '{format}'");
        }

        filesystem.ParseSource(element.Child("source"));
        if (filesystem.Driver == FilesystemDriver.Virtiofs)
        {
            filesystem.ParseVirtiofs(element);
        }

        filesystem.ParseInfo(element, options, boot: true);
        return filesystem;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("filesystem").Attribute("type", Type.ToXml())
            .Named("accessmode", Access, FilesystemAccessNames.Table).Named("model", Model, FilesystemModelNames.Table)
            .Named("multidevs", Multidevs, FilesystemMultidevsNames.Table)
            .Attribute("fmode", Octal(FileMode)).Attribute("dmode", Octal(FolderMode));
        output.Start("driver").Named("type", Driver, FilesystemDriverNames.Table);
        if (Driver != FilesystemDriver.Default)
        {
            output.Named("format", Format9p, StorageFormatNames.Table)
                .Named("wrpolicy", WritePolicy, FilesystemWritePolicyNames.Table)
                .AttributeUnlessZero("queue", QueueSize);
        }

        VirtioOptions.Format(output, Virtio);
        output.EndUnlessEmpty();
        Binary?.Format(output);
        FormatSource(output);
        output.Start("target").Attribute("dir", Target).EndUnlessEmpty();
        output.Flag("readonly", Readonly);
        FormatInfo(output, boot: true);
        FormatLimit(output, "space_hard_limit", HardLimit);
        FormatLimit(output, "space_soft_limit", SoftLimit);
        output.EndLong();
    }

    private void ParseSource(Element? source)
    {
        Socket = source?.Attribute("socket");
        switch (Type)
        {
            case FilesystemType.Volume:
                Volume = source is null ? null : PoolVolume.Parse(source);
                return;
            case FilesystemType.Ram:
                var usage = source?.Attribute("usage")
                    ?? throw XmlError.Domain("missing 'usage' attribute for RAM filesystem");
                RamUsage = Numbers.TryULong(usage, 10, out var amount)
                    ? ScaledValue.Scale(amount, source.Attribute("units"), 1024)
                    : throw XmlError.Domain($"cannot parse usage '{usage}' for RAM filesystem");
                return;
        }

        Source = source?.Attribute(SourceAttribute());
        if (Source is null && Socket is null)
        {
            throw XmlError.Domain(VirErrorNumber.VIR_ERR_NO_SOURCE, Target ?? "");
        }
    }

    private void ParseVirtiofs(Element element)
    {
        if (element.ChildAttribute("driver", "queue") is { } queue)
        {
            QueueSize = Numbers.TryULong(queue, 10, out var size)
                ? size
                : throw XmlError.Domain($"cannot parse queue size '{queue}' for virtiofs");
        }

        Binary = element.Child("binary") is { } binary ? Virtiofsd.Parse(binary) : null;
    }

    private void FormatSource(XmlOutput output)
    {
        output.Start("source");
        switch (Type)
        {
            case FilesystemType.Volume:
                output.Attribute("pool", Volume?.Pool).Attribute("volume", Volume?.Volume).End();
                return;
            case FilesystemType.Ram:
                output.Attribute("usage", (ulong?)(RamUsage / 1024)).Attribute("units", "KiB").End();
                return;
        }

        _ = Socket is null ? output.Attribute(SourceAttribute(), Source) : output.Attribute("socket", Socket);
        output.EndUnlessEmpty();
    }

    private string SourceAttribute() => Type switch
    {
        FilesystemType.File => "file",
        FilesystemType.Block => "dev",
        FilesystemType.Template => "name",
        _ => "dir",
    };

    private static uint Mode(Element element, string name)
    {
        if (element.Attribute(name) is not { } text)
        {
            return 0;
        }

        if (!Numbers.TryOctal(text, out var mode))
        {
            throw element.Invalid(name, text, ". Expected non-negative integer value");
        }

        return mode <= 0x1ff
            ? (uint)mode
            : throw XmlError.Domain($"invalid {name}: '0{Convert.ToString((long)mode, 8)}'");
    }

    private static string? Octal(uint mode) => mode == 0 ? null : Convert.ToString(mode, 8).PadLeft(4, '0');

    private static void FormatLimit(XmlOutput output, string name, ulong bytes)
    {
        if (bytes != 0)
        {
            output.Start(name).Attribute("unit", "bytes").EndText(bytes.ToString(CultureInfo.InvariantCulture));
        }
    }
}
