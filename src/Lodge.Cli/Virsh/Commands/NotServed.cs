namespace Lodge.Cli.Virsh.Commands;

/// <summary>Commands that stock virsh has and this version does not serve yet.</summary>
internal static class NotServed
{
    /// <summary>Refuses, as a daemon refuses a call that it does not have.</summary>
    internal static Task RunAsync(Shell shell, Arguments arguments) => throw new VirException(new VirError
    {
        Code = VirErrorNumber.VIR_ERR_NO_SUPPORT,
        Domain = VirErrorDomain.VIR_FROM_NONE,
        Message =
            $"this function is not supported: the command '{arguments.CommandName}' is not part of this version yet",
    });
}
