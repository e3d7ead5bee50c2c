namespace Lodge.Security.Tests.Selinux.Policy;

/// <summary>The installed policy, copied, to be changed.</summary>
internal sealed class PolicyCopy : IDisposable
{
    private static readonly string[] Parts = ["", ".homedirs", ".subs_dist"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-policy");

    public PolicyCopy(bool isCompiled = true)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Contexts)!);
        foreach (var part in Parts.Where(part => File.Exists(InstalledPolicy.Contexts + part)))
        {
            File.Copy(InstalledPolicy.Contexts + part, Contexts + part);
        }

        if (isCompiled)
        {
            Directory.CreateSymbolicLink(
                Path.Combine(Folder, "policy"), Path.Combine(InstalledPolicy.Folder, "policy"));
        }
    }

    public string Folder => _folder.FullName;

    public string Contexts => Path.Combine(Folder, "contexts/files/file_contexts");

    public void Dispose() => _folder.Delete(recursive: true);
}
