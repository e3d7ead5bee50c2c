using System.ComponentModel;
using System.Diagnostics;

namespace Lodge.Transport.Ssh;

/// <summary>A server on another host, through an ssh program whose input and output are the connection.</summary>
public sealed class SshTransport : StreamTransport
{
    private readonly Process _ssh;
    private readonly Task<string> _complaints;

    private SshTransport(Process ssh)
        : base(ssh.StandardOutput.BaseStream, ssh.StandardInput.BaseStream, isSecure: true)
    {
        _ssh = ssh;
        _complaints = ssh.StandardError.ReadToEndAsync();
    }

    /// <summary>What ssh said on standard error, once it has ended.</summary>
    public override string? LastWords
    {
        get
        {
            // The end of its output came before this is asked, so that ssh is at its end too.
            _ssh.WaitForExit(TimeSpan.FromSeconds(1));
            return _complaints.IsCompletedSuccessfully ? _complaints.Result.Trim() : null;
        }
    }

    /// <summary>Starts ssh.</summary>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static SshTransport Start(SshOptions options)
    {
        var start = new ProcessStartInfo(options.Program)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in options.ToArguments())
        {
            start.ArgumentList.Add(argument);
        }

        return new SshTransport(Process.Start(start)!);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            if (!_ssh.HasExited)
            {
                _ssh.Kill();
            }

            _ssh.Dispose();
        }
    }
}
