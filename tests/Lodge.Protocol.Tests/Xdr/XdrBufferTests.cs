using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Xdr;

public sealed class XdrBufferTests
{
    [Fact]
    public void What_is_written_stays_while_the_buffer_grows()
    {
        var buffer = new XdrBuffer();
        for (var i = 0; i < 1000; i++)
        {
            buffer.Reserve(1)[0] = (byte)i;
        }

        Assert.Equal(1000, buffer.Length);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (byte)i), buffer.Written.ToArray());
    }

    [Fact]
    public void A_payload_of_the_limit_fits_and_one_byte_more_does_not()
    {
        var buffer = new XdrBuffer();
        buffer.Reserve(WireLimits.PayloadMax);
        var error = Assert.Throws<VirException>(() => buffer.Reserve(1));
        Assert.Equal(VirErrorNumber.VIR_ERR_RPC, error.Code);
    }

    [Fact]
    public void Clearing_and_truncating_forget()
    {
        var buffer = new XdrBuffer(prefix: 0);
        buffer.Reserve(8).Fill(1);
        buffer.Truncate(4);
        Assert.Equal(4, buffer.Length);
        buffer.Clear();
        Assert.True(buffer.Written.IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(1));
    }

    [Fact]
    public void A_used_buffer_is_filled_again_without_new_memory()
    {
        var buffer = new XdrBuffer();
        buffer.Reserve(1000);
        buffer.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        buffer.Reserve(1000);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
