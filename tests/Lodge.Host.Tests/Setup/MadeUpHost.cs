using Lodge.Host.Programs;
using Lodge.Host.Setup;

namespace Lodge.Host.Tests.Setup;

/// <summary>A host below a folder, whose programs do to its files what the real ones would.</summary>
internal sealed class MadeUpHost : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lodge-host");

    public MadeUpHost(string release = "ID=debian\n")
    {
        Host = new SetupHost(_root.FullName, Run);
        Write("/etc/os-release", release);
        Write("/etc/passwd", "root:x:0:0::/root:/bin/sh\n");
        Write("/etc/group", "root:x:0:\n");
        Write("/proc/cpuinfo", "processor : 0\nflags : fpu vmx\n");
        Write("/sys/module/tun/refcnt", "0\n");
        Write("/usr/sbin/modprobe", "");
    }

    public SetupHost Host { get; }

    /// <summary>The commands that were run to change something.</summary>
    public List<string> Changes { get; } = [];

    public HashSet<string> Packages { get; } = ["qemu-utils"];

    /// <summary>A program that fails, with what it says.</summary>
    public (string Program, string Words)? Failing { get; set; }

    public string Said => _output.ToString();

    private readonly StringWriter _output = new() { NewLine = "\n" };

    public HostSetup Setup(bool isTrial = false) => new(Host, _output) { IsTrial = isTrial };

    public string? Text(string path) => Host.Files.Text(path);

    public void Write(string path, string text)
    {
        var whole = Host.Files.PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText(whole, text);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private Task<ProgramOutcome> Run(SetupCommand command, CancellationToken cancellation)
    {
        if (command.Program == Failing?.Program)
        {
            return Task.FromResult(new ProgramOutcome(1, "", $"first\n{Failing.Value.Words}\n"));
        }

        if (command.Program is "dpkg-query" or "rpm")
        {
            var known = Packages.Contains(command.Arguments[^1]);
            return Task.FromResult(new ProgramOutcome(known ? 0 : 1, known ? "installed" : "", ""));
        }

        Changes.Add(command.ToString());
        Do(command);
        return Task.FromResult(new ProgramOutcome(0, "", ""));
    }

    private void Do(SetupCommand command)
    {
        var last = command.Arguments[^1];
        switch (command.Program)
        {
            case "apt-get" or "dnf" when command.Arguments[0] == "install":
                Packages.UnionWith(command.Arguments.Where(static word => word is not ("install" or ['-', ..])));
                break;
            case "apt-get" or "dnf":
                Packages.ExceptWith(command.Arguments);
                break;
            case "tee":
                Write(last, command.Input!);
                break;
            case "rm":
                File.Delete(Host.Files.PathOf(last));
                break;
            case "install":
                Directory.CreateDirectory(Host.Files.PathOf(last));
                break;
            case "rmdir":
                Directory.Delete(Host.Files.PathOf(last));
                break;
            case "modprobe" when command.Arguments[0] != "-r":
                Directory.CreateDirectory(Host.Files.PathOf($"/sys/module/{last}"));
                break;
            case "modprobe":
                Directory.Delete(Host.Files.PathOf($"/sys/module/{last}"));
                break;
            case "groupadd" or "useradd":
                var file = command.Program == "useradd" ? "/etc/passwd" : "/etc/group";
                Write(file, Text(file) + $"{last}:x:999:\n");
                break;
            case "groupdel" or "userdel":
                var from = command.Program == "userdel" ? "/etc/passwd" : "/etc/group";
                Write(from, string.Concat(Host.Files.Lines(from)
                    .Where(line => !line.StartsWith(last + ":", StringComparison.Ordinal))
                    .Select(static line => line + "\n")));
                break;
        }
    }
}
