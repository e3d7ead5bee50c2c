using Lodge.Host.Facts;

namespace Lodge.Host.Tests;

/// <summary>A host made of files in a folder of its own, gone when disposed.</summary>
internal sealed class FakeHost : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lodge-host-").FullName;

    public HostFiles Files => new(_root);

    public FakeHost With(string path, string text)
    {
        var file = _root + path;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public FakeHost With(string path, byte[] bytes)
    {
        With(path, string.Empty);
        File.WriteAllBytes(_root + path, bytes);
        return this;
    }

    public FakeHost WithFolder(string path)
    {
        Directory.CreateDirectory(_root + path);
        return this;
    }

    /// <summary>A link to another path of the host.</summary>
    public FakeHost WithLink(string path, string target)
    {
        var link = _root + path;
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, _root + target);
        return this;
    }

    /// <summary>A CPU in a cell, on a core of a socket.</summary>
    public FakeHost WithCpu(int cpu, int node, int socket, int core, string siblings, int die = 0)
    {
        var topology = $"/sys/devices/system/cpu/cpu{cpu}/topology";
        return With($"{topology}/physical_package_id", $"{socket}\n")
            .With($"{topology}/core_id", $"{core}\n")
            .With($"{topology}/die_id", $"{die}\n")
            .With($"{topology}/thread_siblings_list", $"{siblings}\n")
            .WithFolder($"/sys/devices/system/node/node{node}/cpu{cpu}");
    }

    public FakeHost WithNodeMemory(int node, long total, long free) => With(
        $"/sys/devices/system/node/node{node}/meminfo",
        $"Node {node} MemTotal:       {total} kB\nNode {node} MemFree:        {free} kB\nNode {node} MemUsed: 1 kB\n");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
