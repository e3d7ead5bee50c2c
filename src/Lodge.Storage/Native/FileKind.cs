namespace Lodge.Storage.Native;

/// <summary>What stands at a path (the type bits of a mode).</summary>
internal enum FileKind
{
    None = 0,
    Fifo = 0x1000,
    Character = 0x2000,
    Folder = 0x4000,
    Block = 0x6000,
    Regular = 0x8000,
    Link = 0xa000,
    Socket = 0xc000,
}
