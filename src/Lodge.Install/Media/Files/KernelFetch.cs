namespace Lodge.Install.Media.Files;

/// <summary>Files for a kernel and its memory disk: both or none.</summary>
internal static class KernelFetch
{
    public static async Task<FetchedKernel> RunAsync(
        string folder, UnixFileMode mode, KernelPaths pair, Func<string, Stream, Task> fetch)
    {
        var kernel = await OneAsync(pair.Kernel);
        try
        {
            return new FetchedKernel(kernel, await OneAsync(pair.Initrd));
        }
        catch
        {
            File.Delete(kernel);
            throw;
        }

        async Task<string> OneAsync(string source)
        {
            var path = Path.Combine(folder, $"virtinst-{Path.GetRandomFileName()}-{Path.GetFileName(source)}");
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
                UnixCreateMode = mode,
            };
            FileStream target;
            try
            {
                target = new FileStream(path, options);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InstallSourceException($"'{folder}' takes no file for the installation: {e.Message}", e);
            }

            try
            {
                await using (target) await fetch(source, target);
                return path;
            }
            catch
            {
                File.Delete(path);
                throw;
            }
        }
    }
}
