namespace Lodge.Install.Facts;

/// <summary>What is to be known of the host that runs the guest. It is asked only for what a guest needs.</summary>
/// <exception cref="Protocol.Errors.VirException">From every member: the server refused, or is gone.</exception>
internal interface IHostFacts
{
    /// <summary>The driver of the connection (<c>qemu</c>, <c>test</c>, <c>xen</c>, <c>lxc</c> …).</summary>
    string Driver { get; }

    /// <summary>Whether the host is another machine than this one.</summary>
    bool IsRemote { get; }

    /// <summary>Whether guests belong to an ordinary user (<c>qemu:///session</c>).</summary>
    bool IsUnprivileged { get; }

    /// <summary>What the host is, and which guests it can run.</summary>
    HostCapabilities Capabilities { get; }

    /// <summary>
    /// The network of a card that says nothing of it: type and source (<c>bridge</c> of the host's own, else the
    /// network <c>default</c>; <c>user</c> without a source for an ordinary user).
    /// </summary>
    (string Type, string? Source) DefaultNetwork { get; }

    /// <summary>The devices of the host that guests may be given.</summary>
    IReadOnlyList<HostDevice> Devices { get; }

    /// <summary>The XML of the guests that are there already.</summary>
    IReadOnlyList<Drafts.Draft> Guests { get; }

    /// <summary>Its pools and volumes.</summary>
    IHostStorage Storage { get; }

    /// <summary>What guests of a kind can have; nothing at all where the host cannot say.</summary>
    DomainCapabilities DomainCapabilities(string? emulator, string? architecture, string? machine, string? type);

    /// <summary>Features that guard guests from each other, of those that the host's model of processor has.</summary>
    IReadOnlyList<string> ProtectingFeatures(DomainCapabilities capabilities);

    /// <summary>Whether there is a guest of that name.</summary>
    bool HasGuest(string name);

    /// <summary>Whether there is a guest of that UUID.</summary>
    bool HasGuest(Guid uuid);

    /// <summary>
    /// Whether guests on a network can be booted over it; true where that cannot be told.
    /// </summary>
    bool CanBootFrom(string network);
}
