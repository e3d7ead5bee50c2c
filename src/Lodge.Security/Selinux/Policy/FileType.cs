namespace Lodge.Security.Selinux.Policy;

/// <summary>Which files a rule is about: <c>semanage</c>'s letter, the mark in <c>file_contexts</c>, and the words in
/// a list.</summary>
/// <param name="Letter">The letter, as <c>f</c>.</param>
/// <param name="Mark">The mark, as <c>--</c>; empty for all files.</param>
/// <param name="Words">The words, as <c>regular file</c>.</param>
/// <param name="Mode">The type in <c>st_mode</c>; 0 for all.</param>
public sealed record FileType(char Letter, string Mark, string Words, int Mode)
{
    /// <summary>All types, the one for all files first.</summary>
    public static IReadOnlyList<FileType> All { get; } =
    [
        new('a', "", "all files", 0),
        new('f', "--", "regular file", 0x8000),
        new('d', "-d", "directory", 0x4000),
        new('c', "-c", "character device", 0x2000),
        new('b', "-b", "block device", 0x6000),
        new('s', "-s", "socket", 0xc000),
        new('l', "-l", "symbolic link", 0xa000),
        new('p', "-p", "named pipe", 0x1000),
    ];
}
