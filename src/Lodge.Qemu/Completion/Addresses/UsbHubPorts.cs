namespace Lodge.Qemu.Completion.Addresses;

/// <summary>The ports of a USB controller or hub, and the hubs on them.</summary>
internal sealed class UsbHubPorts(int count)
{
    private readonly bool[] _used = new bool[count];
    private readonly UsbHubPorts?[] _hubs = new UsbHubPorts?[count];

    public int Count => count;

    public bool IsUsed(int port) => _used[port - 1];

    public UsbHubPorts? Hub(int port) => _hubs[port - 1];

    public void Take(int port) => _used[port - 1] = true;

    public void Plug(int port, UsbHubPorts hub)
    {
        _used[port - 1] = true;
        _hubs[port - 1] = hub;
    }

    /// <summary>The way to a free port, on this hub or else on one below; null where there is none.</summary>
    public string? FindFree(int depthLeft)
    {
        var free = Array.IndexOf(_used, false);
        if (free >= 0)
        {
            return (free + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        for (var index = 0; depthLeft > 1 && index < count; index++)
        {
            if (_hubs[index]?.FindFree(depthLeft - 1) is { } below)
            {
                return $"{index + 1}.{below}";
            }
        }

        return null;
    }
}
