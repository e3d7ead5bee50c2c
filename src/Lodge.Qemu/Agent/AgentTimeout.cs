using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Agent;

/// <summary>How long the guest's agent may take (<c>virDomainQemuAgentCommandTimeoutValues</c>).</summary>
/// <param name="Seconds">-2 for ever, -1 for libvirt's choice of 5, 0 for not at all, otherwise seconds.</param>
public readonly record struct AgentTimeout(int Seconds)
{
    private const int Forever = -2;
    private const int Unspecified = -1;
    private const int DefaultSeconds = 5;

    /// <summary>libvirt's choice.</summary>
    public static AgentTimeout Default => new(Unspecified);

    /// <summary>As long as it takes.</summary>
    public static AgentTimeout Unlimited => new(Forever);

    /// <summary>Checks a caller's number.</summary>
    /// <exception cref="VirException">It is below -2 (VIR_ERR_INVALID_ARG).</exception>
    public static AgentTimeout From(int seconds) => seconds >= Forever
        ? new AgentTimeout(seconds)
        : throw new VirException(
            VirErrorNumber.VIR_ERR_INVALID_ARG,
            VirErrorDomain.VIR_FROM_QEMU,
            $"guest agent timeout '{seconds}' is less than the minimum '{Forever}'");

    internal TimeSpan ToTimeSpan() => Seconds switch
    {
        Forever => Timeout.InfiniteTimeSpan,
        Unspecified => TimeSpan.FromSeconds(DefaultSeconds),
        _ => TimeSpan.FromSeconds(Seconds),
    };

    /// <summary>For the question whether anybody is there: never longer than libvirt's choice.</summary>
    internal TimeSpan ToSyncTimeSpan() => TimeSpan.FromSeconds(
        Seconds is >= 0 and < DefaultSeconds ? Seconds : DefaultSeconds);
}
