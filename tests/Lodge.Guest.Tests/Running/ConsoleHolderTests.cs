using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>A guest's console has one holder at a time, and ends with the guest.</summary>
public sealed class ConsoleHolderTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_second_taker_is_refused_unless_it_forces_the_first_one_off()
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var guest = await connection.CreateDomainXmlAsync(TestGuest.EmptyXml("held"));
        await using var first = await guest.OpenConsoleAsync();

        var refused = await Assert.ThrowsAsync<VirException>(() => guest.OpenConsoleAsync().AsTask());
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, refused.Code);
        Assert.Contains("Active console session exists for this domain", refused.Message, StringComparison.Ordinal);

        await using var second = await guest.OpenConsoleAsync(flags: VirDomainConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE);
        var lost = await Assert.ThrowsAsync<VirException>(() => EndOfAsync(first));
        Assert.Equal(VirErrorNumber.VIR_ERR_RPC, lost.Code);
        Assert.Contains("stream had I/O failure", lost.Message, StringComparison.Ordinal);
        await guest.DestroyAsync();
        await EndOfAsync(second);
    }

    [Fact]
    public async Task A_console_or_channel_that_is_not_there_is_refused_by_name()
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var guest = await connection.CreateDomainXmlAsync(TestGuest.EmptyXml("few"));
        var console = await Assert.ThrowsAsync<VirException>(() => guest.OpenConsoleAsync("serial7").AsTask());
        Assert.Contains("cannot find character device serial7", console.Message, StringComparison.Ordinal);
        var channel = await Assert.ThrowsAsync<VirException>(() => guest.OpenChannelAsync("org.nobody").AsTask());
        Assert.Contains("cannot find channel org.nobody", channel.Message, StringComparison.Ordinal);
        await guest.DestroyAsync();
    }

    [Fact]
    public async Task The_console_opens_after_a_device_was_added_to_the_running_guest()
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var guest = await connection.CreateDomainXmlAsync(TestGuest.EmptyXml("grown"));
        var disk = Path.Combine(daemon.Lodged.Root, "grown.img");
        await File.WriteAllBytesAsync(disk, new byte[1 << 20]);
        await guest.AttachDeviceAsync(
            $"<disk type='file'><source file='{disk}'/><target dev='vdb' bus='virtio'/></disk>");
        await using (await guest.OpenConsoleAsync())
        {
        }

        await guest.DestroyAsync();
    }

    private static async Task EndOfAsync(ClientStream stream)
    {
        using var deadline = new CancellationTokenSource(LongEnough);
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, deadline.Token) > 0)
        {
        }
    }
}
