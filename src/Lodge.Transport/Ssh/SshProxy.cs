namespace Lodge.Transport.Ssh;

/// <summary>What joins ssh and the server's socket on the other host (the <c>proxy</c> parameter).</summary>
public enum SshProxy
{
    /// <summary>virt-ssh-helper where it is there, else netcat.</summary>
    Auto,

    /// <summary>netcat.</summary>
    Netcat,

    /// <summary>virt-ssh-helper.</summary>
    Native,
}
