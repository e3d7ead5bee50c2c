using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;

namespace Lodge.Qemu.CommandLine;

/// <summary>The guest's firmware: a BIOS image, or flash chips with UEFI and its variables.</summary>
internal static class LoaderOptions
{
    public const string CodeNode = "libvirt-pflash0";
    public const string VariablesNode = "libvirt-pflash1";

    /// <summary>Whether the firmware is in flash chips.</summary>
    public static bool IsFlash(DomainDefinition definition) =>
        definition.Os.Loader is { Type: LoaderType.Pflash, Path: not null };

    /// <summary>The nodes behind the flash chips; they come before the machine that names them.</summary>
    public static void AddNodes(CommandLineWriter writer)
    {
        if (!IsFlash(writer.Definition)) return;
        var loader = writer.Definition.Os.Loader!;
        var code = new StorageSource { Format = StorageFormat.Raw, Path = loader.Path };
        var policy = new BlockPolicy { IsReadOnly = loader.Readonly == true };
        writer.AddBlockChain(BlockChain.Of(code, CodeNode, policy, writer.Context));
        if (loader.Nvram is { } variables)
        {
            writer.AddBlockChain(BlockChain.Of(variables, VariablesNode, new BlockPolicy(), writer.Context));
        }
    }

    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.Os.Loader is not { } loader) return;
        if (loader is { Type: LoaderType.Rom, Path: { } path }) writer.Command.Add("-bios", path);
        if (loader is { Type: LoaderType.Pflash, Secure: true })
        {
            writer.Command.Add("-global", "driver=cfi.pflash01,property=secure,value=on");
        }
    }
}
