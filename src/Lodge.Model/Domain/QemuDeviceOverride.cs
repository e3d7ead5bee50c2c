using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>Properties of one device that a person says otherwise (<c>qemu:device</c>).</summary>
public sealed class QemuDeviceOverride
{
    /// <summary>The device's alias.</summary>
    public required string Alias { get; set; }

    /// <summary>Names, types and values.</summary>
    public List<(string Name, string Type, string? Value)> Properties { get; } = [];

    internal static QemuDeviceOverride Parse(Element element, string[] types)
    {
        var entry = new QemuDeviceOverride
        {
            Alias = element.Attribute("alias") ?? throw Refuse("missing 'alias' attribute for qemu:device"),
        };
        foreach (var frontend in element.Children)
        {
            if (frontend.NamespaceUri != QemuExtras.Namespace || frontend.Name != "frontend")
            {
                continue;
            }

            foreach (var property in frontend.Children)
            {
                entry.Properties.Add(ParseProperty(property, types));
            }
        }

        return entry;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("qemu:device").Attribute("alias", Alias).Start("qemu:frontend");
        foreach (var (name, type, value) in Properties)
        {
            output.Start("qemu:property").Attribute("name", name).Attribute("type", type)
                .Attribute("value", value).End();
        }

        output.End().End();
    }

    private static (string Name, string Type, string? Value) ParseProperty(Element property, string[] types)
    {
        var name = property.Attribute("name") ?? throw Refuse("missing 'name' attribute for qemu:property");
        if (name == "id")
        {
            throw Refuse("property with name 'id' can't be overridden");
        }

        var type = property.Required("type");
        if (!types.Contains(type))
        {
            throw property.Invalid("type", type, ".");
        }

        var value = property.Attribute("value");
        var valid = type switch
        {
            "remove" => true,
            _ when value is null => throw Refuse("missing 'value' attribute for 'qemu:property'"),
            "signed" => Numbers.TryLong(value, 10, out _),
            "unsigned" => Numbers.TryULong(value, 10, out _),
            "bool" => value is "true" or "false" or "yes" or "no",
            _ => true,
        };
        return valid ? (name, type, value) : throw Refuse(
            $"invalid value '{value}' of 'value' attribute of 'qemu:property'");
    }

    private static VirException Refuse(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail);
}
