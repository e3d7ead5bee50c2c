using System.Runtime.InteropServices;

namespace Lodge.Qemu.CommandLine;

/// <summary>An open file that a new process is given.</summary>
/// <param name="Number">The descriptor's number in the new process, from 3 up.</param>
/// <param name="Handle">The file, open in this process.</param>
public sealed record PassedFile(int Number, SafeHandle Handle);
