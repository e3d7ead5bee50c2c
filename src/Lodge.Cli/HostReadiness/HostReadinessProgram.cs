using Lodge.Host.Facts;
using Lodge.Host.Setup;
using Lodge.Host.Validation;
using Lodge.Security.Selinux;

namespace Lodge.Cli.HostReadiness;

/// <summary><c>lodge host</c>: whether this host is ready for guests, and making it so.</summary>
internal static class HostReadinessProgram
{
    internal const string Usage =
        """
        Usage: lodge host check [-q] [-c URI]
               lodge host setup [--dry-run] [--root DIR]
               lodge host setup --undo [--dry-run] [--root DIR]

        check   what virt-host-validate looks at, and programs, accounts, services, networks, storage, labels and the
                time; a line each, with what to do
          -q      print nothing; the exit status is 1 where a check failed
          -c URI  the daemon that is asked (qemu:///system)
        setup   make the host ready: packages, modules, accounts, folders, labels, services, the default network and
                pool; done twice, it finds nothing to do
          --dry-run   print what would be done
          --undo      take back what setup did, the last change first
          --root DIR  the host is installed below DIR

        """;

    private const string Name = "lodge host";
    private const string System = "qemu:///system";

    /// <summary>Runs the program on the process's own output.</summary>
    /// <returns>The exit status.</returns>
    internal static Task<int> RunAsync(string[] words) =>
        RunAsync(words, Console.Out, Console.Error, !Console.IsOutputRedirected);

    internal static async Task<int> RunAsync(string[] words, TextWriter output, TextWriter error, bool colours)
    {
        switch (words)
        {
            case [] or ["--help" or "-h" or "help", ..]:
                await output.WriteAsync(Usage);
                return 0;
            case ["check", .. var rest]:
                return await CheckAsync(rest, output, error, colours);
            case ["setup", .. var rest]:
                return await SetUpAsync(rest, output, error);
            default:
                return await RefuseAsync(error, $"there is no command '{words[0]}'");
        }
    }

    private static async Task<int> CheckAsync(string[] words, TextWriter output, TextWriter error, bool colours)
    {
        var isQuiet = false;
        var uri = System;
        for (var at = 0; at < words.Length; at++)
        {
            switch (words[at])
            {
                case "-q" or "--quiet":
                    isQuiet = true;
                    break;
                case "-c" or "--connect" when at + 1 < words.Length:
                    uri = words[++at];
                    break;
                default:
                    return await RefuseAsync(error, $"there is no option '{words[at]}'");
            }
        }

        var to = isQuiet ? null : output;
        using var selinux = new HostSelinux();
        var good = CheckReport.Write(HostValidation.Qemu(), to, colours)
            & CheckReport.Write(ReadinessChecks.All(HostFiles.Real), to, colours)
            & CheckReport.Write(LabelChecks.All(selinux), to, colours)
            & CheckReport.Write(await new DaemonChecks(uri, selinux).RunAsync(), to, colours);
        return good ? 0 : 1;
    }

    private static async Task<int> SetUpAsync(string[] words, TextWriter output, TextWriter error)
    {
        var (isTrial, isUndo, root) = (false, false, "/");
        for (var at = 0; at < words.Length; at++)
        {
            switch (words[at])
            {
                case "--dry-run" or "-n":
                    isTrial = true;
                    break;
                case "--undo":
                    isUndo = true;
                    break;
                case "--root" when at + 1 < words.Length:
                    root = Path.GetFullPath(words[++at]);
                    break;
                default:
                    return await RefuseAsync(error, $"there is no option '{words[at]}'");
            }
        }

        if (!isTrial && !Environment.IsPrivilegedProcess)
        {
            return await RefuseAsync(error, "only root can change the host; --dry-run shows what would be done");
        }

        var setup = new HostSetup(new SetupHost(root), output) { IsTrial = isTrial };
        return await (isUndo ? setup.UndoAsync() : setup.RunAsync()) ? 0 : 1;
    }

    private static async Task<int> RefuseAsync(TextWriter error, string what)
    {
        await error.WriteLineAsync($"{Name}: {what}; '{Name} --help' explains it");
        return 1;
    }
}
