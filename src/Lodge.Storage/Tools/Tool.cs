using Lodge.Host.Programs;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Tools;

/// <summary>The programs of the host that storage is worked with; what fails is told in libvirt's words.</summary>
internal static class Tool
{
    /// <summary>Whether the host has a program.</summary>
    public static bool IsInstalled(string name) => HostProgram.Find(name) is not null;

    /// <summary>Runs a program that must succeed.</summary>
    /// <param name="name">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="VirException">It is not there, or it failed: its own words are in the text.</exception>
    public static async Task<string> RunAsync(
        string name, IReadOnlyList<string> arguments, CancellationToken cancellation, string? input = null)
    {
        var outcome = await TryAsync(name, arguments, cancellation, input);
        return outcome.IsSuccess ? outcome.Output : throw Failed(name, arguments, outcome);
    }

    /// <summary>Runs a program whose exit status says something.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async Task<ProgramOutcome> TryAsync(
        string name, IReadOnlyList<string> arguments, CancellationToken cancellation, string? input = null) =>
        IsInstalled(name)
            ? await HostProgram.RunAsync(name, arguments, input, cancellation)
            : throw StorageError.Internal($"Cannot find '{name}' in path: No such file or directory");

    /// <summary>The failure of a program.</summary>
    public static VirException Failed(string name, IReadOnlyList<string> arguments, ProgramOutcome outcome)
    {
        var line = string.Join(' ', arguments.Prepend(HostProgram.Find(name) ?? name));
        var end = outcome.Status > 128 ? $"fatal signal {outcome.Status - 128}" : $"exit status {outcome.Status}";
        return StorageError.Internal($"Child process ({line}) unexpected {end}: {outcome.Error}");
    }
}
