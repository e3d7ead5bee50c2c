using System.Security.Cryptography;
using Lodge.Client;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.InMemory.Tests;

public sealed class StreamTests
{
    [Fact]
    public async Task An_echo_over_a_console_gives_back_every_byte()
    {
        using var daemon = new InMemoryDaemon(new EchoDomains());
        await using var connection = await daemon.ConnectAsync();
        var domain = await connection.LookupDomainByNameAsync("echo");
        await using var console = await domain.OpenConsoleAsync();
        var sent = RandomNumberGenerator.GetBytes(2_000_000);
        var writing = Task.Run(async () =>
        {
            foreach (var chunk in sent.Chunk(60_000))
            {
                await console.WriteAsync(chunk);
            }
        });
        var back = new byte[sent.Length];
        for (var got = 0; got < back.Length;)
        {
            var count = await console.ReadAsync(back.AsMemory(got));
            Assert.True(count > 0);
            got += count;
        }

        await writing;
        await console.FinishAsync();
        Assert.Equal(sent, back);
    }

    private sealed class EchoDomains : IDomainProcedures<ClientCall>
    {
        public ValueTask<DomainLookupByNameRet> DomainLookupByNameAsync(ClientCall call, DomainLookupByNameArgs args) =>
            new(new DomainLookupByNameRet { Dom = new() { Name = args.Name, Uuid = VirUuid.Random(), Id = 1 } });

        public ValueTask DomainOpenConsoleAsync(ClientCall call, DomainOpenConsoleArgs args)
        {
            _ = EchoAsync(call.OpenStream());
            return default;
        }

        private static async Task EchoAsync(ServerStream stream)
        {
            using (stream)
            {
                for (var packet = await stream.ReadAsync();
                    packet.Kind == StreamPacketKind.Data;
                    packet = await stream.ReadAsync())
                {
                    await stream.WriteAsync(packet.Data);
                }
            }
        }
    }
}
