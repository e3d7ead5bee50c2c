using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>What a person tells QEMU past the model (<c>qemu:commandline</c>, <c>qemu:override</c>).</summary>
internal static class QemuNamespaceOptions
{
    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.QemuExtras is not { } extras) return;
        foreach (var argument in extras.Arguments)
        {
            writer.Command.Add(argument);
        }

        foreach (var (name, value) in extras.Environment)
        {
            writer.Command.SetEnvironment(name, value ?? "");
        }
    }

    /// <summary>Changes a device's properties as the guest's definition wants it.</summary>
    public static void Override(QemuProperties properties, DomainDefinition definition)
    {
        if (definition.QemuExtras is not { Overrides.Count: > 0 } extras) return;
        if (properties.FindText("id") is not { } alias) return;
        foreach (var (name, type, value) in extras.Overrides
            .Where(device => device.Alias == alias)
            .SelectMany(device => device.Properties))
        {
            properties.Remove(name);
            if (type != "remove") properties.AddValue(name, Value(type, value!));
        }
    }

    private static PropertyValue Value(string type, string text) => type switch
    {
        "signed" => long.Parse(text, CultureInfo.InvariantCulture),
        "unsigned" => ulong.Parse(text, CultureInfo.InvariantCulture),
        "bool" => text is "true" or "yes",
        _ => text,
    };
}
