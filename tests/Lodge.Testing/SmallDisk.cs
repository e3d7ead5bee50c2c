namespace Lodge.Testing;

/// <summary>A daemon whose state lies on a file system of one mebibyte of its own. Needs root.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>The daemon.</summary>
    public LodgedProcess Lodged { get; private set; } = null!;

    /// <summary>Mounts it and starts the daemon.</summary>
    public static async Task<SmallDisk> StartAsync()
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("l").FullName);
        await Run("mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs", disk._folder);
        disk.Lodged = await LodgedProcess.StartAsync(disk._folder);
        return disk;
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        var path = Path.Combine(_folder, "filling");
        using var filling = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filling.Write(new byte[512]);
            }
        }
        catch (IOException)
        {
            // As full as it gets.
        }
    }

    /// <summary>Ends the daemon and unmounts.</summary>
    public async ValueTask DisposeAsync()
    {
        await Lodged.EndAllAsync();
        await Run("umount", _folder);
        Directory.Delete(_folder);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(program, arguments);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException(run.Errors);
        }
    }
}
