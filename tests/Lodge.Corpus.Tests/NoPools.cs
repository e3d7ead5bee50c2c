using Lodge.Storage.Pools;

namespace Lodge.Corpus.Tests;

/// <summary>A store that nothing is in, and that forgets what is put in.</summary>
internal sealed class NoPools : IPoolStore
{
    public bool IsFresh => false;

    public IReadOnlyList<string> Configs() => [];

    public string ReadConfig(string name) => throw new FileNotFoundException(name);

    public void WriteConfig(string name, string xml)
    {
    }

    public void RemoveConfig(string name)
    {
    }

    public bool IsAutostart(string name) => false;

    public void SetAutostart(string name, bool autostart)
    {
    }

    public IReadOnlyList<string> States() => [];

    public string ReadState(string name) => throw new FileNotFoundException(name);

    public void WriteState(string name, string xml)
    {
    }

    public void RemoveState(string name)
    {
    }
}
