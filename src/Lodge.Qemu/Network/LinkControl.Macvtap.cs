using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Network;

/// <summary>The files of macvtap devices.</summary>
internal static partial class LinkControl
{
    private const uint CharacterDevice = 0x2000 | 0x180;

    /// <summary>Opens a queue of a macvtap device.</summary>
    /// <param name="name">The device.</param>
    /// <param name="index">Its index, which is in the name of its file.</param>
    public static SafeFileHandle OpenMacvtap(string name, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/dev/tap{index}");
        var descriptor = Open(path, OpenReadWriteCloseOnExec);
        if (descriptor < 0) descriptor = OpenOwnNode(name, index);
        if (descriptor < 0) throw Failure($"cannot open macvtap tap device {path}");
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>
    /// Nobody has to wait for udev to make the file: the kernel tells the device's number, and a file of our own for
    /// it is opened and gone again.
    /// </summary>
    private static int OpenOwnNode(string name, int index)
    {
        var tap = "tap" + index.ToString(CultureInfo.InvariantCulture);
        var told = $"/sys/class/net/{name}/{tap}/dev";
        if (!File.Exists(told)) told = $"/sys/class/net/{name}/macvtap/{tap}/dev";
        if (!File.Exists(told) || File.ReadAllText(told).Trim().Split(':') is not [var major, var minor]) return -1;
        var number = MakeDevice(
            uint.Parse(major, CultureInfo.InvariantCulture), uint.Parse(minor, CultureInfo.InvariantCulture));
        var folder = Directory.CreateTempSubdirectory("lodge-tap-");
        try
        {
            var path = Path.Combine(folder.FullName, "tap");
            return MakeNode(path, CharacterDevice, number) == 0 ? Open(path, OpenReadWriteCloseOnExec) : -1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ulong MakeDevice(uint major, uint minor) =>
        ((ulong)(major & 0xfff) << 8) | (minor & 0xff)
        | ((ulong)(minor & ~0xffu) << 12) | ((ulong)(major & ~0xfffu) << 32);

    [LibraryImport("libc", EntryPoint = "mknod", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeNode(string path, uint mode, ulong device);
}
