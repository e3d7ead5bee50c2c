using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Preparation;

/// <summary>Devices that the host's kernel serves, and the host's TPM.</summary>
internal static class VhostOpening
{
    private const string VsockPath = "/dev/vhost-vsock";
    private const string ScsiPath = "/dev/vhost-scsi";

    public static void Open(DomainDefinition definition, GuestFiles files)
    {
        if (definition.Vsock is { } vsock)
        {
            if (vsock.AutoCid == true)
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_NO_SUPPORT,
                    VirErrorDomain.VIR_FROM_QEMU,
                    "automatic guest CID: name one with <cid address='N'/>");
            }

            files.Add(GuestFiles.Vhost(vsock.Alias!), Open(VsockPath, "unable to open vhost-vsock device"));
        }

        foreach (var device in definition.Hostdevs.Where(device => device.Type == HostdevType.ScsiHost))
        {
            if (!File.Exists(ScsiPath))
            {
                throw ConfigurationError.Unsupported($"vhost-scsi device file '{ScsiPath}' cannot be found");
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

    private static SafeFileHandle Open(string path, string failure)
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
                $"{failure}: {cause.Message}",
                cause);
        }
    }
}
