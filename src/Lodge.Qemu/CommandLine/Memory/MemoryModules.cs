using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>Memory modules that can be plugged.</summary>
internal static class MemoryModules
{
    private const ulong BytesPerKib = 1024;

    public static void Add(CommandLineWriter writer)
    {
        foreach (var module in writer.Definition.MemoryDevices)
        {
            MemoryOptions.AddBackend(writer, MemoryRequest.Of(module));

            // Enclave memory is a property of the machine.
            if (module.Model != MemoryModel.SgxEpc) writer.AddDevice(Properties(module, writer.Scope));
        }
    }

    /// <summary>The device's properties.</summary>
    public static QemuProperties Properties(MemoryDevice module, GuestScope scope)
    {
        var request = MemoryRequest.Of(module);
        return QemuProperties.Device(Driver(module.Model))
            .Add("node", module.TargetNode >= 0 ? module.TargetNode : (long?)null)
            .AddNonZero("label-size", module.LabelSize * BytesPerKib)
            .AddNonZero("block-size", module.BlockSize * BytesPerKib)
            .AddNonZero("requested-size", module.RequestedSize * BytesPerKib)
            .Add("uuid", module.Uuid?.ToString("D"))
            .Add("unarmed", module.Readonly ? true : null)
            .Add("memdev", request.Id)
            .AddIfOn("prealloc", module.Model == MemoryModel.VirtioMem
                && scope.Capabilities.Has(QemuCapability.DeviceVirtioMemPciPrealloc)
                && MemoryBackend.IsAllocatedAtOnce(
                    module, HugePageChoice.Of(request, scope.Definition, scope.Context.Settings), scope.Definition))
            .Add("id", module.Alias)
            .AddAddress(module, scope);
    }

    private static string Driver(MemoryModel model) => model switch
    {
        MemoryModel.Dimm => "pc-dimm",
        MemoryModel.Nvdimm => "nvdimm",
        MemoryModel.VirtioPmem => "virtio-pmem-pci",
        MemoryModel.VirtioMem => "virtio-mem-pci",
        _ => throw ConfigurationError.Internal($"unexpected memory device model '{model.ToXml()}'"),
    };
}
