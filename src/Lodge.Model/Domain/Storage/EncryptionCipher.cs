using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The cipher of a LUKS volume.</summary>
public sealed class EncryptionCipher
{
    /// <summary>The cipher.</summary>
    public string? Name { get; set; }

    /// <summary>Bits of its key.</summary>
    public uint Size { get; set; }

    /// <summary>Its mode.</summary>
    public string? Mode { get; set; }

    /// <summary>Its hash.</summary>
    public string? Hash { get; set; }

    /// <summary>The generator of initialization vectors.</summary>
    public string? IvName { get; set; }

    /// <summary>The hash of that generator.</summary>
    public string? IvHash { get; set; }

    internal static EncryptionCipher Parse(Element cipher, Element? generator)
    {
        cipher.Required("size");
        return new()
        {
            Name = cipher.Attribute("name") ?? throw XmlError.Domain("cipher info missing 'name' attribute"),
            Size = cipher.UInt("size") ?? 0,
            Mode = cipher.Attribute("mode"),
            Hash = cipher.Attribute("hash"),
            IvName = generator is null ? null
                : generator.Attribute("name") ?? throw XmlError.Domain("missing ivgen info name string"),
            IvHash = generator?.Attribute("hash"),
        };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("cipher").Attribute("name", Name).Attribute("size", (ulong?)Size)
            .Attribute("mode", Mode).Attribute("hash", Hash).End();
        output.Start("ivgen").Attribute("name", IvName).Attribute("hash", IvHash).EndUnlessEmpty();
    }
}
