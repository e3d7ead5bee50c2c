using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Sound cards.</summary>
internal static class Sounds
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var sound in writer.Definition.Sounds)
        {
            if (sound.Model == SoundModel.Pcspk)
            {
                writer.Command.Add("-soundhw", "pcspk");
                continue;
            }

            var backend = Audios.Id(writer.Definition, sound.AudioId);
            var hasCodecs = sound.Model is SoundModel.Ich6 or SoundModel.Ich9;
            writer.AddDevice(QemuProperties.Device(Driver(sound.Model))
                .Add("id", sound.Alias)
                .Add("audiodev", hasCodecs ? null : backend)
                .AddAddress(sound, writer.Scope));
            if (hasCodecs) AddCodecs(writer, sound, backend);
        }
    }

    private static void AddCodecs(CommandLineWriter writer, Sound sound, string backend)
    {
        List<SoundCodecType> codecs = sound.Codecs.Count == 0 ? [SoundCodecType.Duplex] : sound.Codecs;
        for (var i = 0; i < codecs.Count; i++)
        {
            writer.AddDevice(QemuProperties.Device(CodecDriver(codecs[i]))
                .Add("id", string.Create(CultureInfo.InvariantCulture, $"{sound.Alias}-codec{i}"))
                .Add("bus", sound.Alias + ".0")
                .Add("cad", i)
                .Add("audiodev", backend));
        }
    }

    private static string Driver(SoundModel model) => model switch
    {
        SoundModel.Es1370 => "ES1370",
        SoundModel.Ac97 => "AC97",
        SoundModel.Ich6 => "intel-hda",
        SoundModel.Usb => "usb-audio",
        SoundModel.Ich9 => "ich9-intel-hda",
        SoundModel.Sb16 => "sb16",
        _ => throw ConfigurationError.Unsupported($"sound card model '{model.ToXml()}' is not supported by qemu"),
    };

    private static string CodecDriver(SoundCodecType codec) => codec switch
    {
        SoundCodecType.Micro => "hda-micro",
        SoundCodecType.Output => "hda-output",
        _ => "hda-duplex",
    };
}
