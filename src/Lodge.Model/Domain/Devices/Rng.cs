using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A random number generator (<c>&lt;rng&gt;</c>).</summary>
public sealed class Rng : Device
{
    /// <summary>The virtio flavour.</summary>
    public RngModel Model { get; set; }

    /// <summary>Most bytes of a period; 0 for no limit.</summary>
    public uint RateBytes { get; set; }

    /// <summary>Milliseconds of a period; 0 for a second.</summary>
    public uint RatePeriod { get; set; }

    /// <summary>Where the numbers come from.</summary>
    public RngBackend Backend { get; set; }

    /// <summary>The host's device.</summary>
    public string? File { get; set; }

    /// <summary>The way to an entropy gathering daemon.</summary>
    public CharacterSource? Source { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    internal static Rng Parse(Element element, DomainXmlParseOptions options)
    {
        var word = element.Attribute("model") ?? throw XmlError.Domain("missing RNG device model");
        var rng = new Rng
        {
            Model = RngModelNames.Table.TryParse(word, out var model)
                ? model
                : throw XmlError.Unsupported($"unknown RNG model '{word}'"),
            RateBytes = Rate(element, "bytes"),
        };
        rng.RatePeriod = rng.RateBytes > 0 ? Rate(element, "period") : 0;
        rng.ParseBackend(element, options);
        rng.ParseInfo(element, options);
        rng.Virtio = VirtioOptions.Parse(element.Child("driver"));
        return rng;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("rng").Attribute("model", Model.ToXml());
        if (RateBytes != 0)
        {
            output.Start("rate").Attribute("bytes", (ulong?)RateBytes).AttributeUnlessZero("period", RatePeriod).End();
        }

        output.Start("backend").Attribute("model", Backend.ToXml());
        switch (Backend)
        {
            case RngBackend.Random:
                output.EndText(File);
                break;
            case RngBackend.Egd:
                output.Attribute("type", Source?.Type.ToXml());
                Source?.Format(output, options);
                output.EndLong();
                break;
            default:
                output.End();
                break;
        }

        output.Start("driver");
        VirtioOptions.Format(output, Virtio);
        output.EndUnlessEmpty();
        FormatInfo(output);
        output.End();
    }

    private void ParseBackend(Element element, DomainXmlParseOptions options)
    {
        var backend = element.All("backend") is [var only] ? only : throw XmlError.Domain(
            "only one RNG backend is supported");
        var word = backend.Attribute("model") ?? throw XmlError.Domain("missing RNG device backend model");
        Backend = RngBackendNames.Table.TryParse(word, out var kind)
            ? kind
            : throw XmlError.Unsupported($"unknown RNG backend model '{word}'");
        switch (Backend)
        {
            case RngBackend.Random:
                File = backend.Text.Length > 0 ? backend.Text : null;
                break;
            case RngBackend.Egd:
                var type = backend.Attribute("type") ?? throw XmlError.Domain("missing EGD backend type");
                Source = new()
                {
                    Type = CharacterSourceTypeNames.Table.TryParse(type, out var source)
                        ? source
                        : throw XmlError.Unsupported($"unknown backend type '{type}' for egd"),
                };
                Source.Parse(backend, options, labels: false);
                break;
        }
    }

    private static uint Rate(Element element, string name) => element.ChildAttribute("rate", name) switch
    {
        null => 0,
        var text when Numbers.TryUInt(text, 10, out var value) => value,
        _ => throw XmlError.Domain($"invalid RNG rate {name} value"),
    };
}
