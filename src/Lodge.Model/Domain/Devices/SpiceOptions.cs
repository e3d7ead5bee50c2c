using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What is said of SPICE alone.</summary>
public sealed class SpiceOptions
{
    /// <summary>Whether channels are encrypted.</summary>
    public SpiceChannelMode DefaultMode { get; set; }

    /// <summary>Whether a single channel is.</summary>
    public SortedDictionary<SpiceChannelName, SpiceChannelMode> Channels { get; } = [];

    /// <summary>How images are compressed.</summary>
    public SpiceImageCompression Image { get; set; }

    /// <summary>When JPEG is used.</summary>
    public SpiceJpegCompression Jpeg { get; set; }

    /// <summary>When zlib is used.</summary>
    public SpiceZlibCompression Zlib { get; set; }

    /// <summary>Whether sound is compressed.</summary>
    public bool? Playback { get; set; }

    /// <summary>What is streamed as video.</summary>
    public SpiceStreamingMode Streaming { get; set; }

    /// <summary>Who moves the pointer.</summary>
    public MouseMode Mouse { get; set; }

    /// <summary>Whether the clipboard is shared.</summary>
    public bool? CopyPaste { get; set; }

    /// <summary>Whether files can be sent.</summary>
    public bool? FileTransfer { get; set; }

    internal void Parse(Element element)
    {
        foreach (var channel in element.All("channel"))
        {
            var name = channel.RequiredNamed("name", SpiceChannelNameNames.Table);
            Channels[name] = channel.RequiredNamed("mode", SpiceChannelModeNames.Table);
        }

        Image = Chosen(element, "image", "compression", SpiceImageCompressionNames.Table);
        Jpeg = Chosen(element, "jpeg", "compression", SpiceJpegCompressionNames.Table);
        Zlib = Chosen(element, "zlib", "compression", SpiceZlibCompressionNames.Table);
        Streaming = Chosen(element, "streaming", "mode", SpiceStreamingModeNames.Table);
        Mouse = Chosen(element, "mouse", "mode", MouseModeNames.Table);
        if (element.Child("playback") is { } playback)
        {
            playback.Required("compression");
            Playback = playback.OnOff("compression");
        }

        CopyPaste = Allowed(element, "clipboard", "copypaste");
        FileTransfer = Allowed(element, "filetransfer", "enable");
    }

    internal void Format(XmlOutput output, Graphics graphics)
    {
        foreach (var (name, mode) in Channels)
        {
            if (mode != SpiceChannelMode.Any)
            {
                output.Start("channel").Attribute("name", name.ToXml()).Attribute("mode", mode.ToXml()).End();
            }
        }

        output.Start("image").Named("compression", Image, SpiceImageCompressionNames.Table).EndUnlessEmpty();
        output.Start("jpeg").Named("compression", Jpeg, SpiceJpegCompressionNames.Table).EndUnlessEmpty();
        output.Start("zlib").Named("compression", Zlib, SpiceZlibCompressionNames.Table).EndUnlessEmpty();
        output.Start("playback").OnOff("compression", Playback).EndUnlessEmpty();
        output.Start("streaming").Named("mode", Streaming, SpiceStreamingModeNames.Table).EndUnlessEmpty();
        output.Start("mouse").Named("mode", Mouse, MouseModeNames.Table).EndUnlessEmpty();
        output.Start("clipboard").YesNo("copypaste", CopyPaste).EndUnlessEmpty();
        output.Start("filetransfer").YesNo("enable", FileTransfer).EndUnlessEmpty();
        if (graphics.Gl is { } gl)
        {
            output.Start("gl").YesNo("enable", gl).Attribute("rendernode", graphics.RenderNode).End();
        }
    }

    private static T Chosen<T>(Element element, string child, string attribute, XmlNames<T> names)
        where T : struct, Enum =>
        element.Child(child) is { } found ? found.RequiredNamed(attribute, names, nonZero: true) : default;

    private static bool? Allowed(Element element, string child, string attribute)
    {
        var found = element.Child(child);
        found?.Required(attribute);
        return found?.YesNo(attribute);
    }
}
