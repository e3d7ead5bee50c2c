namespace Lodge.Qemu.Qmp;

/// <summary>
/// QEMU's own refusal of a command; the cause inside the <c>VirException</c> that a typed command throws.
/// </summary>
public sealed class QmpRefusedException : Exception
{
    /// <summary>Takes the fields of the answer.</summary>
    public QmpRefusedException(string command, string errorClass, string description)
        : base(description)
    {
        Command = command;
        ErrorClass = errorClass;
    }

    /// <summary>The command that was refused.</summary>
    public string Command { get; }

    /// <summary>
    /// QEMU's class: <c>GenericError</c>, <c>CommandNotFound</c>, <c>DeviceNotFound</c>, <c>DeviceNotActive</c>,
    /// <c>KVMMissingCap</c>.
    /// </summary>
    public string ErrorClass { get; }
}
