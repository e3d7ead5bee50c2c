using Lodge.Storage.Native;

namespace Lodge.Storage.Volumes.Images;

/// <summary>Whether two paths lead to one file.</summary>
public static class FileIdentity
{
    /// <summary>Follows every link of both; paths that lead nowhere lead to nothing together.</summary>
    public static bool AreSame(string one, string other) => one == other
        || (FileFacts.TryGet(one, follow: true, out var first)
            && FileFacts.TryGet(other, follow: true, out var second)
            && first.Identity == second.Identity);
}
