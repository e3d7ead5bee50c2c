using Lodge.Host.Programs;

namespace Lodge.Storage.Tests.Backends;

/// <summary>A disk in a file, which is given back after the test.</summary>
internal sealed class LoopDevice : IDisposable
{
    private const int Size = 64 * 1024 * 1024;
    private readonly TemporaryFolder _folder;

    private LoopDevice(TemporaryFolder folder, string path) => (_folder, Path) = (folder, path);

    /// <summary>The device.</summary>
    public string Path { get; }

    /// <summary>Makes one; skips the test where this machine cannot, or lacks a program that the test needs.</summary>
    public static LoopDevice Make(params string[] programs)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "loop devices need root");
        foreach (var program in programs.Append("losetup"))
            Assert.SkipWhen(HostProgram.Find(program) is null, $"{program} is not installed");
        var folder = new TemporaryFolder();
        using (var file = File.Create(folder["disk"]))
            file.SetLength(Size);
        var made = Run("losetup", "--find", "--show", folder["disk"]);
        if (!made.IsSuccess)
            folder.Dispose();
        Assert.SkipUnless(made.IsSuccess, $"this kernel has no loop devices: {made.Error}");
        return new LoopDevice(folder, made.Output.Trim());
    }

    /// <summary>Runs a program to its end.</summary>
    public static ProgramOutcome Run(string program, params string[] arguments) =>
        HostProgram.RunAsync(program, arguments).GetAwaiter().GetResult();

    public void Dispose()
    {
        Run("losetup", "--detach", Path);
        _folder.Dispose();
    }
}
