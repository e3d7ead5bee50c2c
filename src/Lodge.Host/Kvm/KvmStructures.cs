using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lodge.Host.Kvm;

/// <summary><c>struct kvm_userspace_memory_region</c>.</summary>
internal struct KvmMemoryRegion
{
    public uint Slot;
    public uint Flags;
    public ulong GuestAddress;
    public ulong Size;
    public ulong HostAddress;
}

/// <summary><c>struct kvm_regs</c> of x86_64.</summary>
internal struct KvmRegisters
{
    public ulong Rax, Rbx, Rcx, Rdx, Rsi, Rdi, Rsp, Rbp;
    public ulong R8, R9, R10, R11, R12, R13, R14, R15;
    public ulong Rip, Rflags;
}

/// <summary><c>struct kvm_segment</c>.</summary>
internal struct KvmSegment
{
    public ulong Base;
    public uint Limit;
    public ushort Selector;
    public byte Type, Present, PrivilegeLevel, DefaultSize32, CodeOrData, LongMode, Granularity, Available, Unusable;
    private readonly byte _padding;
}

/// <summary><c>struct kvm_dtable</c>.</summary>
internal struct KvmTable
{
    public ulong Base;
    public ushort Limit;
    private readonly ushort _padding1, _padding2, _padding3;
}

/// <summary><c>struct kvm_sregs</c> of x86_64.</summary>
internal struct KvmSpecialRegisters
{
    public KvmSegment Cs, Ds, Es, Fs, Gs, Ss, Tr, Ldt;
    public KvmTable Gdt, Idt;
    public ulong Cr0, Cr2, Cr3, Cr4, Cr8, Efer, ApicBase;
    public ulong Interrupts1, Interrupts2, Interrupts3, Interrupts4;
}

/// <summary><c>struct kvm_cpuid_entry2</c>.</summary>
internal struct KvmCpuidEntry
{
    public uint Function, Index, Flags, Eax, Ebx, Ecx, Edx;
    private readonly uint _padding1, _padding2, _padding3;
}

/// <summary>The entries behind a <see cref="KvmCpuid"/>.</summary>
[InlineArray(256)]
internal struct KvmCpuidEntries
{
    private KvmCpuidEntry _first;
}

/// <summary><c>struct kvm_cpuid2</c> with room for every entry there can be.</summary>
internal struct KvmCpuid
{
    public uint Count;
    public uint Padding;
    public KvmCpuidEntries Entries;
}

/// <summary><c>struct kvm_signal_mask</c> with the kernel's 64 signals.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct KvmSignalMask
{
    public uint Length;
    public ulong Blocked;
}

/// <summary>The fields of <c>struct kvm_run</c> that the probe reads.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct KvmRun
{
    [FieldOffset(8)]
    public uint ExitReason;

    [FieldOffset(32)]
    public ulong HardwareReason;

    [FieldOffset(32)]
    public uint InternalSubError;

    [FieldOffset(34)]
    public ushort IoPort;

    [FieldOffset(40)]
    public ulong IoDataOffset;
}
