using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>The agent in a guest, reached over its channel.</summary>
internal static class GuestAgent
{
    /// <summary>The name by which the agent finds its channel.</summary>
    public const string ChannelName = "org.qemu.guest_agent.0";

    /// <summary>Refuses a call that only the agent could serve.</summary>
    /// <exception cref="VirException">Always: VIR_ERR_ARGUMENT_UNSUPPORTED or VIR_ERR_AGENT_UNRESPONSIVE.</exception>
    public static VirException Missing(LiveDomain live) => live.Definition.Channels.Exists(c => c.Name == ChannelName)
        ? DomainErrors.AgentUnresponsive("QEMU guest agent is not connected")
        : DomainErrors.Of(VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, "QEMU guest agent is not configured");
}
