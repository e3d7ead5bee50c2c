using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// The firmware that a guest boots with, and its variables (<c>&lt;loader&gt;</c>, <c>&lt;nvram&gt;</c>).
/// </summary>
public sealed class Loader
{
    /// <summary>The firmware.</summary>
    public string? Path { get; set; }

    /// <summary>Whether the guest may not write it.</summary>
    public bool? Readonly { get; set; }

    /// <summary>Whether it enforces secure boot.</summary>
    public bool? Secure { get; set; }

    /// <summary>How it is mapped.</summary>
    public LoaderType Type { get; set; }

    /// <summary>Whether it keeps no variables.</summary>
    public bool? Stateless { get; set; }

    /// <summary>Where its variables are kept.</summary>
    public StorageSource? Nvram { get; set; }

    /// <summary>Whether the variables are written as a source, as newer XML does.</summary>
    public bool NvramIsSource { get; set; }

    /// <summary>What the variables start from.</summary>
    public string? NvramTemplate { get; set; }

    internal static Loader? Parse(Element os, DomainXmlParseOptions options)
    {
        var (element, nvram) = (os.Child("loader"), os.Child("nvram"));
        if (element is null && nvram is null)
        {
            return null;
        }

        var loader = new Loader();
        if (nvram is not null)
        {
            loader.ParseNvram(nvram, options);
        }

        if (element is not null)
        {
            loader.Readonly = element.YesNo("readonly");
            loader.Type = element.Named("type", LoaderTypeNames.Table, nonZero: true);
            loader.Path = element.Text.Length > 0 ? element.Text : null;
            loader.Secure = element.YesNo("secure");
            loader.Stateless = element.YesNo("stateless");
        }

        return loader;
    }

    internal void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("loader").YesNo("readonly", Readonly).YesNo("secure", Secure)
            .Named("type", Type, LoaderTypeNames.Table).YesNo("stateless", Stateless);
        _ = Path is null ? output.EndUnlessEmpty() : output.EndText(Path);
        output.Start("nvram").Attribute("template", NvramTemplate);
        if (Nvram is { } source && NvramIsSource)
        {
            output.Attribute("type", source.Type.ToXml());
            source.FormatElement(output, options);
            output.End();
        }
        else if (Nvram?.Path is { } path)
        {
            output.EndText(path);
        }
        else
        {
            output.EndUnlessEmpty();
        }
    }

    private void ParseNvram(Element nvram, DomainXmlParseOptions options)
    {
        NvramTemplate = nvram.Attribute("template");
        if (nvram.Attribute("type") is null)
        {
            if (nvram.Text.Length > 0)
            {
                Nvram = new() { Format = StorageFormat.Raw, Path = nvram.Text };
            }

            return;
        }

        Nvram = new() { Format = StorageFormat.Raw, Type = nvram.Named("type", StorageTypeNames.Table) };
        Nvram.Parse(nvram.Child("source") ?? throw XmlError.Domain("missing <source> element of <nvram>"), options);
        NvramIsSource = true;
    }
}
