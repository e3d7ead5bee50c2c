using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A video device (<c>&lt;video&gt;</c>).</summary>
public sealed class Video : Device
{
    /// <summary>The kind of device.</summary>
    public VideoModel Model { get; set; }

    /// <summary>KiB of QXL's first memory; 0 for none said.</summary>
    public uint Ram { get; set; }

    /// <summary>KiB of video memory; 0 for none said.</summary>
    public uint VideoRam { get; set; }

    /// <summary>KiB of QXL's 64-bit memory; 0 for none said.</summary>
    public uint VideoRam64 { get; set; }

    /// <summary>KiB of VGA memory; 0 for none said.</summary>
    public uint VgaMemory { get; set; }

    /// <summary>Screens; 0 for none said.</summary>
    public uint Heads { get; set; } = 1;

    /// <summary>Whether it is the first one.</summary>
    public bool Primary { get; set; }

    /// <summary>What the host's graphics card does for it.</summary>
    public VideoAcceleration? Acceleration { get; set; }

    /// <summary>Width of the screen.</summary>
    public uint? ResolutionX { get; set; }

    /// <summary>Height of the screen.</summary>
    public uint? ResolutionY { get; set; }

    /// <summary>How VGA registers are passed through.</summary>
    public VgaConfiguration VgaConfiguration { get; set; }

    /// <summary>What runs it.</summary>
    public VideoBackend Backend { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    internal static Video Parse(Element element, DomainXmlParseOptions options)
    {
        var (model, driver) = (element.Child("model"), element.Child("driver"));
        var video = new Video
        {
            Primary = model?.Attribute("primary") == "yes",
            Acceleration = model?.Child("acceleration") is { } acceleration
                ? VideoAcceleration.Parse(acceleration) : null,
        };
        if (model?.Child("resolution") is { } resolution)
        {
            resolution.Required("x");
            resolution.Required("y");
            (video.ResolutionX, video.ResolutionY) = (resolution.UInt("x"), resolution.UInt("y"));
        }

        video.Backend = driver?.Named("name", VideoBackendNames.Table, nonZero: true) ?? default;
        video.Virtio = VirtioOptions.Parse(driver);
        video.VgaConfiguration = driver?.Named("vgaconf", VgaConfigurationNames.Table) ?? default;
        if (model?.Attribute("type") is { Length: > 0 } word)
        {
            video.Model = VideoModelNames.Table.TryParse(word, out var kind)
                ? kind
                : throw XmlError.Unsupported($"unknown video model '{word}'");
        }

        video.Ram = Number(model, "ram");
        video.VideoRam = Number(model, "vram");
        video.VideoRam64 = Number(model, "vram64");
        video.VgaMemory = Number(model, "vgamem");
        if (model?.Attribute("heads") is { Length: > 0 })
        {
            video.Heads = Number(model, "heads", VirErrorNumber.VIR_ERR_INTERNAL_ERROR);
        }

        video.ParseInfo(element, options);
        return video;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("video").Start("driver");
        VirtioOptions.Format(output, Virtio);
        output.Named("vgaconf", VgaConfiguration, VgaConfigurationNames.Table)
            .Named("name", Backend, VideoBackendNames.Table).EndUnlessEmpty();
        output.Start("model").Attribute("type", Model.ToXml()).AttributeUnlessZero("ram", Ram)
            .AttributeUnlessZero("vram", VideoRam).AttributeUnlessZero("vram64", VideoRam64)
            .AttributeUnlessZero("vgamem", VgaMemory).AttributeUnlessZero("heads", Heads)
            .Attribute("primary", Primary ? "yes" : null);
        Acceleration?.Format(output);
        if (ResolutionX is { } width)
        {
            output.Start("resolution");
            if (width != 0 && ResolutionY is > 0)
            {
                output.Attribute("x", (ulong?)width).Attribute("y", (ulong?)ResolutionY);
            }

            output.End();
        }

        output.End();
        FormatInfo(output);
        output.End();
    }

    private static uint Number(
        Element? model, string name, VirErrorNumber code = VirErrorNumber.VIR_ERR_XML_ERROR) =>
        model?.Attribute(name) switch
        {
            null or "" => 0,
            var text when Numbers.TryUInt(text, 10, out var value) => value,
            var text => throw XmlError.Domain(code, $"cannot parse video {name} '{text}'"),
        };
}
