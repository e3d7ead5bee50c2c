using System.Diagnostics;
using System.Text;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Tools;

/// <summary>
/// The programs of the host that storage is worked with. Each is started by its path with a list of arguments, so that
/// no shell ever reads a name; in the C locale, with no input but what is given; what it writes is kept up to a limit.
/// </summary>
internal static class Tool
{
    /// <summary>Most characters kept of a program's output; one that writes more is ended.</summary>
    public const int OutputLimit = 16 * 1024 * 1024;

    private const int ErrorLimit = 16 * 1024;

    private static readonly string[] Folders =
        ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"];

    /// <summary>The path of a program; null where the host does not have it.</summary>
    public static string? Find(string name)
    {
        foreach (var folder in Folders)
        {
            var path = $"{folder}/{name}";
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>Runs a program that must succeed.</summary>
    /// <param name="name">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="VirException">It is not there, or it failed: its own words are in the text.</exception>
    public static async Task<string> RunAsync(
        string name, IReadOnlyList<string> arguments, CancellationToken cancellation, ReadOnlyMemory<byte> input = default)
    {
        var result = await TryAsync(name, arguments, cancellation, input);
        return result.Status == 0 ? result.Output : throw Failed(name, arguments, result);
    }

    /// <summary>Runs a program whose exit status says something.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async Task<ToolResult> TryAsync(
        string name, IReadOnlyList<string> arguments, CancellationToken cancellation, ReadOnlyMemory<byte> input = default)
    {
        var path = Find(name) ?? throw StorageError.Internal($"Cannot find '{name}' in path");
        using var process = new Process { StartInfo = Prepare(path, arguments) };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw StorageError.System(failure.NativeErrorCode, $"cannot execute binary {path}");
        }

        try
        {
            var output = ReadAsync(process.StandardOutput, OutputLimit, refuse: true, cancellation);
            var error = ReadAsync(process.StandardError, ErrorLimit, refuse: false, cancellation);
            await WriteAsync(process.StandardInput, input, cancellation);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(cancellation);
            return new ToolResult(process.ExitCode, await output, await error);
        }
        catch
        {
            Kill(process);
            throw;
        }
    }

    /// <summary>The failure of a program, in libvirt's words.</summary>
    public static VirException Failed(string name, IReadOnlyList<string> arguments, ToolResult result)
    {
        var line = string.Join(' ', arguments.Prepend(Find(name) ?? name));
        var kind = result.Status > 128 ? $"fatal signal {result.Status - 128}" : $"exit status {result.Status}";
        return StorageError.Internal($"Child process ({line}) unexpected {kind}: {result.Error}");
    }

    private static ProcessStartInfo Prepare(string path, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var path0 = start.Environment.TryGetValue("PATH", out var known) ? known : null;
        start.Environment.Clear();
        start.Environment["PATH"] = path0 ?? string.Join(':', Folders);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static async Task<string> ReadAsync(
        StreamReader reader, int limit, bool refuse, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellation)) > 0)
        {
            if (refuse && text.Length + count > limit)
                throw StorageError.Internal($"a program wrote more than {limit} characters");
            text.Append(buffer, 0, Math.Min(count, limit - text.Length));
        }

        return text.ToString();
    }

    private static async Task WriteAsync(StreamWriter writer, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        await using (writer)
        {
            try
            {
                await writer.BaseStream.WriteAsync(input, cancellation);
            }
            catch (IOException)
            {
                // A program that ends without reading says why by its exit status.
            }
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }
}
