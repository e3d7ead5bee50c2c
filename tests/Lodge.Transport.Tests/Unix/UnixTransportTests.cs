using System.ComponentModel;
using Lodge.Transport.Unix;

namespace Lodge.Transport.Tests.Unix;

public sealed class UnixTransportTests
{
    [Fact]
    public void A_socket_that_is_not_there_is_told_by_its_error_number()
    {
        var error = Assert.Throws<Win32Exception>(() => UnixTransport.Connect("/nowhere/libvirt-sock"));
        Assert.Equal(2, error.NativeErrorCode);
    }

    [Fact]
    public void A_path_that_no_socket_can_have_is_refused() =>
        Assert.Throws<Win32Exception>(() => UnixTransport.Connect("/" + new string('x', 107)));

    [Fact]
    public async Task Blocking_reads_take_what_is_there()
    {
        var (here, there) = UnixTransport.CreatePair();
        using var first = here;
        using var second = there;
        await here.SendAsync(new byte[] { 1, 2, 3 }, [], CancellationToken.None);
        Assert.Equal(3, there.Receive(new byte[10]));
    }

    [Fact]
    public async Task Files_that_nobody_took_are_closed_with_the_connection()
    {
        var (here, there) = UnixTransport.CreatePair();
        using var first = here;
        using var file = File.OpenHandle("/dev/null");
        await here.SendAsync(new byte[] { 1 }, [file], CancellationToken.None);
        there.Receive(new byte[1]);
        there.Receive(new byte[1]);
        var received = there.ReceivedFiles.Peek();
        there.Dispose();
        Assert.True(received.IsClosed);
    }
}
