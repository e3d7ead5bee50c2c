namespace Lodge.Qemu.Qmp.Events;

/// <summary>One end of a graphics connection.</summary>
/// <param name="Family"><c>ipv4</c>, <c>ipv6</c>, <c>unix</c> or <c>unknown</c>.</param>
/// <param name="Host">The address, or the path.</param>
/// <param name="Service">The port, or empty.</param>
/// <param name="Auth">How peers prove who they are (the server's end), or null.</param>
public sealed record GraphicsPeer(string Family, string Host, string Service, string? Auth);

/// <summary><c>VNC_*</c> and <c>SPICE_*</c>: somebody looks at the guest's screen, or stops to.</summary>
/// <param name="Phase">What happened.</param>
/// <param name="Server">Our end.</param>
/// <param name="Client">The other end.</param>
/// <param name="X509Name">The name in the client's certificate, or null.</param>
/// <param name="SaslUser">The client's name by SASL, or null.</param>
public sealed record GraphicsEvent(
    GraphicsPhase Phase, GraphicsPeer Server, GraphicsPeer Client, string? X509Name, string? SaslUser) : QmpEvent;

/// <summary>
/// What a <see cref="GraphicsEvent"/> tells (the numbers are libvirt's <c>virDomainEventGraphicsPhase</c>).
/// </summary>
public enum GraphicsPhase
{
    /// <summary>A client came.</summary>
    Connect = 0,

    /// <summary>A client proved who it is.</summary>
    Initialize = 1,

    /// <summary>A client went.</summary>
    Disconnect = 2,
}

/// <summary><c>SPICE_MIGRATE_COMPLETED</c>: the clients have followed a migrated guest.</summary>
public sealed record SpiceMigratedEvent : QmpEvent;
