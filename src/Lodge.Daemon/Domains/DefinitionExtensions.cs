using Lodge.Model.Domain;
using Lodge.Protocol;

namespace Lodge.Daemon.Domains;

/// <summary>What the daemon asks of definitions more than once.</summary>
internal static class DefinitionExtensions
{
    /// <summary>The domain's UUID as the wire has it.</summary>
    public static VirUuid WireUuid(this DomainDefinition definition) => VirUuid.Of(definition.Uuid);

    /// <summary>Every serial and parallel port, console and channel.</summary>
    public static IEnumerable<CharacterDevice> CharacterDevices(this DomainDefinition definition) =>
        definition.Consoles
            .Concat<CharacterDevice>(definition.Serials)
            .Concat(definition.Parallels)
            .Concat(definition.Channels);
}
