using System.Runtime.InteropServices;

namespace Lodge.Qemu.CommandLine;

/// <summary>A QEMU process to be: its program, arguments, environment, and the open files it is given.</summary>
public sealed class QemuCommand : IDisposable
{
    private readonly List<string> _arguments = new(128);
    private readonly Dictionary<string, string> _environment = [];
    private readonly List<PassedFile> _files = [];
    private int _nextFile = FirstFile;
    private int _nextSet;

    // 0, 1 and 2 are the log and nothing else.
    private const int FirstFile = 3;

    /// <summary>Starts a command for a program.</summary>
    /// <param name="emulator">The absolute path of QEMU's program.</param>
    public QemuCommand(string emulator) => Emulator = emulator;

    /// <summary>The absolute path of QEMU's program.</summary>
    public string Emulator { get; }

    /// <summary>The arguments after the program's own name, in order.</summary>
    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>The whole environment of the process.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment;

    /// <summary>
    /// The open files the process is given, each under a fixed descriptor number; disposed with the command.
    /// </summary>
    public IReadOnlyList<PassedFile> Files => _files;

    /// <summary>Adds an option without a value.</summary>
    public void Add(string option) => _arguments.Add(option);

    /// <summary>Adds an option and its value.</summary>
    public void Add(string option, string value)
    {
        _arguments.Add(option);
        _arguments.Add(value);
    }

    /// <summary>Adds an option and its <c>key=value,…</c> list.</summary>
    public void Add(string option, OptionString value) => Add(option, value.ToString());

    /// <summary>Adds an option and its value in JSON.</summary>
    public void Add(string option, QemuProperties value) => Add(option, value.ToJson());

    /// <summary>Sets a variable of the environment.</summary>
    public void SetEnvironment(string name, string value) => _environment[name] = value;

    /// <summary>Gives an open file to the process.</summary>
    /// <returns>The descriptor's number in the process.</returns>
    public int PassFile(SafeHandle handle)
    {
        _files.Add(new PassedFile(_nextFile, handle));
        return _nextFile++;
    }

    /// <summary>Keeps the next descriptor's number free, for a command that is only to be shown.</summary>
    public int ReserveFile() => _nextFile++;

    /// <summary>Gives an open file to the process as a set of descriptors of its own.</summary>
    /// <param name="handle">The open file.</param>
    /// <param name="name">What QEMU calls it in <c>query-fdsets</c>.</param>
    /// <returns>The path to name it by: <c>/dev/fdset/N</c>.</returns>
    public string PassFileAsPath(SafeHandle handle, string name)
    {
        var set = _nextSet++;
        var number = PassFile(handle);
        Add("-add-fd", new OptionString().Add("set", set).Add("fd", number).Add("opaque", name));
        return $"/dev/fdset/{set}";
    }

    /// <summary>Closes the files; the process has its own copies once it runs.</summary>
    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Handle.Dispose();
        }

        _files.Clear();
    }
}
