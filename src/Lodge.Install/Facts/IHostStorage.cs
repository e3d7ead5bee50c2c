namespace Lodge.Install.Facts;

/// <summary>The pools and volumes of the host.</summary>
/// <exception cref="Protocol.Errors.VirException">From every member: the server refused, or is gone.</exception>
internal interface IHostStorage
{
    /// <summary>Whether the host keeps pools at all.</summary>
    bool IsSupported => true;

    /// <summary>All pools.</summary>
    IReadOnlyList<HostPool> Pools { get; }

    /// <summary>Where pools of the host lie if nothing else is said.</summary>
    string DefaultFolder { get; }

    /// <summary>The pool of a name, started if it was not.</summary>
    HostPool Pool(string name);

    /// <summary>A volume of a pool, by its name; it is refused where there is none.</summary>
    HostVolume Volume(HostPool pool, string name);

    /// <summary>The volume that a path leads to; null where no pool knows it.</summary>
    HostVolume? VolumeAt(string path);

    /// <summary>Looks anew at what is in a pool, and starts it first if it was not.</summary>
    void Refresh(HostPool pool);

    /// <summary>The names of a pool's volumes.</summary>
    IReadOnlyList<string> Names(HostPool pool);

    /// <summary>Bytes that are free in a pool.</summary>
    ulong Available(HostPool pool);

    /// <summary>Path of a volume that lies over the one at a path; null where there is none.</summary>
    string? Overlay(string path);

    /// <summary>Makes a folder a pool that is started with the host.</summary>
    /// <param name="name">The pool's name.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="build">Whether the folder is made first.</param>
    HostPool Make(string name, string folder, bool build);

    /// <summary>What is at a path, where it can be looked at: the host is this machine.</summary>
    PathKind Look(string path);

    /// <summary>Takes back the pools that <see cref="Make"/> made: nothing came of what they were for.</summary>
    void ForgetMade()
    {
    }
}
