using Lodge.Security.Selinux;

namespace Lodge.Cli.Selinux;

/// <summary><c>lodge selinux</c>: the labels that files have by the policy, and setting them.</summary>
internal static class SelinuxProgram
{
    internal const string Usage =
        """
        Usage: lodge selinux fcontext add -t TYPE [-f FILETYPE] PATTERN
               lodge selinux fcontext add -e LIKE FOLDER
               lodge selinux fcontext list [-C]
               lodge selinux fcontext delete [-f FILETYPE] PATTERN
               lodge selinux restorecon [-R] [-v] [-n] [-F] [-i] [--root DIR] PATH...

        fcontext    rules of your own: which paths get which label (as semanage fcontext)
          add         files whose whole path matches PATTERN get TYPE; virt_image_t is the type for images
                      with -e, files in FOLDER are labelled as those in LIKE
          list        all rules; with -C your own alone
          delete      take a rule back
        restorecon  give files the label that the rules say (as restorecon)
          -R          with all that is in a folder     -v  print what is relabelled
          -n          change nothing                   -F  the whole label, not the type alone
          -i          a PATH that is not there is no error
          --root DIR  DIR stands for /, as while a system is installed

        FILETYPE: a all, f file, d folder, c and b character and block device, s socket, l link, p pipe

        A folder of images outside /var/lib/libvirt/images:
          lodge selinux fcontext add -t virt_image_t "/virtstorage(/.*)?"
          lodge selinux restorecon -R -v /virtstorage

        """;

    /// <summary>Runs the program on the process's own output.</summary>
    /// <returns>The exit status.</returns>
    internal static async Task<int> RunAsync(string[] words)
    {
        using var selinux = new HostSelinux();
        return await RunAsync(words, selinux, Console.Out, Console.Error);
    }

    internal static async Task<int> RunAsync(string[] words, ISelinux selinux, TextWriter output, TextWriter error)
    {
        switch (words)
        {
            case [] or ["--help" or "-h" or "help", ..]:
                await output.WriteAsync(Usage);
                return 0;
            case ["restorecon", .. var rest]:
                return new RestoreconCommand(selinux, output, error).Run(rest);
            case ["fcontext", .. var rest]:
                return await new FcontextCommand(selinux, output, error).RunAsync(rest);
            default:
                await error.WriteLineAsync(
                    $"lodge selinux: there is no command '{words[0]}'; 'lodge selinux --help' lists them");
                return 1;
        }
    }
}
