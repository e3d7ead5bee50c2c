using System.Buffers.Binary;
using CsCheck;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Framing;

public sealed class PacketAssemblerTests
{
    [Fact]
    public void Packets_come_out_whole_however_the_bytes_are_cut() => Gen.Select(
        Gen.Int[0, 9000].Array[1, 8], Gen.Int[1, 5000].Array[1, 50]).Sample((sizes, cuts) =>
    {
        var sent = sizes.SelectMany((size, index) => PacketOf(size, (uint)index, files: index % 3)).ToArray();
        var assembler = new PacketAssembler();
        var seen = new List<(uint Serial, int Size, int Files)>();
        for (int at = 0, cut = 0; at < sent.Length; cut++)
        {
            var space = assembler.GetFreeSpace();
            var count = Math.Min(Math.Min(cuts[cut % cuts.Length], space.Length), sent.Length - at);
            sent.AsSpan(at, count).CopyTo(space.Span);
            assembler.Advance(count);
            at += count;
            while (assembler.TryRead(out var packet))
            {
                Assert.All(packet.Payload.ToArray(), value => Assert.Equal((byte)packet.Header.Serial, value));
                seen.Add((packet.Header.Serial, packet.Payload.Length, packet.FileCount));
            }
        }

        Assert.Equal(sizes.Select((size, index) => ((uint)index, size, index % 3)), seen);
        Assert.Equal(0, assembler.Pending);
    }, iter: 300);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(27)]
    [InlineData(WireLimits.PacketMax + 1)]
    [InlineData(-1)]
    public void A_length_that_no_packet_has_ends_the_connection(int length)
    {
        var error = Assert.Throws<VirException>(() => Feed(length));
        Assert.Equal(VirErrorNumber.VIR_ERR_RPC, error.Code);
    }

    [Fact]
    public void The_largest_packet_is_waited_for_without_taking_its_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(Feed(WireLimits.PacketMax));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 16);
    }

    [Fact]
    public void More_files_than_allowed_end_the_connection()
    {
        var packet = PacketOf(0, 1, 1);
        packet[31] = WireLimits.FilesMax + 1;
        Assert.Throws<VirException>(() => Feed(packet));
    }

    [Fact]
    public void A_packet_with_files_that_has_no_count_ends_the_connection()
    {
        var packet = PacketOf(0, 1, 0);
        packet[19] = (byte)VirNetMessageType.VIR_NET_CALL_WITH_FDS;
        Assert.Throws<VirException>(() => Feed(packet));
    }

    [Fact]
    public void Noise_never_breaks_the_assembler() => Gen.Byte.Array[0, 200].Sample(noise =>
    {
        try
        {
            Feed(noise);
        }
        catch (VirException)
        {
            // Refused, as noise is to be.
        }
    });

    private static bool Feed(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return Feed(bytes);
    }

    private static bool Feed(byte[] bytes)
    {
        var assembler = new PacketAssembler();
        bytes.CopyTo(assembler.GetFreeSpace());
        assembler.Advance(bytes.Length);
        return assembler.TryRead(out _);
    }

    private static byte[] PacketOf(int size, uint serial, int files)
    {
        var buffer = new XdrBuffer();
        buffer.Reserve(size).Fill((byte)serial);
        var header = new MessageHeader(1, 1, 1, VirNetMessageType.VIR_NET_CALL, serial, VirNetMessageStatus.VIR_NET_OK);
        return [.. Packet.Seal(buffer, header, files).Span, .. new byte[files]];
    }
}
