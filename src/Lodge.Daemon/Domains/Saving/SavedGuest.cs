using Lodge.Model.Domain;
using Lodge.Qemu.SavedState;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>A saved guest that a start lets go on.</summary>
/// <param name="Image">What it was saved with.</param>
/// <param name="File">Its file, open for reading.</param>
internal sealed record SavedGuest(SaveImage Image, SafeFileHandle File)
{
    /// <summary>Gives the machine exactly the CPU that the guest knows.</summary>
    public void Prepare(DomainDefinition definition)
    {
        if (SaveCookie.ReadCpu(Image.Cookie) is { } cpu)
            definition.Cpu = cpu;
    }

    /// <summary>Loads the guest into its QEMU, which waits for it.</summary>
    public async Task LoadAsync(LiveDomain live)
    {
        Image.SeekToStream(File);
        await GuestStream.ReadAsync(live, File, Image.Compression);
    }
}
