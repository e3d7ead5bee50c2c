using Lodge.Protocol.Errors;

namespace Lodge.Storage.Pools;

/// <summary>Where pools are remembered. What fails throws a <see cref="VirException"/> and changes nothing.</summary>
public interface IPoolStore
{
    /// <summary>The names of the pools that have a stored configuration.</summary>
    IReadOnlyList<string> Configs();

    /// <summary>The stored configuration of a pool.</summary>
    string ReadConfig(string name);

    /// <summary>Stores a configuration; when it returns, it is on the disk.</summary>
    void WriteConfig(string name, string xml);

    /// <summary>Takes a configuration away, and its autostart mark before it.</summary>
    void RemoveConfig(string name);

    /// <summary>Whether a pool starts with the daemon.</summary>
    bool IsAutostart(string name);

    /// <summary>Marks that a pool starts with the daemon, or no longer does.</summary>
    void SetAutostart(string name, bool autostart);

    /// <summary>The names of the pools that were active when the daemon before this one ended.</summary>
    IReadOnlyList<string> States();

    /// <summary>The definition an active pool was started with.</summary>
    string ReadState(string name);

    /// <summary>Notes that a pool is active.</summary>
    void WriteState(string name, string xml);

    /// <summary>Notes that a pool is no longer active.</summary>
    void RemoveState(string name);

    /// <summary>Whether this is the first start: nobody ever stored a pool here.</summary>
    bool IsFresh { get; }
}
