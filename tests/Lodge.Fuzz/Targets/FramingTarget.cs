using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Xdr;

namespace Lodge.Fuzz.Targets;

/// <summary>A connection's bytes, cut as the first byte says.</summary>
internal sealed class FramingTarget : IFuzzTarget
{
    public string Name => "framing";

    public IEnumerable<byte[]> Seeds
    {
        get
        {
            foreach (var type in Enum.GetValues<VirNetMessageType>())
            {
                var buffer = new XdrBuffer();
                buffer.Reserve(24);
                var header = new MessageHeader(1, 1, 1, type, 7, VirNetMessageStatus.VIR_NET_CONTINUE);
                var packet = Packet.Seal(buffer, header).ToArray();
                yield return [5, .. packet, .. packet];
            }
        }
    }

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        var cut = input[0] + 1;
        var assembler = new PacketAssembler();
        try
        {
            for (var rest = input[1..]; !rest.IsEmpty;)
            {
                var space = assembler.GetFreeSpace().Span;
                var count = Math.Min(Math.Min(cut, rest.Length), space.Length);
                rest[..count].CopyTo(space);
                assembler.Advance(count);
                rest = rest[count..];
                while (assembler.TryRead(out _))
                {
                }
            }
        }
        catch (VirException)
        {
            // No packet begins there.
        }
    }
}
