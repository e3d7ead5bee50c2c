using Lodge.Storage.Pools;

namespace Lodge.Storage.Tests.Volumes;

/// <summary>Remembers pools for as long as a test runs.</summary>
internal sealed class PoolStoreInMemory : IPoolStore
{
    private readonly Dictionary<string, string> _configs = [];
    private readonly Dictionary<string, string> _states = [];

    public bool IsFresh => false;

    public IReadOnlyList<string> Configs() => [.. _configs.Keys];

    public string ReadConfig(string name) => _configs[name];

    public void WriteConfig(string name, string xml) => _configs[name] = xml;

    public void RemoveConfig(string name) => _configs.Remove(name);

    public bool IsAutostart(string name) => false;

    public void SetAutostart(string name, bool autostart)
    {
    }

    public IReadOnlyList<string> States() => [.. _states.Keys];

    public string ReadState(string name) => _states[name];

    public void WriteState(string name, string xml) => _states[name] = xml;

    public void RemoveState(string name) => _states.Remove(name);
}
