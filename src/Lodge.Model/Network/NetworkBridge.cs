using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>The bridge of a network (<c>&lt;bridge&gt;</c>).</summary>
public sealed record NetworkBridge
{
    /// <summary>Its name; null where one is to be found, or where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>The zone of firewalld it belongs to.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it takes part in the spanning tree protocol.</summary>
    public bool IsStp { get; init; } = true;

    /// <summary>Whether that was said at all.</summary>
    internal bool IsStpGiven { get; init; }

    /// <summary>Seconds for which a port listens before it forwards.</summary>
    public ulong Delay { get; init; }

    /// <summary>Who keeps its address table.</summary>
    public MacTableOwner MacTableOwner { get; init; }

    internal static NetworkBridge Parse(string network, Element? element)
    {
        if (element is null) return new NetworkBridge();
        var delay = 0UL;
        if (Text("delay") is { } number && !Numbers.TryULong(number, 10, out delay))
        {
            throw NetworkError.Xml($"Invalid delay value in network '{network}'");
        }

        var owner = MacTableOwner.Default;
        if (Text("macTableManager") is { } word
            && (!MacTableOwnerNames.Table.TryParse(word, out owner) || owner == MacTableOwner.Default))
        {
            throw NetworkError.Xml($"Invalid macTableManager setting '{word}' in network '{network}'");
        }

        return new NetworkBridge
        {
            Name = Text("name"),
            Zone = Text("zone"),
            IsStp = Text("stp") != "off",
            IsStpGiven = Text("stp") is not null,
            Delay = delay,
            MacTableOwner = owner,
        };

        string? Text(string name) => element.Attribute(name) is { Length: > 0 } value ? value : null;
    }

    internal void Format(XmlOutput output, bool isOwn)
    {
        if (!isOwn && Name is null && MacTableOwner == MacTableOwner.Default) return;
        output.Start("bridge").Attribute("name", Name).Attribute("zone", Zone);
        if (isOwn) output.Attribute("stp", IsStp ? "on" : "off").Attribute("delay", (ulong?)Delay);
        output.Named("macTableManager", MacTableOwner, MacTableOwnerNames.Table).End();
    }
}
