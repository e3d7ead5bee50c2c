using Lodge.Protocol.Errors;

namespace Lodge.Security.Selinux;

/// <summary>What SELinux on a host answers, and lets one set. The real one is <see cref="HostSelinux"/>.</summary>
public interface ISelinux
{
    /// <summary>Whether the kernel labels processes and files.</summary>
    bool IsEnabled { get; }

    /// <summary>Whether it refuses what the policy does not allow, rather than to note it only.</summary>
    bool IsEnforcing { get; }

    /// <summary>The folder of the policy in force, as <c>/etc/selinux/targeted</c>; null where there is none.</summary>
    string? PolicyFolder { get; }

    /// <summary>The label of this process.</summary>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: the kernel does not tell.</exception>
    string OwnContext();

    /// <summary>The label of a process; null where it is gone.</summary>
    /// <param name="processId">Its number.</param>
    string? ContextOf(int processId);

    /// <summary>The label of a file; null, with the error, where it has none or cannot have one.</summary>
    /// <param name="path">Its path; a link is followed.</param>
    (string? Context, int Error) FileContext(string path);

    /// <summary>Sets the label of a file.</summary>
    /// <param name="path">Its path; a link is followed.</param>
    /// <param name="context">The label.</param>
    /// <returns>0, or the error.</returns>
    int SetFileContext(string path, string context);

    /// <summary>The label that the policy gives a path; null where it gives none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="mode">The file's type and permissions, or 0 for whatever it is.</param>
    string? DefaultContext(string path, int mode);

    /// <summary>Whether the policy knows a label.</summary>
    /// <param name="context">The label.</param>
    bool IsValid(string context);

    /// <summary>A switch of the policy, as <c>virt_use_nfs</c>; null where it has none of the name.</summary>
    /// <param name="name">Its name.</param>
    bool? Boolean(string name);

    /// <summary>Whether the policy lets one label do something to another.</summary>
    /// <param name="source">The label of the process.</param>
    /// <param name="target">The label of what it uses.</param>
    /// <param name="kind">What that is: <c>file</c>, <c>dir</c> …</param>
    /// <param name="permission">What it does: <c>read</c>, <c>search</c> …</param>
    bool Allows(string source, string target, string kind, string permission);

    /// <summary>Has programs that this thread starts run with a label; null for what the policy says.</summary>
    /// <param name="context">The label.</param>
    /// <returns>0, or the error.</returns>
    int SetProgramContext(string? context);

    /// <summary>Has sockets that this thread makes carry a label; null for what the policy says.</summary>
    /// <param name="context">The label.</param>
    /// <returns>0, or the error.</returns>
    int SetSocketContext(string? context);
}
