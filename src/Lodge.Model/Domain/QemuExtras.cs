using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>What a person tells QEMU past libvirt's model (<c>qemu:commandline</c>, <c>qemu:override</c> …).</summary>
public sealed class QemuExtras
{
    /// <summary>The namespace of the elements.</summary>
    public const string Namespace = "http://libvirt.org/schemas/domain/qemu/1.0";

    private static readonly string[] PropertyTypes = ["string", "signed", "unsigned", "bool", "remove"];

    /// <summary>Further arguments.</summary>
    public List<string> Arguments { get; } = [];

    /// <summary>Further variables of the environment.</summary>
    public List<KeyValuePair<string, string?>> Environment { get; } = [];

    /// <summary>Capabilities that QEMU shall be believed to have.</summary>
    public List<string> AddedCapabilities { get; } = [];

    /// <summary>Capabilities that QEMU shall be believed to lack.</summary>
    public List<string> RemovedCapabilities { get; } = [];

    /// <summary>Properties of devices that are said otherwise.</summary>
    public List<QemuDeviceOverride> Overrides { get; } = [];

    /// <summary>
    /// What QEMU does with deprecated features: <c>omit</c>, <c>reject</c>, <c>crash</c> or <c>none</c>; null for the
    /// daemon's own choice.
    /// </summary>
    public string? DeprecationBehavior { get; set; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Arguments.Count + Environment.Count + AddedCapabilities.Count
        + RemovedCapabilities.Count + Overrides.Count == 0 && DeprecationBehavior is null;

    internal static QemuExtras? Parse(Element domain)
    {
        var extras = new QemuExtras();
        foreach (var element in domain.Children)
        {
            if (element.NamespaceUri == Namespace)
            {
                extras.DeprecationBehavior ??= element.Name == "deprecation" ? element.Attribute("behavior") : null;
                extras.ParseElement(element);
            }
        }

        return extras.IsEmpty ? null : extras;
    }

    internal void Format(XmlOutput output)
    {
        if (Arguments.Count + Environment.Count > 0)
        {
            output.Start("qemu:commandline");
            Arguments.ForEach(argument => output.Start("qemu:arg").Attribute("value", argument).End());
            Environment.ForEach(
                pair => output.Start("qemu:env").Attribute("name", pair.Key).Attribute("value", pair.Value).End());
            output.End();
        }

        if (AddedCapabilities.Count + RemovedCapabilities.Count > 0)
        {
            output.Start("qemu:capabilities");
            AddedCapabilities.ForEach(name => output.Start("qemu:add").Attribute("capability", name).End());
            RemovedCapabilities.ForEach(name => output.Start("qemu:del").Attribute("capability", name).End());
            output.End();
        }

        if (Overrides.Count > 0)
        {
            output.Start("qemu:override");
            Overrides.ForEach(entry => entry.Format(output));
            output.End();
        }

        output.Start("qemu:deprecation").Attribute("behavior", DeprecationBehavior).EndUnlessEmpty();
    }

    private void ParseElement(Element element)
    {
        foreach (var child in element.Children)
        {
            if (child.NamespaceUri != Namespace)
            {
                continue;
            }

            switch (element.Name, child.Name)
            {
                case ("commandline", "arg"):
                    Arguments.Add(child.Attribute("value") ?? throw Missing("No qemu command-line argument specified"));
                    break;
                case ("commandline", "env"):
                    Environment.Add(new(VariableName(child.Attribute("name")), child.Attribute("value")));
                    break;
                case ("capabilities", "add"):
                    AddedCapabilities.Add(child.Attribute("capability") ?? throw Missing("missing capability name"));
                    break;
                case ("capabilities", "del"):
                    RemovedCapabilities.Add(child.Attribute("capability") ?? throw Missing("missing capability name"));
                    break;
                case ("override", "device"):
                    Overrides.Add(QemuDeviceOverride.Parse(child, PropertyTypes));
                    break;
            }
        }
    }

    private static string VariableName(string? name)
    {
        if (name is null)
        {
            throw Missing("No qemu environment name specified");
        }

        if (name.Length == 0 || !(char.IsAsciiLetter(name[0]) || name[0] == '_'))
        {
            throw Missing("Invalid environment name, it must begin with a letter or underscore");
        }

        return name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
            ? name
            : throw Missing("Invalid environment name, it must contain only alphanumerics and underscore");
    }

    private static VirException Missing(string detail) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail);
}
