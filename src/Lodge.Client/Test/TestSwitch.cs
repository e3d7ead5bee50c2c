namespace Lodge.Client.Test;

/// <summary>A thing that can be on or off: the default network, a pool.</summary>
internal sealed class TestSwitch
{
    public bool IsActive { get; set; } = true;

    public bool HasAutostart { get; set; }

    /// <summary>Whether list flags want it; in libvirt the bits of networks and of pools mean the same.</summary>
    public bool Matches(uint flags) =>
        Passes(flags, 0, 1, IsActive) && Passes(flags, 2, 3, false) && Passes(flags, 4, 5, !HasAutostart);

    // Bits come in pairs: inactive/active, persistent/transient, autostart or not.
    private static bool Passes(uint flags, int first, int second, bool isSecond)
    {
        var pair = (flags >> first) & 1 | ((flags >> second) & 1) << 1;
        return pair == 0 || (pair & (isSecond ? 2u : 1u)) != 0;
    }
}
