using Lodge.Model.Domain;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>Changes displays of running guests: passwords, their end, and what becomes of those connected.</summary>
/// <remarks>Source: libvirt's <c>virDomainUpdateDeviceFlags</c>.</remarks>
public static class DisplayUpdate
{
    /// <summary>Changes a display.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="wanted">The display as it is to be; the one of its type is meant.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Protocol.Errors.VirException">
    /// There is no display of that type (<c>VIR_ERR_DEVICE_MISSING</c>), or more than the password would change
    /// (<c>VIR_ERR_OPERATION_UNSUPPORTED</c>).
    /// </exception>
    public static async Task ApplyAsync(LiveGuest guest, Graphics wanted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(wanted);
        var type = wanted.Type.ToXml();
        var display = guest.Definition.Graphics.Find(one => one.Type == wanted.Type)
            ?? throw HotplugError.Missing($"cannot find existing graphics device to modify of type '{type}'");
        CheckUnchanged(display, wanted, type);
        if (!ChangesPassword(display, wanted)) return;
        foreach (var (command, arguments) in DisplayPassword.Commands(wanted, guest.Context.Settings))
            await guest.Monitor.ExecuteAsync(command, arguments.WriteMembersTo, cancellation);
        display.Password = wanted.Password;
        display.PasswordValidTo = wanted.PasswordValidTo;
        display.Connected = wanted.Connected;
    }

    // A password with an end is told again, even the same: its end may be over.
    private static bool ChangesPassword(Graphics display, Graphics wanted) =>
        display.Password != wanted.Password || display.Connected != wanted.Connected
        || display.PasswordValidTo is not null || wanted.PasswordValidTo is not null
        || wanted is { Type: GraphicsType.Spice, Connected: ConnectedAction.Disconnect };

    private static void CheckUnchanged(Graphics display, Graphics wanted, string type)
    {
        var refusal =
            wanted.Listens.Count != display.Listens.Count
                ? $"cannot change the number of listen addresses on '{type}' graphics"
            : wanted.Listens.Zip(display.Listens).Select(pair => Refusal(pair.First, pair.Second, type))
                .FirstOrDefault(text => text is not null) is { } listen ? listen
            : wanted.Type is not (GraphicsType.Vnc or GraphicsType.Spice)
                ? $"unable to change config on '{type}' graphics type"
            : wanted.AutoPort != display.AutoPort || (!wanted.AutoPort
                && (wanted.Port != display.Port || wanted.TlsPort != display.TlsPort))
                ? $"cannot change port settings on {type} graphics"
            : wanted.Keymap != display.Keymap ? $"cannot change keymap setting on {type} graphics"
            : null;
        if (refusal is not null) throw HotplugError.Unsupported(refusal);
    }

    private static string? Refusal(GraphicsListen wanted, GraphicsListen present, string type) =>
        wanted.Type != present.Type ? $"cannot change the type of listen address on '{type}' graphics"
        : wanted.Type switch
        {
            ListenType.Address when wanted.Address != present.Address => Setting("address", type),
            ListenType.Network when wanted.Network != present.Network => Setting("address", type),
            ListenType.Socket when wanted.Socket != present.Socket => Setting("socket", type),
            _ => null,
        };

    private static string Setting(string what, string type) =>
        $"cannot change listen {what} setting on '{type}' graphics";
}
