namespace Lodge.Host.Kvm;

/// <summary>The ioctl numbers of <c>&lt;linux/kvm.h&gt;</c> that the probe uses.</summary>
internal static class KvmRequests
{
    public const nuint GetApiVersion = 0xAE00;
    public const nuint CreateVm = 0xAE01;
    public const nuint CheckExtension = 0xAE03;
    public const nuint GetVcpuMmapSize = 0xAE04;
    public const nuint GetSupportedCpuid = 0xC008AE05;
    public const nuint CreateVcpu = 0xAE41;
    public const nuint SetUserMemoryRegion = 0x4020AE46;
    public const nuint Run = 0xAE80;
    public const nuint GetRegs = 0x8090AE81;
    public const nuint SetRegs = 0x4090AE82;
    public const nuint GetSregs = 0x8138AE83;
    public const nuint SetSregs = 0x4138AE84;
    public const nuint SetSignalMask = 0x4004AE8B;
    public const nuint SetCpuid2 = 0x4008AE90;

    /// <summary>The only version of the interface there is.</summary>
    public const int ApiVersion = 12;

    public const uint ExitIo = 2;
    public const uint ExitHlt = 5;
    public const uint ExitShutdown = 8;
    public const uint ExitFailEntry = 9;
    public const uint ExitInternalError = 17;
}
