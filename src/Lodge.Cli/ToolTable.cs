namespace Lodge.Cli;

/// <summary>The tools of this one program: the name under which it is called says which one runs.</summary>
internal static class ToolTable
{
    private const string Usage = """
        Usage: lodge TOOL [ARGUMENT...]

        Tools:
          virsh               manage guests, networks, storage and the host
          host                whether this host is ready for guests, and making it so
          selinux             labels of files: rules of your own, and setting what they say
          virt-host-validate  check that this host can run guests, and say what to do where it cannot
          virt-ssh-helper     carry a connection that came by ssh to the daemon's socket
          virt-install        make a guest and install it
          virt-clone          make a guest like another one
          virt-xml            change a guest with the options of virt-install
          kickstart           check kickstarts, and write them

        Each tool also runs under its own name, and explains itself with --help.

        """;

    /// <summary>Runs the tool that was called.</summary>
    /// <param name="path">The path under which the program was called.</param>
    /// <param name="words">The words behind it.</param>
    /// <returns>The exit status.</returns>
    internal static Task<int> RunAsync(string path, string[] words)
    {
        var name = Path.GetFileName(path);
        if (Find(name) is { } tool)
        {
            return tool(path, words);
        }

        if (words.Length > 0 && Find(words[0]) is { } named)
        {
            return named(words[0], words[1..]);
        }

        return Task.FromResult(Explain(words));
    }

    private static Func<string, string[], Task<int>>? Find(string name) => name switch
    {
        "virsh" => static (path, words) => VirshProgram.RunAsync(Path.GetFileName(path), words),
        "virt-host-validate" => static (_, words) =>
            Task.FromResult(HostValidate.HostValidateProgram.Run(words)),
        "host" => static (_, words) => HostReadiness.HostReadinessProgram.RunAsync(words),
        "selinux" => static (_, words) => Selinux.SelinuxProgram.RunAsync(words),
        "virt-ssh-helper" => static (path, words) =>
            SshProxy.SshProxyProgram.RunAsync(Path.GetFileName(path), words),
        "virt-install" => static (_, words) => VirtInstall.VirtInstallProgram.RunAsync(words),
        "virt-clone" => static (_, words) => VirtClone.VirtCloneProgram.RunAsync(words),
        "virt-xml" => static (_, words) => VirtXml.VirtXmlProgram.RunAsync(words),
        "kickstart" => static (_, words) => Task.FromResult(Kickstart.KickstartProgram.Run(words)),
        "manual" => static (_, words) => Task.FromResult(Syntax.SyntaxTool.PrintManual(words)),
        "complete" => static (_, words) => Task.FromResult(Syntax.SyntaxTool.PrintCompletion(words)),
        _ => null,
    };

    private static int Explain(string[] words)
    {
        switch (words)
        {
            case [] or ["--help" or "-h" or "help"]:
                Console.Out.Write(Usage);
                return 0;
            case ["--version"]:
                Console.Out.WriteLine(typeof(ToolTable).Assembly.GetName().Version?.ToString(3));
                return 0;
            default:
                Console.Error.WriteLine($"lodge: there is no tool '{words[0]}'; 'lodge --help' lists them");
                return 1;
        }
    }
}
