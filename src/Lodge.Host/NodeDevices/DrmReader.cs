using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>Nodes of graphics cards: 64 of each kind, by their minor number.</summary>
internal static class DrmReader
{
    private static readonly string[] Types = ["primary", "control", "render"];

    public static DrmCapability? Read(SysfsDevice device) =>
        device.NumberProperty("MINOR") is { } minor && minor >> 6 < Types.Length ? new(Types[minor >> 6]) : null;
}
