namespace Lodge.Qemu.Qmp.Events;

/// <summary><c>BALLOON_CHANGE</c>: the balloon has another size.</summary>
/// <param name="ActualBytes">The memory the guest has now.</param>
public sealed record BalloonChangeEvent(ulong ActualBytes) : QmpEvent;

/// <summary><c>DEVICE_DELETED</c>: the guest let a device go.</summary>
/// <param name="Device">Its id, or null.</param>
/// <param name="Path">Its QOM path.</param>
public sealed record DeviceDeletedEvent(string? Device, string Path) : QmpEvent;

/// <summary>
/// <c>DEVICE_UNPLUG_GUEST_ERROR</c> or <c>MEM_UNPLUG_ERROR</c>: the guest refuses to let a device go.
/// </summary>
/// <param name="Device">Its id, or null.</param>
/// <param name="Path">Its QOM path; empty where not told.</param>
public sealed record DeviceUnplugErrorEvent(string? Device, string Path) : QmpEvent;

/// <summary><c>DEVICE_TRAY_MOVED</c>: a tray was opened or closed.</summary>
/// <param name="Device">The name of the drive; empty where it has none.</param>
/// <param name="Id">The id or QOM path of the device.</param>
/// <param name="IsOpen">Whether the tray is open now.</param>
public sealed record TrayMovedEvent(string Device, string Id, bool IsOpen) : QmpEvent;

/// <summary><c>VSERPORT_CHANGE</c>: the guest has opened or closed a channel (its agent came or went).</summary>
/// <param name="Id">The id of the port.</param>
/// <param name="IsOpen">Whether it is open now.</param>
public sealed record ChannelChangeEvent(string Id, bool IsOpen) : QmpEvent;

/// <summary><c>NIC_RX_FILTER_CHANGED</c>: the guest changed which frames a network card takes.</summary>
/// <param name="Name">The id of the card, or null.</param>
/// <param name="Path">Its QOM path.</param>
public sealed record ReceiveFilterChangedEvent(string? Name, string Path) : QmpEvent;

/// <summary><c>MEMORY_DEVICE_SIZE_CHANGE</c>: the guest plugged or unplugged a part of a memory device.</summary>
/// <param name="Id">The id of the device.</param>
/// <param name="Bytes">Its size now.</param>
public sealed record MemoryDeviceSizeEvent(string Id, ulong Bytes) : QmpEvent;

/// <summary><c>MEMORY_FAILURE</c>: the host has found bad memory.</summary>
/// <param name="Recipient"><c>hypervisor</c> or <c>guest</c>.</param>
/// <param name="Action"><c>ignore</c>, <c>inject</c>, <c>fatal</c> or <c>reset</c>.</param>
/// <param name="IsActionRequired">Whether the guest must act now.</param>
/// <param name="IsRecursive">Whether it happened while an earlier one was dealt with.</param>
public sealed record MemoryFailureEvent(string Recipient, string Action, bool IsActionRequired, bool IsRecursive)
    : QmpEvent;

/// <summary><c>PR_MANAGER_STATUS_CHANGED</c>: the server of persistent reservations came or went.</summary>
/// <param name="Id">The id of the object.</param>
/// <param name="IsConnected">Whether it is there now.</param>
public sealed record ReservationServerEvent(string Id, bool IsConnected) : QmpEvent;
