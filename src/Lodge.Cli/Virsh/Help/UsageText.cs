using System.Text;
using Lodge.Cli.Virsh.Commands;

namespace Lodge.Cli.Virsh.Help;

/// <summary>The texts of <c>virsh --help</c> and <c>virsh --version</c>.</summary>
internal static class UsageText
{
    /// <summary>The libvirt release whose commands, texts and protocol these are.</summary>
    internal const string Version = "9.0.0";

    /// <summary>What <c>--help</c> prints.</summary>
    /// <param name="program">The name under which the program was called.</param>
    internal static string Usage(string program)
    {
        var text = new StringBuilder($"""

            {program} [options]... [<command_string>]
            {program} [options]... <command> [args...]

              options:
                -c | --connect=URI      hypervisor connection URI
                -d | --debug=NUM        debug level [0-4]
                -e | --escape <char>    set escape sequence for console
                -h | --help             this help
                -k | --keepalive-interval=NUM
                                        keepalive interval in seconds, 0 for disable
                -K | --keepalive-count=NUM
                                        number of possible missed keepalive messages
                -l | --log=FILE         output logging to file
                -q | --quiet            quiet mode
                -r | --readonly         connect readonly
                -t | --timing           print timing information
                -v                      short version
                -V                      long version
                     --version[=TYPE]   version, TYPE is short or long (default short)
              commands (non interactive mode):


            """);
        foreach (var group in CommandTable.Groups)
        {
            text.Append($" {group.Name} (help keyword '{group.Keyword}')\n{HelpText.Listing(group)}\n");
        }

        return text
            .Append("\n  (specify help <group> for details about the commands in the group)\n")
            .Append("\n  (specify help <command> for details about the command)\n\n")
            .ToString();
    }

    /// <summary>What <c>--version=long</c> prints: what this program supports, and nothing it does not.</summary>
    internal static string LongVersion() => $"""
        Virsh command line tool of libvirt {Version}
        See web site at https://libvirt.org/

        Compiled with support for:
         Hypervisors: QEMU/KVM Test
         Networking: Remote
         Storage:
         Miscellaneous: Daemon Debug Readline

        """;
}
