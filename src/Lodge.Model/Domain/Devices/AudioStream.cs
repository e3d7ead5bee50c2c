using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>One direction of a sound back-end.</summary>
public sealed class AudioStream
{
    /// <summary>Whether QEMU mixes and resamples.</summary>
    public bool? MixingEngine { get; set; }

    /// <summary>Whether the settings below hold for the host.</summary>
    public bool? FixedSettings { get; set; }

    /// <summary>Voices at once; 0 for QEMU's own.</summary>
    public uint Voices { get; set; }

    /// <summary>Microseconds of buffer; 0 for QEMU's own.</summary>
    public uint BufferLength { get; set; }

    /// <summary>Samples a second; 0 for QEMU's own.</summary>
    public uint Frequency { get; set; }

    /// <summary>Channels; 0 for QEMU's own.</summary>
    public uint Channels { get; set; }

    /// <summary>The form of a sample.</summary>
    public AudioFormat SampleFormat { get; set; }

    /// <summary>The device (ALSA, OSS).</summary>
    public string? Device { get; set; }

    /// <summary>Buffers (Core Audio, OSS, SDL); 0 for QEMU's own.</summary>
    public uint BufferCount { get; set; }

    /// <summary>Jack's server.</summary>
    public string? ServerName { get; set; }

    /// <summary>The name to have on Jack.</summary>
    public string? ClientName { get; set; }

    /// <summary>Jack's ports to connect to.</summary>
    public string? ConnectPorts { get; set; }

    /// <summary>Whether Jack may change the name.</summary>
    public bool? ExactName { get; set; }

    /// <summary>Whether OSS is polled.</summary>
    public bool? TryPoll { get; set; }

    /// <summary>The device of PulseAudio.</summary>
    public string? Name { get; set; }

    /// <summary>The name to have on PulseAudio.</summary>
    public string? StreamName { get; set; }

    /// <summary>Microseconds of latency of PulseAudio; 0 for QEMU's own.</summary>
    public uint Latency { get; set; }

    internal static AudioStream Parse(Element? element, AudioType type)
    {
        if (element is null)
        {
            return new();
        }

        var stream = new AudioStream
        {
            MixingEngine = element.YesNo("mixingEngine"),
            FixedSettings = element.YesNo("fixedSettings"),
        };
        if (stream is { FixedSettings: true, MixingEngine: not true })
        {
            throw XmlError.Unsupported("fixed audio settings requires mixing engine");
        }

        stream.Voices = element.UInt("voices", nonZero: true) ?? 0;
        stream.BufferLength = element.UInt("bufferLength", nonZero: true) ?? 0;
        if (element.Child("settings") is { } settings)
        {
            if (stream.FixedSettings != true)
            {
                throw XmlError.Unsupported("audio settings specified without fixed settings flag");
            }

            stream.Frequency = settings.UInt("frequency", nonZero: true) ?? 0;
            stream.Channels = settings.UInt("channels", nonZero: true) ?? 0;
            stream.SampleFormat = settings.Named("format", AudioFormatNames.Table, nonZero: true);
        }

        stream.ParseBackend(element, type);
        return stream;
    }

    internal void Format(XmlOutput output, string direction)
    {
        output.Start(direction).YesNo("mixingEngine", MixingEngine).YesNo("fixedSettings", FixedSettings)
            .AttributeUnlessZero("voices", Voices).AttributeUnlessZero("bufferLength", BufferLength)
            .Attribute("serverName", ServerName).Attribute("clientName", ClientName)
            .Attribute("connectPorts", ConnectPorts)
            .YesNo("exactName", ExactName).Attribute("dev", Device).AttributeUnlessZero("bufferCount", BufferCount)
            .YesNo("tryPoll", TryPoll).Attribute("name", Name).Attribute("streamName", StreamName)
            .AttributeUnlessZero("latency", Latency);
        if (FixedSettings == true)
        {
            output.Start("settings").AttributeUnlessZero("frequency", Frequency)
                .AttributeUnlessZero("channels", Channels).Named("format", SampleFormat, AudioFormatNames.Table).End();
        }

        output.EndUnlessEmpty();
    }

    private void ParseBackend(Element element, AudioType type)
    {
        switch (type)
        {
            case AudioType.Alsa:
                Device = element.Attribute("dev");
                break;
            case AudioType.Coreaudio or AudioType.Sdl:
                BufferCount = element.UInt("bufferCount") ?? 0;
                break;
            case AudioType.Jack:
                (ServerName, ClientName) = (element.Attribute("serverName"), element.Attribute("clientName"));
                (ConnectPorts, ExactName) = (element.Attribute("connectPorts"), element.YesNo("exactName"));
                break;
            case AudioType.Oss:
                (Device, TryPoll) = (element.Attribute("dev"), element.YesNo("tryPoll"));
                BufferCount = element.UInt("bufferCount") ?? 0;
                break;
            case AudioType.Pulseaudio:
                (Name, StreamName) = (element.Attribute("name"), element.Attribute("streamName"));
                Latency = element.UInt("latency") ?? 0;
                break;
        }
    }
}
