using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>The password of a running guest's screen changes; nothing else of it does.</summary>
public sealed class DisplayPasswordTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private const string Listen = "listen='127.0.0.1'";
    private const VirDomainDeviceModifyFlags Live = VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE;

    [Fact]
    public async Task A_new_password_opens_the_screen_and_the_old_one_no_more()
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var guest = await connection.CreateDomainXmlAsync(TestGuest.EmptyXml("kept").Replace(
            "</devices>", Display("before") + "</devices>", StringComparison.Ordinal));
        Assert.True(await OpensAsync(guest, "before"));

        await guest.UpdateDeviceFlagsAsync(Display("after"), Live);
        Assert.True(await OpensAsync(guest, "after"));
        Assert.False(await OpensAsync(guest, "before"));
        var xml = await guest.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE);
        Assert.Contains("passwd='after'", xml, StringComparison.Ordinal);

        await guest.UpdateDeviceFlagsAsync(Display("after' passwdValidTo='2001-01-01T00:00:00"), Live);
        Assert.False(await OpensAsync(guest, "after"));

        await RefusedAsync(Display("after' keymap='de"), "cannot change keymap setting on vnc graphics");
        await RefusedAsync(
            Display("after").Replace("autoport='yes'", "port='5999' autoport='no'", StringComparison.Ordinal),
            "cannot change port settings on vnc graphics");
        await RefusedAsync(
            Display("after").Replace(Listen, "listen='0.0.0.0'", StringComparison.Ordinal),
            "cannot change listen address setting on 'vnc' graphics");
        await RefusedAsync(
            "<graphics type='spice' autoport='yes'/>",
            "cannot find existing graphics device to modify of type 'spice'",
            VirErrorNumber.VIR_ERR_DEVICE_MISSING);
        await guest.DestroyAsync();

        async Task RefusedAsync(
            string display, string text, VirErrorNumber code = VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED)
        {
            var refused = await Assert.ThrowsAsync<VirException>(
                () => guest.UpdateDeviceFlagsAsync(display, Live).AsTask());
            Assert.Equal(code, refused.Code);
            Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        }
    }

    private static string Display(string password) =>
        $"<graphics type='vnc' autoport='yes' {Listen} passwd='{password}'/>";

    // RFC 6143, 7.1 and 7.2.2: versions, kinds of security, and a challenge enciphered with the password.
    private static async Task<bool> OpensAsync(Domain guest, string password)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var screen = await guest.OpenGraphicsFDAsync(0);
        using var socket = new Socket(new SafeSocketHandle(screen.DangerousGetHandle(), ownsHandle: false));
        await using var stream = new NetworkStream(socket);
        var version = new byte[12];
        await stream.ReadExactlyAsync(version, deadline.Token);
        await stream.WriteAsync(version, deadline.Token);
        var kinds = new byte[2];
        await stream.ReadExactlyAsync(kinds, deadline.Token);
        Assert.Equal([1, 2], kinds);
        await stream.WriteAsync(new byte[] { 2 }, deadline.Token);
        var challenge = new byte[16];
        await stream.ReadExactlyAsync(challenge, deadline.Token);
        await stream.WriteAsync(Encipher(challenge, password), deadline.Token);
        var result = new byte[4];
        await stream.ReadExactlyAsync(result, deadline.Token);
        return result[3] == 0;
    }

    private static byte[] Encipher(byte[] challenge, string password)
    {
        // Each byte of the key stands the other way round.
        var key = Encoding.ASCII.GetBytes(password.PadRight(8, '\0')[..8])
            .Select(one => (byte)Enumerable.Range(0, 8).Sum(bit => ((one >> bit) & 1) << (7 - bit))).ToArray();
#pragma warning disable CA5351 // The protocol has no other cipher.
        using var des = DES.Create();
#pragma warning restore CA5351
        des.Key = key;
        return des.EncryptEcb(challenge, PaddingMode.None);
    }
}
