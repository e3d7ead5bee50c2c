using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The device through which a guest gives memory back.</summary>
internal static class Memballoons
{
    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.Memballoon is not { Model: not MemballoonModel.None } balloon) return;
        writer.AddDevice(VirtioProperties
            .Start("virtio-balloon", balloon, balloon.Model.ToXml(), balloon.Virtio, writer.Scope)
            .Add("id", balloon.Alias)
            .Add("deflate-on-oom", balloon.AutoDeflate)
            .Add("free-page-reporting", balloon.FreePageReporting)
            .AddAddress(balloon, writer.Scope));
    }
}
