using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Lodge.Host.Facts;
using Lodge.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Kvm;

/// <summary>
/// Finds out whether KVM truly runs 64-bit guests here. That /dev/kvm opens says little: inside some virtual machines
/// the kernel offers it and then interprets a guest's instructions one by one, so that a guest seems to hang. The probe
/// runs a short loop in a 64-bit virtual CPU (Linux Documentation/virt/kvm/api.rst) and takes the processor time.
/// </summary>
public static class KvmProbe
{
    private const string Device = "/dev/kvm";
    private static readonly Lazy<KvmReport> Once = new(static () => Run(HostFiles.Real));

    /// <summary>
    /// The report for this host, made on first use; takes 1 ms where KVM works, and never more than 1.5 s.
    /// </summary>
    public static KvmReport Report => Once.Value;

    internal static KvmReport Run(HostFiles files)
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return new KvmReport(
                KvmVerdict.OtherArchitecture,
                "the probe knows x86_64 alone",
                "run guests of type 'qemu'");
        }

        if (!files.Exists(Device))
        {
            return new KvmReport(KvmVerdict.NoDevice, "there is no /dev/kvm", NoDeviceAdvice(HostCpu.Read(files)));
        }

        SafeFileHandle kvm;
        try
        {
            kvm = File.OpenHandle(files.PathOf(Device), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new KvmReport(
                KvmVerdict.NoAccess,
                "/dev/kvm cannot be opened",
                "check that /dev/kvm is world writable or that you are in a group that is allowed to access it");
        }

        return Judge(kvm, files);
    }

    private static KvmReport Judge(SafeFileHandle kvm, HostFiles files)
    {
        var machine = new ProbeMachine(kvm);
        var keep = false;
        try
        {
            if (LibC.Ioctl(kvm, KvmRequests.GetApiVersion, 0) != KvmRequests.ApiVersion)
            {
                return NoMachine("/dev/kvm does not speak version 12 of its interface");
            }

            machine.Create();
            if (!machine.EnterLongMode())
            {
                return NoLongMode("KVM offers its guests no 64-bit mode");
            }

            var run = ProbeRun.Of(machine);
            keep = !run.CameBack;
            return Judge(machine, run, files);
        }
        catch (Win32Exception refusal)
        {
            return NoMachine($"the kernel refuses a virtual machine: {refusal.Message}");
        }
        finally
        {
            // A thread that is stuck in the kernel still uses the machine's memory.
            if (!keep)
            {
                machine.Dispose();
            }
        }
    }

    private static KvmReport Judge(ProbeMachine machine, ProbeRun run, HostFiles files)
    {
        if (run.Refusal is { } refusal)
        {
            return NoMachine($"the kernel refuses to run a virtual CPU: {refusal.Message}");
        }

        if (!run.CameBack)
        {
            return Hangs();
        }

        if (run.Error == LibC.Eintr)
        {
            var done = machine.RoundsDone();
            return done == 0 && run.Used < TimeSpan.FromMilliseconds(1) ? Hangs() : Emulated(done, run.Used, files);
        }

        if (run.Error != 0)
        {
            return NoLongMode($"a 64-bit virtual CPU does not run: {new Win32Exception(run.Error).Message}");
        }

        ref readonly var state = ref machine.State;
        return state.ExitReason switch
        {
            KvmRequests.ExitIo
                when state.IoPort == LongModeProgram.Port && machine.PortValue == LongModeProgram.Result =>
                new KvmReport(KvmVerdict.Works, string.Empty, string.Empty),
            KvmRequests.ExitFailEntry => NoLongMode(
                string.Create(CultureInfo.InvariantCulture,
                    $"the processor refuses to enter a 64-bit guest (hardware reason 0x{state.HardwareReason:x})")),
            KvmRequests.ExitInternalError => NoLongMode(
                string.Create(CultureInfo.InvariantCulture,
                    $"KVM gives up on 64-bit code (internal error {state.InternalSubError})")),
            _ => NoLongMode(
                string.Create(CultureInfo.InvariantCulture,
                    $"64-bit code ends in a way it should not (exit reason {state.ExitReason})")),
        };
    }

    private static KvmReport Emulated(long rounds, TimeSpan used, HostFiles files)
    {
        var rate = 2 * rounds / Math.Max(used.TotalSeconds, 0.001) / 1e6;
        var module = files.KernelModules().FirstOrDefault(static m => m.StartsWith("kvm_", StringComparison.Ordinal));
        return new KvmReport(
            KvmVerdict.Emulated,
            string.Create(
                CultureInfo.InvariantCulture,
                $"KVM{(module is null ? "" : $" ({module})")} interprets 64-bit code, {rate:0.0} million instructions "
                    + $"a second; a guest would seem to hang"),
            "run on a machine, or in a virtual machine, that passes on VMX or SVM; guests of type 'qemu' run here");
    }

    private static string NoDeviceAdvice(HostCpu cpu) => cpu.HasFlag("vmx") ? "load the kvm_intel module"
        : cpu.HasFlag("svm") ? "load the kvm_amd module"
        : "enable virtualization (VT-x, AMD-V) in the firmware, or nested virtualization in the host of this machine";

    private static KvmReport Hangs() => new(
        KvmVerdict.Hangs,
        "a 64-bit virtual CPU never comes back",
        "update the kernel, or the host of this virtual machine; guests of type 'qemu' run here");

    private static KvmReport NoMachine(string why) =>
        new(KvmVerdict.NoVirtualMachine, why, "look into the kernel's log (dmesg) for what kvm says");

    private static KvmReport NoLongMode(string why) =>
        new(KvmVerdict.NoLongMode, why,
            "update the kernel, or the host of this virtual machine; guests of type 'qemu' run here");
}
