using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Framing;

public sealed class PacketTests
{
    private static readonly MessageHeader Call = new(
        RemoteProcedures.Program, 1, 60, VirNetMessageType.VIR_NET_CALL, 1, VirNetMessageStatus.VIR_NET_OK);

    // Recorded between stock virsh and libvirtd 9.0: connect_supports_feature(VIR_DRV_FEATURE_PROGRAM_KEEPALIVE).
    [Fact]
    public void A_call_is_what_stock_virsh_sends()
    {
        var buffer = new XdrBuffer();
        new XdrWriter(buffer).WriteInt32(10);
        Assert.Equal(
            "0000002020008086000000010000003c0000000000000001000000000000000a",
            Convert.ToHexStringLower(Packet.Seal(buffer, Call).Span));
    }

    [Fact]
    public void Files_change_the_type_and_are_counted_in_front_of_the_payload()
    {
        var buffer = new XdrBuffer();
        new XdrWriter(buffer).WriteInt32(10);
        Assert.Equal(
            "0000002420008086000000010000003c000000040000000100000000000000020000000a",
            Convert.ToHexStringLower(Packet.Seal(buffer, Call, fileCount: 2).Span));
        var reply = Call with { Type = VirNetMessageType.VIR_NET_REPLY };
        Assert.Equal(5, Packet.Seal(buffer, reply, fileCount: 1).Span[19]);
    }

    [Fact]
    public void An_empty_payload_is_a_header_alone() =>
        Assert.Equal(WireLimits.PacketMin, Packet.Seal(new XdrBuffer(), Call).Length);

    [Fact]
    public void More_files_than_a_message_can_have_are_refused()
    {
        Packet.Seal(new XdrBuffer(), Call, WireLimits.FilesMax);
        var error = Assert.Throws<VirException>(() => Packet.Seal(new XdrBuffer(), Call, WireLimits.FilesMax + 1));
        Assert.Contains("Too many FDs to send 33, expected 32 maximum", error.Message, StringComparison.Ordinal);
    }
}
