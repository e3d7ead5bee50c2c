namespace Lodge.Install.Media;

/// <summary>A kernel and the memory disk that goes with it, by their paths below a tree or on a medium.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Initrd">The memory disk.</param>
public sealed record KernelPaths(string Kernel, string Initrd);
