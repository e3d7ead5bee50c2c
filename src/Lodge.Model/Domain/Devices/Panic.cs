using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the guest tells of its panic (<c>&lt;panic&gt;</c>).</summary>
public sealed class Panic : Device
{
    /// <summary>The kind of device.</summary>
    public PanicModel Model { get; set; }

    internal static Panic Parse(Element element, DomainXmlParseOptions options)
    {
        var panic = new Panic();
        panic.ParseInfo(element, options);
        if (element.Attribute("model") is { } word)
        {
            panic.Model = PanicModelNames.Table.TryParse(word, out var model)
                ? model
                : throw XmlError.Unsupported($"unknown panic model '{word}'");
        }

        return panic;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("panic").Named("model", Model, PanicModelNames.Table);
        FormatInfo(output);
        output.EndUnlessEmpty();
    }
}
