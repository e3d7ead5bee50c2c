namespace Lodge.Install.Media.Files;

/// <summary>Paths below a tree. Trees come from strangers, and none may point out of itself.</summary>
internal static class InstallPath
{
    /// <summary>A path without a slash at its front.</summary>
    /// <exception cref="InstallSourceException">It leads out of the tree, or is no path.</exception>
    public static string Checked(string path)
    {
        var plain = path.TrimStart('/');
        if (plain.Split('/').Contains("..") || plain.AsSpan().ContainsAny('\0', '\n', '\r'))
            throw new InstallSourceException($"the install tree names a file '{path}' that is not below it");
        return plain;
    }
}
