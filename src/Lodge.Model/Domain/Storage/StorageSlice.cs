using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The part of a file or device that a disk uses.</summary>
public sealed class StorageSlice
{
    /// <summary>Where it begins, in bytes.</summary>
    public ulong Offset { get; set; }

    /// <summary>How long it is, in bytes.</summary>
    public ulong Size { get; set; }

    internal static StorageSlice? Parse(Element source)
    {
        var slice = source.Child("slices")?.All("slice").Find(slice => slice.Attribute("type") == "storage");
        return slice is null ? null : new() { Offset = Number(slice, "offset"), Size = Number(slice, "size") };
    }

    internal void Format(XmlOutput output) => output.Start("slices").Start("slice").Attribute("type", "storage")
        .Attribute("offset", (ulong?)Offset).Attribute("size", (ulong?)Size).End().End();

    private static ulong Number(Element slice, string name)
    {
        var text = slice.Attribute(name) ?? throw XmlError.Domain("missing offset or size attribute of slice");
        return Numbers.TryULong(text, 10, out var value)
            ? value
            : throw XmlError.Domain($"malformed value '{text}' of '{name}' attribute of slice");
    }
}
