namespace Lodge.Host.Kvm;

/// <summary>What came of running a few instructions in a 64-bit virtual CPU.</summary>
public enum KvmVerdict
{
    /// <summary>They ran at the speed of the processor.</summary>
    Works,

    /// <summary>This is not an x86_64 machine; the probe knows no other.</summary>
    OtherArchitecture,

    /// <summary>There is no /dev/kvm.</summary>
    NoDevice,

    /// <summary>/dev/kvm is there and this user may not open it.</summary>
    NoAccess,

    /// <summary>/dev/kvm opens, and no virtual machine or CPU can be made.</summary>
    NoVirtualMachine,

    /// <summary>A virtual CPU has no 64-bit mode, or does not enter it.</summary>
    NoLongMode,

    /// <summary>The kernel interprets the instructions one by one: a guest would take hours to start.</summary>
    Emulated,

    /// <summary>The virtual CPU never came back, and used no processor time.</summary>
    Hangs,
}
