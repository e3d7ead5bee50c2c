namespace Lodge.Qemu.CommandLine.Characters;

/// <summary>What can go over a channel of SPICE's protocol (QEMU <c>spicevmc</c>).</summary>
internal static class SpiceChannels
{
    public const string Agent = "vdagent";
    public const string UsbRedirection = "usbredir";
    public const string Smartcard = "smartcard";
}
