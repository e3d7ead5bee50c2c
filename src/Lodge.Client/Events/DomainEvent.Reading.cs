using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Procedure = Lodge.Protocol.Remote.RemoteProcedure;

namespace Lodge.Client;

/// <content>From the wire.</content>
public abstract partial record DomainEvent
{
    /// <summary>Reads an event, or null where its kind is newer than this client.</summary>
    internal static DomainEvent? Read(LibvirtConnection connection, EventPacket packet)
    {
        Domain Of(in RemoteDomain wire) => new(connection, wire);
        switch (packet.Remote)
        {
            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_LIFECYCLE:
            {
                var m = packet.Read<DomainEventCallbackLifecycleMsg>();
                return new DomainLifecycleEvent(Of(m.Msg.Dom), (VirDomainEventType)m.Msg.Event, m.Msg.Detail);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_REBOOT:
            {
                var m = packet.Read<DomainEventCallbackRebootMsg>();
                return new DomainRebootEvent(Of(m.Msg.Dom));
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_RTC_CHANGE:
            {
                var m = packet.Read<DomainEventCallbackRtcChangeMsg>();
                return new DomainRtcChangeEvent(Of(m.Msg.Dom), m.Msg.Offset);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_WATCHDOG:
            {
                var m = packet.Read<DomainEventCallbackWatchdogMsg>();
                return new DomainWatchdogEvent(Of(m.Msg.Dom), (VirDomainEventWatchdogAction)m.Msg.Action);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_IO_ERROR:
            {
                var m = packet.Read<DomainEventCallbackIoErrorMsg>();
                return new DomainIOErrorEvent(
                    Of(m.Msg.Dom), m.Msg.SrcPath, m.Msg.DevAlias, (VirDomainEventIOErrorAction)m.Msg.Action, null);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON:
            {
                var m = packet.Read<DomainEventCallbackIoErrorReasonMsg>();
                return new DomainIOErrorEvent(
                    Of(m.Msg.Dom), m.Msg.SrcPath, m.Msg.DevAlias, (VirDomainEventIOErrorAction)m.Msg.Action,
                    m.Msg.Reason);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_GRAPHICS:
            {
                var m = packet.Read<DomainEventCallbackGraphicsMsg>();
                return new DomainGraphicsEvent(
                    Of(m.Msg.Dom), (VirDomainEventGraphicsPhase)m.Msg.Phase, m.Msg.Local, m.Msg.Remote,
                    m.Msg.AuthScheme, m.Msg.Subject);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_CONTROL_ERROR:
            {
                var m = packet.Read<DomainEventCallbackControlErrorMsg>();
                return new DomainControlErrorEvent(Of(m.Msg.Dom));
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_BLOCK_JOB:
            {
                var m = packet.Read<DomainEventCallbackBlockJobMsg>();
                return new DomainBlockJobEvent(
                    Of(m.Msg.Dom), m.Msg.Path, (VirDomainBlockJobType)m.Msg.Type,
                    (VirConnectDomainEventBlockJobStatus)m.Msg.Status);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_BLOCK_JOB_2:
            {
                var m = packet.Read<DomainEventBlockJob2Msg>();
                return new DomainBlockJobEvent(
                    Of(m.Dom), m.Dst, (VirDomainBlockJobType)m.Type, (VirConnectDomainEventBlockJobStatus)m.Status);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DISK_CHANGE:
            {
                var m = packet.Read<DomainEventCallbackDiskChangeMsg>();
                return new DomainDiskChangeEvent(
                    Of(m.Msg.Dom), m.Msg.OldSrcPath, m.Msg.NewSrcPath, m.Msg.DevAlias,
                    (VirConnectDomainEventDiskChangeReason)m.Msg.Reason);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_TRAY_CHANGE:
            {
                var m = packet.Read<DomainEventCallbackTrayChangeMsg>();
                return new DomainTrayChangeEvent(
                    Of(m.Msg.Dom), m.Msg.DevAlias, (VirDomainEventTrayChangeReason)m.Msg.Reason);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_PMWAKEUP:
            {
                var m = packet.Read<DomainEventCallbackPmwakeupMsg>();
                return new DomainPMWakeupEvent(Of(m.Msg.Dom), m.Reason);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_PMSUSPEND:
            {
                var m = packet.Read<DomainEventCallbackPmsuspendMsg>();
                return new DomainPMSuspendEvent(Of(m.Msg.Dom), m.Reason, ToDisk: false);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK:
            {
                var m = packet.Read<DomainEventCallbackPmsuspendDiskMsg>();
                return new DomainPMSuspendEvent(Of(m.Msg.Dom), m.Reason, ToDisk: true);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE:
            {
                var m = packet.Read<DomainEventCallbackBalloonChangeMsg>();
                return new DomainBalloonChangeEvent(Of(m.Msg.Dom), m.Msg.Actual);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED:
            {
                var m = packet.Read<DomainEventCallbackDeviceRemovedMsg>();
                return new DomainDeviceRemovedEvent(Of(m.Msg.Dom), m.Msg.DevAlias);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DEVICE_ADDED:
            {
                var m = packet.Read<DomainEventCallbackDeviceAddedMsg>();
                return new DomainDeviceAddedEvent(Of(m.Dom), m.DevAlias);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED:
            {
                var m = packet.Read<DomainEventCallbackDeviceRemovalFailedMsg>();
                return new DomainDeviceRemovalFailedEvent(Of(m.Dom), m.DevAlias);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_TUNABLE:
            {
                var m = packet.Read<DomainEventCallbackTunableMsg>();
                return new DomainTunableEvent(Of(m.Dom), m.Params);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE:
            {
                var m = packet.Read<DomainEventCallbackAgentLifecycleMsg>();
                return new DomainAgentLifecycleEvent(
                    Of(m.Dom), (VirConnectDomainEventAgentLifecycleState)m.State,
                    (VirConnectDomainEventAgentLifecycleReason)m.Reason);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_MIGRATION_ITERATION:
            {
                var m = packet.Read<DomainEventCallbackMigrationIterationMsg>();
                return new DomainMigrationIterationEvent(Of(m.Dom), m.Iteration);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_JOB_COMPLETED:
            {
                var m = packet.Read<DomainEventCallbackJobCompletedMsg>();
                return new DomainJobCompletedEvent(Of(m.Dom), m.Params);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_METADATA_CHANGE:
            {
                var m = packet.Read<DomainEventCallbackMetadataChangeMsg>();
                return new DomainMetadataChangeEvent(Of(m.Dom), (VirDomainMetadataType)m.Type, m.Nsuri);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_BLOCK_THRESHOLD:
            {
                var m = packet.Read<DomainEventBlockThresholdMsg>();
                return new DomainBlockThresholdEvent(Of(m.Dom), m.Dev, m.Path, m.Threshold, m.Excess);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_MEMORY_FAILURE:
            {
                var m = packet.Read<DomainEventMemoryFailureMsg>();
                return new DomainMemoryFailureEvent(
                    Of(m.Dom), (VirDomainMemoryFailureRecipientType)m.Recipient,
                    (VirDomainMemoryFailureActionType)m.Action, (VirDomainMemoryFailureFlags)m.Flags);
            }

            case Procedure.REMOTE_PROC_DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE:
            {
                var m = packet.Read<DomainEventMemoryDeviceSizeChangeMsg>();
                return new DomainMemoryDeviceSizeChangeEvent(Of(m.Dom), m.Alias, m.Size);
            }

            default:
                return null;
        }
    }
}
