using Lodge.Model.Storage;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Volumes;

/// <summary>Reads what a file, folder or device of a pool is, from its status and its header.</summary>
public interface IVolumeReader
{
    /// <summary>Reads one.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name it has as a volume.</param>
    /// <param name="known">What was found there before; returned as it is where nothing changed since.</param>
    /// <returns>The volume; null for what is none: a socket, a pipe, a file that went away.</returns>
    /// <exception cref="VirException">It is there and cannot be read.</exception>
    StorageVolumeDefinition? Read(string path, string name, StorageVolumeDefinition? known);
}
