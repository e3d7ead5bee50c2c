using System.Net.Sockets;
using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>A guest's screen is reached by a socket that goes through the daemon, without an address.</summary>
public sealed class OpenGraphicsTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    [Fact]
    public async Task A_socket_given_or_asked_for_speaks_to_the_screen_and_others_are_refused()
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var guest = await connection.CreateDomainXmlAsync(TestGuest.EmptyXml("seen").Replace(
            "</devices>", "<graphics type='vnc' port='-1' autoport='yes'/></devices>", StringComparison.Ordinal));

        const VirDomainOpenGraphicsFlags Skip = VirDomainOpenGraphicsFlags.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH;
        using (var asked = await guest.OpenGraphicsFDAsync(0, Skip))
            Assert.Equal("RFB 003.008\n", await GreetingAsync(asked.DangerousGetHandle()));

        using (var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        using (var ours = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            listener.Bind(new UnixDomainSocketEndPoint("\0lodge-graphics-" + Guid.NewGuid().ToString("N")));
            listener.Listen();
            ours.Connect(listener.LocalEndPoint!);
            using var theirs = await listener.AcceptAsync();
            await guest.OpenGraphicsAsync(0, theirs.SafeHandle);
            Assert.Equal("RFB 003.008\n", await GreetingAsync(ours.Handle));
        }

        var none = await Assert.ThrowsAsync<VirException>(() => guest.OpenGraphicsFDAsync(1).AsTask());
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, none.Code);
        Assert.Contains("No graphics backend with index 1", none.Message, StringComparison.Ordinal);
        using var file = File.OpenHandle("/dev/null");
        var noSocket = await Assert.ThrowsAsync<VirException>(() => guest.OpenGraphicsAsync(0, file).AsTask());
        Assert.Equal(VirErrorNumber.VIR_ERR_INVALID_ARG, noSocket.Code);
        Assert.Contains("must be a socket", noSocket.Message, StringComparison.Ordinal);

        await guest.DestroyAsync();
        var gone = await Assert.ThrowsAsync<VirException>(() => guest.OpenGraphicsFDAsync(0).AsTask());
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_DOMAIN, gone.Code);
    }

    private static async Task<string> GreetingAsync(nint handle)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new Socket(new SafeSocketHandle(handle, ownsHandle: false));
        var greeting = new byte[12];
        for (var length = 0; length < greeting.Length;)
        {
            var count = await socket.ReceiveAsync(greeting.AsMemory(length), deadline.Token);
            Assert.NotEqual(0, count);
            length += count;
        }

        return System.Text.Encoding.ASCII.GetString(greeting);
    }
}
