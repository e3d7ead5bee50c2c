using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Programs;

/// <summary>Runs programs of the host to their end: never through a shell, each argument as it is.</summary>
public static class HostProgram
{
    /// <summary>Most characters kept of what a program writes.</summary>
    public const int OutputLimit = 16 * 1024 * 1024;

    private static readonly string[] SystemFolders =
        ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"];

    /// <summary>
    /// The path of a program, by <c>PATH</c> and then the system's folders; null where it is not installed.
    /// </summary>
    public static string? Find(string name)
    {
        if (Path.IsPathRooted(name)) return File.Exists(name) ? name : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Where(Path.IsPathRooted).Concat(SystemFolders)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program and waits for its end. Cancelled, it is killed with its children.</summary>
    /// <param name="name">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from its standard input; null for nothing.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <exception cref="VirException">It is not installed (<c>VIR_ERR_OPERATION_FAILED</c>), or cannot be
    /// executed.</exception>
    public static Task<ProgramOutcome> RunAsync(
        string name, IEnumerable<string> arguments, string? input = null, CancellationToken cancellation = default) =>
        RunAsync(name, arguments, new Dictionary<string, string>(), input, cancellation);

    /// <summary>Runs a program with variables of its own in its environment, and waits for its end.</summary>
    /// <inheritdoc cref="RunAsync(string, IEnumerable{string}, string?, CancellationToken)"/>
    public static async Task<ProgramOutcome> RunAsync(
        string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables,
        string? input = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(variables);
        var path = Find(name) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED,
            VirErrorDomain.VIR_FROM_NONE,
            $"Cannot find '{name}' in path: No such file or directory");
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        // Words are compared with what is known, so they must not be the administrator's own language.
        start.Environment["LC_ALL"] = "C";
        foreach (var (variable, value) in variables) start.Environment[variable] = value;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"cannot execute binary {path}: {failure.Message}",
                failure);
        }

        return await FinishAsync(process, input, cancellation);
    }

    private static async Task<ProgramOutcome> FinishAsync(
        Process process, string? input, CancellationToken cancellation)
    {
        try
        {
            var output = ReadAsync(process.StandardOutput, cancellation);
            var error = ReadAsync(process.StandardError, cancellation);
            await FeedAsync(process.StandardInput, input, cancellation);
            await process.WaitForExitAsync(cancellation);
            return new ProgramOutcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // All is read, so that the program never waits for us, but only so much is kept.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellation)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(count, OutputLimit - kept.Length));
        }

        return kept.ToString();
    }

    private static async Task FeedAsync(StreamWriter writer, string? input, CancellationToken cancellation)
    {
        try
        {
            await using (writer)
            {
                if (input is not null) await writer.WriteAsync(input.AsMemory(), cancellation);
            }
        }
        catch (IOException)
        {
            // A program that ends without reading everything says so by its status.
        }
    }
}
