using System.Text;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Domain;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    /// <summary>
    /// Reads all configurations. A file that is none is reported by its name, left where it is, and harms no other.
    /// </summary>
    public void LoadConfigs()
    {
        var names = Configs.Names().ToList();
        Parallel.ForEach(names, Load);
        foreach (var name in Configs.RecoverRenames(
            xml => TryReadUuid(xml) is { } uuid && Domains.Find(uuid) is not null))
        {
            Log.Warning($"The domain '{name}' has its old name: the daemon ended while it was being renamed");
            Load(name);
        }

        Configs.RemoveDanglingLinks();
    }

    private static VirUuid? TryReadUuid(byte[] content)
    {
        try
        {
            return Read(content).WireUuid();
        }
        catch (VirException)
        {
            return null;
        }
    }

    private static DomainDefinition Read(byte[] content) => DomainXml.Parse(
        Encoding.UTF8.GetString(StateFileHeader.Skip(content).Span), DomainXmlParseOptions.Configuration);

    private void Load(string name)
    {
        try
        {
            var content = Configs.Read(name);
            var definition = Read(content);
            if (definition.Name != name)
            {
                throw DomainErrors.Internal(
                    $"Domain config filename '{Configs.PathOf(name)}' doesn't match domain name '{definition.Name}'");
            }

            var config = DomainConfig.Of(definition);
            var autostart = Configs.IsAutostart(name);
            var (domain, isNew) = Domains.FindOrAdd(definition.WireUuid(), name, live: false, () => new DomainObject(
                new DomainSnapshot { Name = name, Uuid = definition.WireUuid() }));
            domain.Publish(s => s with
            {
                Config = config,
                Autostart = autostart,
                HasManagedSave = Saver.Managed.Has(name),
                Snapshots = SnapshotFiles.Read(name),
            });
            if (!isNew)
                Log.Info($"Domain '{name}' is loaded again");
        }
        catch (Exception bad) when (bad is VirException or IOException or UnauthorizedAccessException)
        {
            Log.Error($"Failed to load config for domain '{name}' from '{Configs.PathOf(name)}': {bad.Message}");
        }
    }
}
