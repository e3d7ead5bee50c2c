using Lodge.Install.Drafts;

namespace Lodge.Install.Options;

/// <summary>One use of an option, while it is worked on.</summary>
/// <param name="Text">What stood on the command line.</param>
/// <param name="Given">What is still to be taken of it, by name.</param>
/// <param name="Plan">The guest it is for.</param>
internal sealed record OptionRequest(string Text, OrderedDictionary<string, string?> Given, GuestPlan Plan)
{
    /// <summary>The element it fills.</summary>
    public required Draft Element { get; set; }

    /// <summary>Whether the element is not to be added after all.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Whether the host of a device of characters is the one it listens on.</summary>
    public bool IsBound { get; set; }

    /// <summary>What was said of the storage of a disk that is to be made.</summary>
    public Storage.VolumeWish? Storage { get; set; }

    /// <summary>The pool that a disk's storage is in.</summary>
    public string? PoolName { get; set; }

    /// <summary>The volume of that pool.</summary>
    public string? VolumeName { get; set; }

    /// <summary>Gives what was given under one name another name.</summary>
    public void Rename(string from, string to)
    {
        if (Given.Remove(from, out var value)) Given[to] = value;
    }

    /// <summary>Takes a value away from what was given.</summary>
    public string? Pull(string name) => Given.Remove(name, out var value) ? value : null;
}
