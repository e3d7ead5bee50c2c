namespace Lodge.Install.Media;

/// <summary>A kernel and a memory disk that were brought here for one start. Gone when disposed.</summary>
public sealed class FetchedKernel : IDisposable
{
    internal FetchedKernel(string kernelPath, string initrdPath)
    {
        KernelPath = kernelPath;
        InitrdPath = initrdPath;
    }

    /// <summary>The kernel's file.</summary>
    public string KernelPath { get; }

    /// <summary>The memory disk's file.</summary>
    public string InitrdPath { get; }

    /// <summary>Removes both.</summary>
    public void Dispose()
    {
        File.Delete(KernelPath);
        File.Delete(InitrdPath);
    }
}
