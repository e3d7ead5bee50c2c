using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.CommandLine.Characters;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>A command under construction, and what it is made from.</summary>
internal sealed class CommandLineWriter(GuestScope scope, QemuCommand command)
{
    public GuestScope Scope { get; } = scope;

    public QemuCommand Command { get; } = command;

    public DomainDefinition Definition => Scope.Definition;

    public QemuCapabilities Capabilities => Scope.Capabilities;

    public CommandLineContext Context => Scope.Context;

    public QemuSettings Settings => Scope.Context.Settings;

    public void AddObject(QemuProperties properties) => Command.Add("-object", properties);

    public void AddObjects(IEnumerable<QemuProperties> objects)
    {
        foreach (var properties in objects)
        {
            AddObject(properties);
        }
    }

    /// <summary>Adds a device, with what a person overrides of it (<c>qemu:override</c>) put in.</summary>
    public void AddDevice(QemuProperties properties)
    {
        QemuNamespaceOptions.Override(properties, Definition);
        Command.Add("-device", properties);
    }

    public void AddNetdev(QemuProperties properties) => Command.Add("-netdev", properties);

    public void AddBlockChain(BlockChain chain)
    {
        foreach (var layer in chain.Layers)
        {
            AddObjects(layer.Objects);
            foreach (var node in layer.Nodes)
            {
                Command.Add("-blockdev", node);
            }
        }
    }

    /// <summary>Adds the host's end of a character device.</summary>
    public void AddCharacter(CharacterSource source, string id, string spiceChannel = SpiceChannels.Agent)
    {
        AddObjects(CharacterTls.Objects(source, id, Context));
        var files = CharacterFiles.Pass(source, id, Context.Files, Command);
        Command.Add("-chardev", CharacterOption.Of(source, id, files, Settings, spiceChannel));
    }
}
