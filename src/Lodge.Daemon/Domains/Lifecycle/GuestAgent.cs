using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Agent;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>The agent in a guest, reached over its channel when it is first needed.</summary>
internal static class GuestAgent
{
    /// <summary>The name by which the agent finds its channel.</summary>
    public const string ChannelName = "org.qemu.guest_agent.0";

    /// <summary>Whether the guest has its end of the channel open, so that an agent answers.</summary>
    public static bool IsConnected(LiveDomain live) => Channel(live) is { State: ChannelState.Connected };

    /// <summary>The agent.</summary>
    /// <exception cref="VirException">
    /// VIR_ERR_ARGUMENT_UNSUPPORTED where the guest has no channel for one, VIR_ERR_AGENT_UNRESPONSIVE where none
    /// listens,
    /// VIR_ERR_OPERATION_INVALID where the guest stands still.
    /// </exception>
    public static AgentClient Require(DomainObject domain)
    {
        var now = domain.Current;
        var live = now.Live ?? throw DomainErrors.NotRunning();
        if (now.State != Protocol.Constants.VirDomainState.VIR_DOMAIN_RUNNING)
            throw DomainErrors.NotRunning();
        if (Channel(live) is not { Source.Path: { } path } channel)
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, "QEMU guest agent is not configured");
        }

        return channel.State == ChannelState.Connected
            ? live.AgentAt(path)
            : throw DomainErrors.AgentUnresponsive("QEMU guest agent is not connected");
    }

    private static ChannelDevice? Channel(LiveDomain live) => live.Definition.Channels.Find(channel =>
        channel is { Name: ChannelName, Source.Type: CharacterSourceType.Unix });
}
