using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;

namespace Lodge.Storage.Tests.Pools;

/// <summary>What a daemon remembers of pools, in memory; it can be told to refuse.</summary>
internal sealed class MemoryPoolStore : IPoolStore
{
    public Dictionary<string, string> Configurations { get; } = [];

    public Dictionary<string, string> Active { get; } = [];

    public HashSet<string> Autostart { get; } = [];

    public bool IsFresh { get; init; }

    public bool IsFull { get; set; }

    public IReadOnlyList<string> Configs() => [.. Configurations.Keys];

    public string ReadConfig(string name) => Configurations[name];

    public void WriteConfig(string name, string xml)
    {
        RefuseWhenFull();
        Configurations[name] = xml;
    }

    public void RemoveConfig(string name)
    {
        Autostart.Remove(name);
        Configurations.Remove(name);
    }

    public bool IsAutostart(string name) => Autostart.Contains(name);

    public void SetAutostart(string name, bool autostart)
    {
        RefuseWhenFull();
        _ = autostart ? Autostart.Add(name) : Autostart.Remove(name);
    }

    public IReadOnlyList<string> States() => [.. Active.Keys];

    public string ReadState(string name) => Active[name];

    public void WriteState(string name, string xml)
    {
        RefuseWhenFull();
        Active[name] = xml;
    }

    public void RemoveState(string name) => Active.Remove(name);

    private void RefuseWhenFull()
    {
        if (IsFull)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_NONE, "No space left on device");
        }
    }
}
