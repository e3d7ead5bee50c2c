namespace Lodge.Install.Os;

/// <summary>A device that operating systems have drivers for.</summary>
/// <param name="Id">Its address in osinfo-db, such as <c>http://pcisig.com/pci/1af4/1041</c>.</param>
/// <param name="Name">The name that QEMU or libvirt has for it (<c>virtio-net</c>); null where none is known.</param>
/// <param name="Class"><c>net</c>, <c>block</c>, <c>video</c>, <c>audio</c>, …; null where unsaid.</param>
public sealed record OsDevice(string Id, string? Name, string? Class);
