using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What plays and records the guest's sound on the host (<c>&lt;audio&gt;</c>).</summary>
public sealed class Audio
{
    /// <summary>The kind of back-end.</summary>
    public AudioType Type { get; set; }

    /// <summary>Its number, by which sound cards name it.</summary>
    public uint Id { get; set; }

    /// <summary>Microseconds between looks at the device; 0 for QEMU's own.</summary>
    public uint TimerPeriod { get; set; }

    /// <summary>Recording.</summary>
    public AudioStream Input { get; set; } = new();

    /// <summary>Playing.</summary>
    public AudioStream Output { get; set; } = new();

    /// <summary>Whether OSS maps its memory.</summary>
    public bool? TryMemoryMap { get; set; }

    /// <summary>Whether OSS has its device alone.</summary>
    public bool? Exclusive { get; set; }

    /// <summary>The timing policy of OSS.</summary>
    public int? DspPolicy { get; set; }

    /// <summary>PulseAudio's server.</summary>
    public string? ServerName { get; set; }

    /// <summary>The driver below SDL.</summary>
    public SdlAudioDriver SdlDriver { get; set; }

    /// <summary>The file that sound is written to.</summary>
    public string? Path { get; set; }

    internal static Audio Parse(Element element)
    {
        var type = element.RequiredNamed("type", AudioTypeNames.Table);
        element.Required("id");
        var audio = new Audio
        {
            Type = type,
            Id = element.UInt("id", nonZero: true) ?? 0,
            TimerPeriod = element.UInt("timerPeriod", nonZero: true) ?? 0,
        };
        audio.Input = AudioStream.Parse(element.Child("input"), type);
        audio.Output = AudioStream.Parse(element.Child("output"), type);
        switch (type)
        {
            case AudioType.Oss:
                (audio.TryMemoryMap, audio.Exclusive) = (element.YesNo("tryMMap"), element.YesNo("exclusive"));
                audio.DspPolicy = element.Int("dspPolicy");
                if (audio.DspPolicy < 0)
                {
                    throw XmlError.Domain($"cannot parse 'dspPolicy' value '{audio.DspPolicy}'");
                }

                break;
            case AudioType.Pulseaudio:
                audio.ServerName = element.Attribute("serverName");
                break;
            case AudioType.Sdl:
                audio.SdlDriver = element.Named("driver", SdlAudioDriverNames.Table, nonZero: true);
                break;
            case AudioType.File:
                audio.Path = element.Attribute("path");
                break;
        }

        return audio;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("audio").Attribute("id", (ulong?)Id).Attribute("type", Type.ToXml())
            .AttributeUnlessZero("timerPeriod", TimerPeriod).YesNo("tryMMap", TryMemoryMap)
            .YesNo("exclusive", Exclusive)
            .Attribute("dspPolicy", (long?)DspPolicy).Attribute("serverName", ServerName)
            .Named("driver", SdlDriver, SdlAudioDriverNames.Table).Attribute("path", Path);
        Input.Format(output, "input");
        Output.Format(output, "output");
        output.End();
    }
}
