using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A sound card (<c>&lt;sound&gt;</c>).</summary>
public sealed class Sound : Device
{
    /// <summary>The kind of card.</summary>
    public SoundModel Model { get; set; }

    /// <summary>The codecs of an HD audio card.</summary>
    public List<SoundCodecType> Codecs { get; } = [];

    /// <summary>What plays its sound; 0 for the only one.</summary>
    public uint AudioId { get; set; }

    internal static Sound Parse(Element element, DomainXmlParseOptions options)
    {
        var sound = new Sound { Model = element.RequiredNamed("model", SoundModelNames.Table) };
        if (sound.Model is SoundModel.Ich6 or SoundModel.Ich9)
        {
            foreach (var codec in element.All("codec"))
            {
                var word = codec.Attribute("type");
                sound.Codecs.Add(SoundCodecTypeNames.Table.TryParse(word, out var type)
                    ? type
                    : throw XmlError.Unsupported($"unknown codec type '{word ?? "(null)"}'"));
            }
        }

        sound.AudioId = AudioReference(element);
        sound.ParseInfo(element, options);
        return sound;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("sound").Attribute("model", Model.ToXml());
        Codecs.ForEach(codec => output.Start("codec").Attribute("type", codec.ToXml()).End());
        FormatAudioReference(output, AudioId);
        FormatInfo(output);
        output.End();
    }

    internal static uint AudioReference(Element element)
    {
        var audio = element.Child("audio");
        audio?.Required("id");
        return audio?.UInt("id", nonZero: true) ?? 0;
    }

    internal static void FormatAudioReference(XmlOutput output, uint id) =>
        output.Start("audio").Attribute("id", id == 0 ? null : (ulong?)id).EndUnlessEmpty();
}
