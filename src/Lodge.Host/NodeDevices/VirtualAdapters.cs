using Lodge.Host.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Host.NodeDevices;

/// <summary>
/// Virtual Fibre Channel adapters (NPIV): made and taken away through the file of the adapter that carries them.
/// </summary>
/// <param name="files">The host's files.</param>
public sealed class VirtualAdapters(HostFiles files)
{
    /// <summary>Makes one.</summary>
    /// <param name="host">The number of the adapter that is to carry it.</param>
    /// <param name="node">Its world-wide node name.</param>
    /// <param name="port">Its world-wide port name.</param>
    /// <exception cref="VirException">The adapter carries none (VIR_ERR_OPERATION_INVALID), or the kernel
    /// refuses.</exception>
    public void Create(uint host, string node, string port) => Write(host, "vport_create", $"{port}:{node}");

    /// <summary>Takes one away.</summary>
    /// <inheritdoc cref="Create"/>
    public void Delete(uint host, string node, string port) => Write(host, "vport_delete", $"{port}:{node}");

    private void Write(uint host, string operation, string name)
    {
        string[] candidates =
            [$"/sys/class/fc_host/host{host}/{operation}", $"/sys/class/scsi_host/host{host}/{operation}"];
        var path = Array.Find(candidates, files.Exists) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_OPERATION_INVALID,
            VirErrorDomain.VIR_FROM_NONE,
            $"vport operation '{operation}' is not supported for host{host}");
        try
        {
            File.WriteAllText(files.PathOf(path), name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"Write of '{name}' to '{path}' during vport create/delete failed: {refused.Message}",
                refused);
        }
    }
}
