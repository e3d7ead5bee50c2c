using System.Net;
using System.Net.Sockets;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Network;

namespace Lodge.Qemu.Tests.Network;

public sealed class PortPoolTests
{
    [Fact]
    public void No_port_is_handed_out_twice_until_it_is_released()
    {
        var pool = new PortPool("display", 47100, 47199);
        var first = pool.Acquire();
        var second = pool.Acquire();
        Assert.NotEqual(first, second);

        pool.Release(first);

        Assert.Equal(first, pool.Acquire());
    }

    [Fact]
    public void A_port_somebody_listens_on_is_passed_over()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var busy = ((IPEndPoint)listener.LocalEndpoint).Port;

        var failure = Assert.Throws<VirException>(() => new PortPool("display", busy, busy).Acquire());

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, failure.Code);
        Assert.Contains($"'display' ({busy}-{busy})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reserved_port_is_not_handed_out()
    {
        var pool = new PortPool("display", 47200, 47299);
        Assert.True(pool.Reserve(47200));

        Assert.False(pool.Reserve(47200));
        Assert.NotEqual(47200, pool.Acquire());
    }
}
