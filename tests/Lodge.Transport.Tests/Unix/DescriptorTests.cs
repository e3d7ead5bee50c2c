using System.ComponentModel;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Xdr;
using Lodge.Transport.Unix.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Tests.Unix;

public sealed class DescriptorTests : IDisposable
{
    private readonly SocketServer _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-files-");

    public void Dispose()
    {
        _server.Dispose();
        _folder.Delete(true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(32)]
    public async Task Descriptors_arrive_with_their_message_in_their_order(int count)
    {
        var (client, peer) = await _server.ConnectAsync();
        using (client)
        {
            var files = Files(count);
            SendAll(client, Call(count), files);
            var (_, received) = await peer.NextAsync();
            Assert.Equal(count, received.Length);
            for (var i = 0; i < count; i++)
            {
                Assert.Equal($"file {i}", Text(received[i]));
            }

            Close(files);
            Close(received);
        }
    }

    [Fact]
    public async Task A_message_waits_for_descriptors_that_come_late()
    {
        var (client, peer) = await _server.ConnectAsync();
        using (client)
        {
            var files = Files(2);
            UnixSocket.Send(client, Call(2));
            UnixSocket.SendFile(client, files[0]);
            Assert.False(peer.HasNext);
            UnixSocket.SendFile(client, files[1]);
            var (_, received) = await peer.NextAsync();
            Assert.Equal("file 1", Text(received[1]));
            Close(files);
            Close(received);
        }
    }

    [Fact]
    public async Task Messages_with_and_without_descriptors_do_not_mix_them_up()
    {
        var (client, peer) = await _server.ConnectAsync();
        using (client)
        {
            var files = Files(2);
            UnixSocket.Send(client, Call(0));
            SendAll(client, Call(1), files[..1]);
            UnixSocket.Send(client, Call(0));
            SendAll(client, Call(1), files[1..]);
            Assert.Empty((await peer.NextAsync()).Files);
            Assert.Equal("file 0", Text((await peer.NextAsync()).Files.Single()));
            Assert.Empty((await peer.NextAsync()).Files);
            Assert.Equal("file 1", Text((await peer.NextAsync()).Files.Single()));
            Close(files);
        }
    }

    [Fact]
    public async Task Descriptors_go_out_behind_the_reply_each_with_a_byte()
    {
        var (client, peer) = await _server.ConnectAsync();
        using (client)
        {
            Assert.True(peer.Connection.Send(Call(2), Files(2), null));
            var queue = new Queue<SafeFileHandle>();
            var buffer = new byte[1000];
            var expected = Call(2).Length + 2;
            for (var got = 0; got < expected;)
            {
                var count = UnixSocket.Receive(client, buffer.AsSpan(got), queue);
                if (count < 0)
                {
                    UnixSocket.WaitReadable(client);
                    continue;
                }

                got += count;
            }

            Assert.Equal(["file 0", "file 1"], queue.Select(Text));
            Close(queue);
        }
    }

    [Fact]
    public async Task A_flood_of_descriptors_nobody_announced_ends_the_connection_and_leaves_none_open()
    {
        var before = OpenDescriptors();
        var (client, peer) = await _server.ConnectAsync();
        var file = Files(1);
        UnixSocket.Send(client, Call(3).AsSpan(0, 20));
        for (var i = 0; i < 40 && !peer.Closed.Task.IsCompleted; i++)
        {
            try
            {
                UnixSocket.SendFile(client, file[0]);
            }
            catch (Win32Exception)
            {
                break;
            }
        }

        Assert.NotNull(await peer.Closed.Task);
        client.Dispose();
        Close(file);
        Assert.Equal(before, OpenDescriptors());
    }

    /// <summary>How many descriptors of this test's own files are open: other tests run at the same time.</summary>
    private int OpenDescriptors() => Directory.GetFileSystemEntries("/proc/self/fd")
        .Count(entry => new FileInfo(entry).LinkTarget?.StartsWith(_folder.FullName, StringComparison.Ordinal) == true);

    private static byte[] Call(int files) => Packet.Seal(
        new XdrBuffer(), new MessageHeader(1, 1, 1, VirNetMessageType.VIR_NET_CALL, 1, default), files).ToArray();

    private static void SendAll(SafeFileHandle client, byte[] message, IEnumerable<SafeFileHandle> files)
    {
        UnixSocket.Send(client, message);
        foreach (var file in files)
        {
            UnixSocket.SendFile(client, file);
        }
    }

    private static string Text(SafeFileHandle file)
    {
        var bytes = new byte[100];
        return System.Text.Encoding.ASCII.GetString(bytes, 0, RandomAccess.Read(file, bytes, 0));
    }

    private static void Close(IEnumerable<SafeFileHandle> files)
    {
        foreach (var file in files)
        {
            file.Dispose();
        }
    }

    private SafeFileHandle[] Files(int count)
    {
        var files = new SafeFileHandle[count];
        for (var i = 0; i < count; i++)
        {
            var path = Path.Combine(_folder.FullName, $"{i}");
            File.WriteAllText(path, $"file {i}");
            files[i] = File.OpenHandle(path);
        }

        return files;
    }
}
