using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A lease that a lock manager holds for the guest (<c>&lt;lease&gt;</c>).</summary>
public sealed class Lease
{
    /// <summary>The lock space.</summary>
    public string? Lockspace { get; set; }

    /// <summary>The lease's name in it.</summary>
    public required string Key { get; set; }

    /// <summary>The file that holds it.</summary>
    public required string Path { get; set; }

    /// <summary>Where in the file, in bytes.</summary>
    public ulong Offset { get; set; }

    internal static Lease Parse(Element element)
    {
        var target = element.Child("target");
        return new()
        {
            Lockspace = element.ChildText("lockspace"),
            Key = element.ChildText("key") ?? throw XmlError.Domain("Missing 'key' element for lease"),
            Path = target?.Attribute("path") ?? throw XmlError.Domain("Missing 'target' element for lease"),
            Offset = target.Attribute("offset") switch
            {
                null => 0,
                var text when Numbers.TryULong(text, 10, out var offset) => offset,
                var text => throw XmlError.Domain($"Malformed lease target offset {text}"),
            },
        };
    }

    internal void Format(XmlOutput output) => output.Start("lease").Text("lockspace", Lockspace).Text("key", Key)
        .Start("target").Attribute("path", Path).AttributeUnlessZero("offset", Offset).End().End();
}
