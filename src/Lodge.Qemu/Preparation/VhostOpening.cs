using System.Runtime.InteropServices;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Preparation;

/// <summary>Devices that the host's kernel serves, and the host's TPM.</summary>
internal static class VhostOpening
{
    private const string VsockPath = "/dev/vhost-vsock";
    private const uint FirstGuest = 3;
    private const string ScsiPath = "/dev/vhost-scsi";

    public static void Open(DomainDefinition definition, GuestFiles files)
    {
        if (definition.Vsock is { } vsock)
        {
            var device = Open(VsockPath, "unable to open vhost-vsock device");
            files.Add(GuestFiles.Vhost(vsock.Alias!), device);
            Number(vsock, device);
        }

        foreach (var device in definition.Hostdevs.Where(device => device.Type == HostdevType.ScsiHost))
        {
            if (!File.Exists(ScsiPath))
            {
                throw new VirException(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_NONE,
                    $"vhost-scsi device file '{ScsiPath}' cannot be found");
            }

            files.Add(GuestFiles.Vhost(device.Alias!), Open(ScsiPath, $"Failed to open {ScsiPath}"));
        }

        foreach (var tpm in definition.Tpms)
        {
            if (tpm is not { Backend: TpmBackend.Passthrough, DevicePath: { } path }) continue;
            files.Add(GuestFiles.Tpm(tpm.Alias!), Open(path, $"Could not open TPM device {path}"));
            var cancel = $"/sys/class/tpm/{Path.GetFileName(path)}/device/cancel";
            files.Add(
                GuestFiles.TpmCancel(tpm.Alias!), Open(cancel, $"Could not open TPM device's cancel path {cancel}"));
        }
    }

    /// <summary>Takes the guest's number, or where the definition leaves it open the first that is free.</summary>
    private static void Number(Vsock vsock, SafeFileHandle device)
    {
        var isAutomatic = vsock.AutoCid == true;
        var number = isAutomatic ? FirstGuest : vsock.GuestCid;
        int error;
        while ((error = LibC.SetGuestCid(device, number)) == LibC.EADDRINUSE && isAutomatic) number++;
        if (error != 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"failed to {(isAutomatic ? "acquire" : "set")} guest cid: {Marshal.GetPInvokeErrorMessage(error)}");
        }

        vsock.GuestCid = number;
    }

    /// <summary>Opens a device of the kernel.</summary>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: what failed, then why.</exception>
    internal static SafeFileHandle Open(string path, string failure)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"{failure}: {SystemErrorText.Of(cause)}",
                cause);
        }
    }
}
