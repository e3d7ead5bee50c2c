using System.Runtime.InteropServices;
using System.Text;
using Lodge.Transport.InMemory;
using Lodge.Transport.Unix;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Tests;

/// <summary>What every pair of connected ends does alike, over the kernel or in memory.</summary>
public sealed class TransportPairTests
{
    public static TheoryData<string> Kinds => ["unix", "memory"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bytes_go_both_ways_in_their_order(string kind)
    {
        var (here, there) = Pair(kind);
        using var first = here;
        using var second = there;
        await here.SendAsync("one"u8.ToArray(), [], CancellationToken.None);
        await here.SendAsync("two"u8.ToArray(), [], CancellationToken.None);
        Assert.Equal("onetwo", await ReadAsync(there, 6));
        await there.SendAsync("back"u8.ToArray(), [], CancellationToken.None);
        Assert.Equal("back", await ReadAsync(here, 4));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task More_than_fits_is_sent_while_the_other_side_reads(string kind)
    {
        var (here, there) = Pair(kind);
        using var first = here;
        using var second = there;
        var bytes = new byte[4 << 20];
        Random.Shared.NextBytes(bytes);
        var sending = here.SendAsync(bytes, [], CancellationToken.None).AsTask();
        var received = new MemoryStream();
        var buffer = new byte[65536];
        while (received.Length < bytes.Length)
        {
            received.Write(buffer, 0, await there.ReceiveAsync(buffer, CancellationToken.None));
        }

        await sending;
        Assert.Equal(bytes, received.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Files_come_with_a_byte_each_and_are_open_on_the_other_side(string kind)
    {
        var (here, there) = Pair(kind);
        using var first = here;
        using var second = there;
        using var one = FileWith("first");
        using var two = FileWith("second");
        await here.SendAsync("packet"u8.ToArray(), [one, two], CancellationToken.None);
        Assert.Equal("packet\0\0", await ReadAsync(there, 8));
        Assert.Equal(2, there.ReceivedFiles.Count);
        Assert.Equal("first", ContentOf(there.ReceivedFiles.Dequeue()));
        Assert.Equal("second", ContentOf(there.ReceivedFiles.Dequeue()));
        Assert.False(one.IsClosed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_waits_is_woken_by_the_end(string kind)
    {
        var (here, there) = Pair(kind);
        using var first = here;
        using var second = there;
        var waiting = there.ReceiveAsync(new byte[1], CancellationToken.None).AsTask();
        var blocked = Task.Factory.StartNew(() => here.Receive(new byte[1]), TaskCreationOptions.LongRunning);
        here.Shutdown();
        Assert.Equal(0, await waiting);
        Assert.Equal(0, await blocked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Sending_to_an_end_that_is_gone_is_an_error(string kind)
    {
        var (here, there) = Pair(kind);
        using var first = here;
        there.Dispose();
        await Assert.ThrowsAsync<IOException>(
            async () => await here.SendAsync(new byte[1], [], CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Waiting_can_be_cancelled(string kind)
    {
        var (here, there) = Pair(kind);
        using var first = here;
        using var second = there;
        using var cancellation = new CancellationTokenSource();
        var waiting = there.ReceiveAsync(new byte[1], cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static (ClientTransport Here, ClientTransport There) Pair(string kind) =>
        kind == "unix" ? UnixTransport.CreatePair() : InMemoryTransport.CreatePair();

    private static async Task<string> ReadAsync(ClientTransport transport, int count)
    {
        var buffer = new byte[count];
        for (var at = 0; at < count;)
        {
            at += await transport.ReceiveAsync(buffer.AsMemory(at), CancellationToken.None);
        }

        return Encoding.UTF8.GetString(buffer);
    }

    private static SafeFileHandle FileWith(string content)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, content);
        var handle = File.OpenHandle(path);
        File.Delete(path);
        return handle;
    }

    private static string ContentOf(SafeHandle handle)
    {
        using var file = (SafeFileHandle)handle;
        var buffer = new byte[100];
        return Encoding.UTF8.GetString(buffer, 0, RandomAccess.Read(file, buffer, 0));
    }
}
