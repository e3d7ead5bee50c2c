using System.Buffers.Binary;

namespace Lodge.Host.Kvm;

/// <summary>
/// A program of a few instructions for a 64-bit virtual CPU, with the page tables and registers it needs. It counts
/// down
/// in a loop (on a real processor a fraction of a millisecond), then writes the upper half of a 64-bit constant to a
/// port.
/// </summary>
internal static class LongModeProgram
{
    /// <summary>Bytes of guest memory the program needs, from address 0.</summary>
    public const int MemorySize = 0x10000;

    /// <summary>Rounds of the loop; each is two instructions.</summary>
    public const uint Rounds = 400_000;

    /// <summary>The port that the result is written to.</summary>
    public const ushort Port = 0x10;

    /// <summary>What a processor in 64-bit mode writes; in any other mode the bytes mean something else.</summary>
    public const uint Result = 0x4C6F6467;

    private const int Code = 0x1000;
    private const int PageMap = 0x2000;
    private const int PageDirectoryPointers = 0x3000;
    private const int PageDirectory = 0x4000;
    private const int Stack = 0x8000;
    private const ulong PresentWritable = 0x3;
    private const ulong PresentWritable2MiB = 0x83;
    private const ulong ProtectionFpuAndPaging = 0x80000031;
    private const ulong PhysicalAddressExtension = 0x20;
    private const ulong LongModeEnabledAndActive = 0x500;
    private const byte CodeSegment = 11;
    private const byte DataSegment = 3;
    private const ulong ReservedFlag = 2;

    private static ReadOnlySpan<byte> Instructions =>
    [
        0xFF, 0xC9,                                                 // again: dec ecx
        0x75, 0xFC,                                                 //        jnz again
        0x48, 0xB8, 0, 0, 0, 0, 0x67, 0x64, 0x6F, 0x4C,             //        mov rax, 0x4C6F646700000000
        0x48, 0xC1, 0xE8, 0x20,                                     //        shr rax, 32
        0xE7, (byte)Port,                                           //        out Port, eax
        0xF4,                                                       //        hlt
    ];

    /// <summary>Writes the code, and page tables that map the first 2 MiB onto themselves.</summary>
    public static void Load(Span<byte> memory)
    {
        Instructions.CopyTo(memory[Code..]);
        BinaryPrimitives.WriteUInt64LittleEndian(memory[PageMap..], PageDirectoryPointers | PresentWritable);
        BinaryPrimitives.WriteUInt64LittleEndian(memory[PageDirectoryPointers..], PageDirectory | PresentWritable);
        BinaryPrimitives.WriteUInt64LittleEndian(memory[PageDirectory..], PresentWritable2MiB);
    }

    /// <summary>The general registers at the first instruction.</summary>
    public static KvmRegisters Registers => new() { Rip = Code, Rsp = Stack, Rcx = Rounds, Rflags = ReservedFlag };

    /// <summary>Puts the processor into 64-bit mode.</summary>
    public static void EnterLongMode(ref KvmSpecialRegisters registers)
    {
        registers.Cr3 = PageMap;
        registers.Cr4 = PhysicalAddressExtension;
        registers.Cr0 = ProtectionFpuAndPaging;
        registers.Efer = LongModeEnabledAndActive;
        registers.Cs = Segment(0x08, CodeSegment, longMode: true);
        registers.Ds = registers.Es = registers.Fs = registers.Gs = registers.Ss = Segment(0x10, DataSegment, false);
    }

    private static KvmSegment Segment(ushort selector, byte type, bool longMode) => new()
    {
        Limit = uint.MaxValue,
        Selector = selector,
        Type = type,
        Present = 1,
        CodeOrData = 1,
        Granularity = 1,
        LongMode = longMode ? (byte)1 : (byte)0,
        DefaultSize32 = longMode ? (byte)0 : (byte)1,
    };
}
