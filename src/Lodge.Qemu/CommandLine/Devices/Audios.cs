using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>What plays and records the guest's sound on the host.</summary>
/// <remarks>Source: QEMU QAPI <c>audio.json</c>, <c>Audiodev</c>.</remarks>
internal static class Audios
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var audio in writer.Definition.Audios)
        {
            if (audio.Type == AudioType.Sdl && audio.SdlDriver != SdlAudioDriver.None)
            {
                writer.Command.SetEnvironment("SDL_AUDIODRIVER", audio.SdlDriver.ToXml());
            }

            writer.Command.Add("-audiodev", Properties(audio));
        }
    }

    /// <summary>QEMU's name of what a card or display plays through.</summary>
    public static string Id(DomainDefinition definition, uint number)
    {
        var audio = number == 0
            ? definition.Audios.FirstOrDefault()
            : definition.Audios.FirstOrDefault(one => one.Id == number);
        return audio is null
            ? throw ConfigurationError.Internal("unable to find audio backend for sound device")
            : Id(audio);
    }

    private static string Id(Audio audio) => "audio" + audio.Id.ToString(CultureInfo.InvariantCulture);

    private static QemuProperties Properties(Audio audio)
    {
        var properties = new QemuProperties()
            .Add("id", Id(audio))
            .Add("driver", Driver(audio.Type))
            .AddNonZero("timer-period", audio.TimerPeriod);
        switch (audio.Type)
        {
            case AudioType.Oss:
                properties
                    .Add("try-mmap", audio.TryMemoryMap)
                    .Add("exclusive", audio.Exclusive)
                    .Add("dsp-policy", audio.DspPolicy);
                break;
            case AudioType.Pulseaudio:
                properties.Add("server", audio.ServerName);
                break;
            case AudioType.File:
                properties.Add("path", audio.Path);
                break;
        }

        return properties.Add("in", Stream(audio.Type, audio.Input)).Add("out", Stream(audio.Type, audio.Output));
    }

    private static QemuProperties? Stream(AudioType type, AudioStream stream)
    {
        var isFixed = stream.FixedSettings == true;
        var properties = new QemuProperties()
            .Add("mixing-engine", stream.MixingEngine)
            .Add("fixed-settings", stream.FixedSettings)
            .AddNonZero("voices", stream.Voices)
            .AddNonZero("buffer-length", stream.BufferLength)
            .AddNonZero("frequency", isFixed ? stream.Frequency : 0)
            .AddNonZero("channels", isFixed ? stream.Channels : 0)
            .Add("format", isFixed && stream.SampleFormat != AudioFormat.None ? stream.SampleFormat.ToXml() : null);
        AddOwn(type, stream, properties);
        return properties.Items.Count == 0 ? null : properties;
    }

    private static void AddOwn(AudioType type, AudioStream stream, QemuProperties properties)
    {
        switch (type)
        {
            case AudioType.Alsa:
                properties.Add("dev", stream.Device);
                break;
            case AudioType.Coreaudio or AudioType.Sdl:
                properties.AddNonZero("buffer-count", stream.BufferCount);
                break;
            case AudioType.Jack:
                properties
                    .Add("server-name", stream.ServerName)
                    .Add("client-name", stream.ClientName)
                    .Add("connect-ports", stream.ConnectPorts)
                    .Add("exact-name", stream.ExactName);
                break;
            case AudioType.Oss:
                properties
                    .Add("dev", stream.Device)
                    .AddNonZero("buffer-count", stream.BufferCount)
                    .Add("try-poll", stream.TryPoll);
                break;
            case AudioType.Pulseaudio:
                properties
                    .Add("name", stream.Name)
                    .Add("stream-name", stream.StreamName)
                    .AddNonZero("latency", stream.Latency);
                break;
        }
    }

    private static string Driver(AudioType type) => type switch
    {
        AudioType.Pulseaudio => "pa",
        AudioType.File => "wav",
        _ => type.ToXml(),
    };
}
