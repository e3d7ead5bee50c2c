using System.Net;
using System.Net.Sockets;
using System.Text;
using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Scripts;
using Lodge.Install.Unattended.Serving;

namespace Lodge.Install.Tests.Unattended;

public sealed class KickstartServerTests
{
    private static readonly SeedFile File = new("ks.cfg", "text\nrootpw secret\n");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_given_once_and_then_nobody_answers()
    {
        await using var server = KickstartServer.Start(IPAddress.Loopback, File);
        using var client = new HttpClient();

        Assert.Equal("text\nrootpw secret\n", await client.GetStringAsync(server.Url, Cancellation));
        await server.Served.WaitAsync(Cancellation);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(server.Url, Cancellation));
    }

    [Fact]
    public async Task Whoever_does_not_know_the_path_gets_nothing_and_uses_nothing_up()
    {
        await using var server = KickstartServer.Start(IPAddress.Loopback, File);
        using var client = new HttpClient();

        foreach (var path in (string[])["/", "/ks.cfg", "/0123/ks.cfg"])
        {
            using var answer = await client.GetAsync(new Uri(server.Url, path), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, server.Url), Cancellation);
        Assert.Equal(File.Content.Length, head.Content.Headers.ContentLength);
        using var post = await client.PostAsync(server.Url, new StringContent("x"), Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.False(server.Served.IsCompleted);
        Assert.Equal(File.Content.Length, (await client.GetByteArrayAsync(server.Url, Cancellation)).Length);
    }

    [Fact]
    public async Task A_head_without_end_and_a_silent_client_keep_nobody_waiting()
    {
        await using var server = KickstartServer.Start(IPAddress.Loopback, File);
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, server.Url.Port, Cancellation);
        using var endless = new TcpClient();
        await endless.ConnectAsync(IPAddress.Loopback, server.Url.Port, Cancellation);
        await endless.GetStream().WriteAsync(new byte[8 * 1024], Cancellation);

        var answer = new byte[12];
        await endless.GetStream().ReadExactlyAsync(answer, Cancellation);
        Assert.Equal("HTTP/1.1 431", Encoding.ASCII.GetString(answer));
        using var client = new HttpClient();
        Assert.Equal(File.Content.Length, (await client.GetByteArrayAsync(server.Url, Cancellation)).Length);
    }

    [Fact]
    public async Task A_server_that_nobody_asked_stops()
    {
        var server = KickstartServer.Start(IPAddress.Loopback, File);

        await server.DisposeAsync();

        Assert.True(server.Served.IsCanceled);
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(server.Url, Cancellation));
    }

    [Fact]
    public async Task The_address_may_be_another_to_the_guest()
    {
        await using var server = KickstartServer.Start(IPAddress.Loopback, File, new IPAddress([10, 0, 2, 2]));

        Assert.Equal("10.0.2.2", server.Url.Host);
    }

    [Theory]
    [InlineData(null, true, "initrd")]
    [InlineData(null, false, "disk")]
    [InlineData("disk", true, "disk")]
    [InlineData("server", true, "server")]
    [InlineData("server", false, null)]
    [InlineData("initrd", false, null)]
    public void A_kickstart_of_ones_own_takes_a_way_that_there_is(string? way, bool hasKernel, string? taken)
    {
        var path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(path, "text\n");
            var options = UnattendedOptions.Parse($"kickstart={path}" + (way is null ? "" : $",via={way}"));
            var version = KickstartVersion.Parse("RHEL9");
            if (taken is null)
            {
                Assert.Throws<OptionException>(() => KickstartSeed.Prepare(options, version, hasKernel));
                return;
            }

            var plan = KickstartSeed.Prepare(options, version, hasKernel);
            var file = (plan.InitrdFiles is [var first, ..] ? first : null) ?? plan.Disk?.Files[0] ?? plan.Served;
            Assert.Equal("text\n", Encoding.UTF8.GetString(file!.Content.Span));
            Assert.Equal(
                taken, plan.Served is not null ? "server" : plan.Disk is not null ? "disk" : "initrd");
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Theory]
    [InlineData("RHEL6", "ks=file:/ks.cfg", "ks=hd:LABEL=OEMDRV:/ks.cfg")]
    [InlineData("RHEL9", "inst.ks=file:/ks.cfg", "inst.ks=hd:LABEL=OEMDRV:/ks.cfg")]
    public void The_installer_is_told_in_its_own_words(string name, string initrd, string disk)
    {
        var version = KickstartVersion.Parse(name);

        Assert.Equal(initrd, KickstartDelivery.InInitrd(File.Content, version).KernelArguments);
        Assert.Equal(disk, KickstartDelivery.OnDisk(File.Content, version).KernelArguments);
        Assert.Equal("OEMDRV", KickstartDelivery.OnDisk(File.Content, version).Disk?.Label);
    }
}
