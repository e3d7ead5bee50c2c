using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lodge.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Kvm;

/// <summary>A virtual machine of one CPU and 64 KiB with the <see cref="LongModeProgram"/> in it.</summary>
internal sealed unsafe class ProbeMachine : IDisposable
{
    private readonly SafeFileHandle _kvm;
    private SafeFileHandle? _machine;
    private SafeFileHandle? _processor;
    private SharedPages? _memory;
    private SharedPages? _state;

    /// <param name="kvm">The open /dev/kvm; the machine closes it.</param>
    public ProbeMachine(SafeFileHandle kvm) => _kvm = kvm;

    /// <summary>Why the last run ended, and what it left.</summary>
    public ref readonly KvmRun State => ref Unsafe.AsRef<KvmRun>(_state!.Address);

    /// <summary>The word that the program wrote to a port, valid when the run ended by that.</summary>
    public uint PortValue => Unsafe.ReadUnaligned<uint>(_state!.Address + State.IoDataOffset);

    /// <summary>Makes the machine and its CPU.</summary>
    /// <exception cref="Win32Exception">The kernel refuses a step; the message is that of errno.</exception>
    public void Create()
    {
        _machine = Descriptor(_kvm, KvmRequests.CreateVm);
        _memory = SharedPages.Fresh(LongModeProgram.MemorySize);
        LongModeProgram.Load(_memory.Bytes);
        var region = new KvmMemoryRegion
        {
            Size = LongModeProgram.MemorySize,
            HostAddress = (ulong)_memory.Address,
        };
        Call(_machine, KvmRequests.SetUserMemoryRegion, &region);
        _processor = Descriptor(_machine, KvmRequests.CreateVcpu);
        var size = LibC.Ioctl(_kvm, KvmRequests.GetVcpuMmapSize, 0);
        _state = SharedPages.Of(_processor, Checked(size));
    }

    /// <summary>Gives the CPU all that KVM can give, and puts it into 64-bit mode at the program's start.</summary>
    /// <returns>False where KVM offers no 64-bit mode.</returns>
    /// <exception cref="Win32Exception">The kernel refuses a step.</exception>
    public bool EnterLongMode()
    {
        var cpuid = new KvmCpuid { Count = 256 };
        Call(_kvm, KvmRequests.GetSupportedCpuid, &cpuid);
        if (!OffersLongMode(in cpuid))
        {
            return false;
        }

        Call(_processor!, KvmRequests.SetCpuid2, &cpuid);
        KvmSpecialRegisters special;
        Call(_processor!, KvmRequests.GetSregs, &special);
        LongModeProgram.EnterLongMode(ref special);
        Call(_processor!, KvmRequests.SetSregs, &special);
        var registers = LongModeProgram.Registers;
        Call(_processor!, KvmRequests.SetRegs, &registers);
        return true;
    }

    /// <summary>Lets a signal that is blocked in this thread end a run, without ever being delivered.</summary>
    /// <param name="blocked">The signals that stay blocked while the CPU runs.</param>
    public void SetSignalMask(ulong blocked)
    {
        var mask = new KvmSignalMask { Length = sizeof(ulong), Blocked = blocked };
        Call(_processor!, KvmRequests.SetSignalMask, &mask);
    }

    /// <summary>Runs the CPU until it needs something or a signal comes.</summary>
    /// <returns>Zero, or the errno.</returns>
    public int Run() =>
        LibC.Ioctl(_processor!, KvmRequests.Run, 0) < 0 ? Marshal.GetLastPInvokeError() : 0;

    /// <summary>Rounds of the program's loop that are done.</summary>
    public long RoundsDone()
    {
        KvmRegisters registers;
        Call(_processor!, KvmRequests.GetRegs, &registers);
        return LongModeProgram.Rounds - (long)(uint)registers.Rcx;
    }

    public void Dispose()
    {
        _state?.Dispose();
        _processor?.Dispose();
        _machine?.Dispose();
        _memory?.Dispose();
        _kvm.Dispose();
    }

    private static bool OffersLongMode(in KvmCpuid cpuid)
    {
        const uint extendedFeatures = 0x80000001;
        const uint longMode = 1u << 29;
        for (var i = 0; i < cpuid.Count; i++)
        {
            if (cpuid.Entries[i].Function == extendedFeatures)
            {
                return (cpuid.Entries[i].Edx & longMode) != 0;
            }
        }

        return false;
    }

    private static SafeFileHandle Descriptor(SafeFileHandle of, nuint request) =>
        new(Checked(LibC.Ioctl(of, request, 0)), ownsHandle: true);

    private static void Call(SafeFileHandle file, nuint request, void* argument) =>
        Checked(LibC.Ioctl(file, request, argument));

    private static int Checked(int result) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());
}
