using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Probing;

/// <summary>The files and devices that hold images, opened so that nothing they are can hold the daemon up.</summary>
public static class ImageFile
{
    /// <summary>Reads the first bytes of an image.</summary>
    /// <returns>At most <see cref="ImageHeader.LargestSize"/> bytes; none of a folder.</returns>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_SYSTEM_ERROR where it cannot be read,
    /// VIR_ERR_INTERNAL_ERROR where it is a pipe or a socket.</exception>
    public static byte[] ReadHead(string path)
    {
        if (!FileFacts.TryGet(path, follow: true, out var facts))
        {
            throw StorageError.System($"Cannot access storage file '{path}'");
        }

        RefuseChannels(path, facts.Kind);
        if (facts.Kind == FileKind.Folder) return [];
        using var file = Open(path);
        return ReadHead(file, path);
    }

    /// <summary>Opens an image for reading, without waiting for a peer or a carrier.</summary>
    internal static SafeFileHandle Open(string path)
    {
        const int Flags = LibC.ReadOnly | LibC.NonBlocking | LibC.NoTerminal | LibC.CloseOnExec;

        // To look at an image is no use of it. Who does not own the file cannot ask for that.
        var file = LibC.Open(path, Flags | LibC.NoAccessTime, 0);
        if (file < 0 && Marshal.GetLastPInvokeError() == LibC.NotPermitted) file = LibC.Open(path, Flags, 0);
        return file >= 0
            ? new SafeFileHandle(file, ownsHandle: true)
            : throw StorageError.System($"cannot open volume '{path}'");
    }

    /// <summary>Says that nothing but the first bytes will be read, so that no more is brought to memory.</summary>
    internal static void ExpectHeadOnly(SafeFileHandle file) => _ = LibC.Advise(file, 0, 0, LibC.RandomReads);

    /// <summary>Refuses what no image can be.</summary>
    internal static void RefuseChannels(string path, FileKind kind)
    {
        if (kind == FileKind.Fifo) throw StorageError.Internal($"Volume path '{path}' is a FIFO");
        if (kind == FileKind.Socket) throw StorageError.Internal($"Volume path '{path}' is a socket");
    }

    /// <summary>Reads the first bytes of an open image.</summary>
    internal static byte[] ReadHead(SafeFileHandle file, string path)
    {
        var head = new byte[ImageHeader.LargestSize];
        var length = ReadHead(file, path, head);
        return head[..length];
    }

    /// <summary>Reads the first bytes of an open image into a buffer.</summary>
    /// <returns>How many there were.</returns>
    internal static int ReadHead(SafeFileHandle file, string path, Span<byte> head) => ReadPart(file, path, head, 0);

    /// <summary>
    /// Reads the header of an open image: all of it at once, which is best for a disk, or for an image that is likely
    /// to be in memory no more of it than is needed.
    /// </summary>
    /// <remarks>
    /// The buffer holds what was read and nothing else is looked at: it need not be cleared for each of many files.
    /// </remarks>
    [SkipLocalsInit]
    internal static ImageHeader ReadHeader(SafeFileHandle file, string path, bool isInMemory)
    {
        // Nearly all formats tell everything in the first block; what ISO images are known by is in the last.
        const int FirstBlock = 4096, LastBlock = 0x8000;
        Span<byte> head = stackalloc byte[ImageHeader.LargestSize];
        if (isInMemory && ReadHead(file, path, head[..FirstBlock]) == FirstBlock
            && ReadPart(file, path, head[LastBlock..], LastBlock) is > 0 and var last
            && ImageHeader.TryRead(head[..(LastBlock + last)], FirstBlock, LastBlock) is { } header)
        {
            return header;
        }

        return ImageHeader.Read(head[..ReadHead(file, path, head)]);
    }

    private static unsafe int ReadPart(SafeFileHandle file, string path, Span<byte> head, long offset)
    {
        var length = 0;
        while (length < head.Length)
        {
            fixed (byte* place = head[length..])
            {
                var count = LibC.ReadAt(file, place, (nuint)(head.Length - length), offset + length);
                if (count < 0) throw StorageError.System($"cannot read header '{path}'");
                if (count == 0) break;
                length += (int)count;
            }
        }

        return length;
    }
}
