namespace Lodge.Host.Interfaces;

/// <summary>An interface, and whether it works.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mac">Its hardware address; empty where it has none.</param>
/// <param name="State">Its state in the words of RFC 2863.</param>
public sealed record InterfaceState(string Name, string Mac, string State)
{
    /// <summary>Whether it is up: neither down nor of a kind that does not say.</summary>
    public bool IsActive => State == "up";

    /// <summary>Whether it is down, and says so.</summary>
    public bool IsDown => State == "down";
}
