namespace Lodge.Cli.SshProxy;

/// <summary>
/// The <c>virt-ssh-helper</c> tool: a client's ssh runs it on the daemon's machine, and it joins its standard streams
/// to the
/// daemon's socket.
/// </summary>
/// <remarks>Source: libvirt's documentation of remote connections, "ssh transport".</remarks>
internal static class SshProxyProgram
{
    /// <summary>Runs it.</summary>
    /// <param name="name">The name under which the program was called.</param>
    /// <param name="words">The words behind that name.</param>
    /// <returns>0 when one side ended the connection, else 1.</returns>
    internal static async Task<int> RunAsync(string name, string[] words)
    {
        var readOnly = false;
        var rest = new List<string>();
        foreach (var word in words)
        {
            switch (word)
            {
                case "-r" or "--readonly":
                    readOnly = true;
                    break;
                case "-V" or "--version":
                    Console.Out.WriteLine($"{name} (libvirt) {Virsh.Help.UsageText.Version}");
                    return 0;
                case "-h" or "--help":
                    Console.Out.Write(Usage(name));
                    return 0;
                default:
                    rest.Add(word);
                    break;
            }
        }

        if (rest is not [var uri])
        {
            Console.Out.Write(Usage(name));
            return 1;
        }

        try
        {
            using var socket = await DaemonSocket.OpenAsync(uri, readOnly);
            await SocketRelay.RunAsync(socket);
            return 0;
        }
        catch (Exception error) when (error is VirException or IOException or System.Net.Sockets.SocketException)
        {
            Console.Error.WriteLine($"{name}: could not proxy traffic: {error.Message}");
            return 1;
        }
    }

    private static string Usage(string name) => $"""
        Usage:
          {name} [OPTION?] URI - libvirt socket proxy

        Internal tool used to handle connections coming from remote
        clients. Not intended to be called directly by the user.

        Help Options:
          -h, --help         Show help options

        Application Options:
          -r, --readonly     Connect read-only
          -V, --version      Display version information


        """;
}
