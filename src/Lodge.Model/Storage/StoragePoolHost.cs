using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>A server that a pool's source is on.</summary>
/// <param name="Name">Its name or address.</param>
/// <param name="Port">The port; 0 for the protocol's own.</param>
public sealed record StoragePoolHost(string Name, int Port = 0)
{
    internal static StoragePoolHost Parse(Element element) => new(
        element.Attribute("name") ?? throw StorageError.Xml("missing storage pool host name"),
        element.Int("port") ?? 0);

    internal void Format(XmlOutput output) =>
        output.Start("host").Attribute("name", Name).Attribute("port", Port == 0 ? null : (long?)Port).End();
}
