using Microsoft.Win32.SafeHandles;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Open files of the calling shell that go to the daemon with a call (<c>--pass-fds</c>).</summary>
internal sealed class PassedFiles : IDisposable
{
    private readonly List<SafeFileHandle> _handles = [];

    /// <summary>The files in the order of the option.</summary>
    internal IReadOnlyList<SafeFileHandle> Handles => _handles;

    /// <summary>Reads <c>--pass-fds 3,4</c>; without it there are none.</summary>
    internal static PassedFiles From(Arguments arguments)
    {
        var files = new PassedFiles();
        foreach (var word in arguments.TextQuiet("pass-fds")?.Split(',') ?? [])
        {
            if (!NumberText.TrySigned(word, int.MinValue, int.MaxValue, out var number))
            {
                throw new CommandFailure($"Unable to parse FD number '{word}'");
            }

            files._handles.Add(new SafeFileHandle((nint)number, ownsHandle: false));
        }

        return files;
    }

    /// <inheritdoc/>
    public void Dispose() => _handles.ForEach(static handle => handle.Dispose());
}
