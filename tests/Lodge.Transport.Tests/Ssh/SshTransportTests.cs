using System.ComponentModel;
using System.Text;
using Lodge.Transport.Ssh;

namespace Lodge.Transport.Tests.Ssh;

public sealed class SshTransportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-ssh").FullName;

    [Fact]
    public async Task What_the_program_reads_and_writes_is_the_connection()
    {
        using var transport = SshTransport.Start(Options("cat"));
        await transport.SendAsync("hello"u8.ToArray(), [], CancellationToken.None);
        var buffer = new byte[10];
        Assert.Equal("hello",
            Encoding.UTF8.GetString(buffer, 0, await transport.ReceiveAsync(buffer, CancellationToken.None)));
    }

    [Fact]
    public async Task A_program_that_ends_leaves_its_last_words()
    {
        using var transport = SshTransport.Start(Options("echo 'Permission denied' >&2; exit 255"));
        Assert.Equal(0, await transport.ReceiveAsync(new byte[1], CancellationToken.None));
        Assert.Equal("Permission denied", transport.LastWords);
    }

    [Fact]
    public void A_program_that_is_not_there_is_an_error() =>
        Assert.Throws<Win32Exception>(() => SshTransport.Start(Options("") with { Program = "/nowhere/ssh" }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SshOptions Options(string script)
    {
        var path = Path.Combine(_folder, "ssh");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SshOptions { Program = path, Host = "host", Socket = "/s", ServerName = "qemu:///system" };
    }
}
