using System.Security.Cryptography;
using System.Text;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.Tests.Secrets;

public sealed class MasterKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-key").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_is_for_its_owner_alone()
    {
        MasterKey.Create().Write(_folder);

        var path = MasterKey.PathIn(_folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(32, new FileInfo(path).Length);
    }

    [Fact]
    public void A_wrapped_secret_opens_with_the_key_in_the_file_only()
    {
        var key = MasterKey.Create();
        key.Write(_folder);
        var wrapped = key.Wrap("disk0-secret", "s3cret"u8);

        Assert.DoesNotContain("s3cret", wrapped.ToJson(), StringComparison.Ordinal);
        using var aes = Aes.Create();
        aes.Key = File.ReadAllBytes(MasterKey.PathIn(_folder));
        var opened = aes.DecryptCbc(
            Convert.FromBase64String(wrapped.FindText("data")!),
            Convert.FromBase64String(wrapped.FindText("iv")!));
        Assert.Equal("s3cret", Encoding.UTF8.GetString(opened));
    }

    [Fact]
    public void The_same_secret_never_looks_the_same_twice()
    {
        var key = MasterKey.Create();

        Assert.NotEqual(key.Wrap("a", "x"u8).ToJson(), key.Wrap("a", "x"u8).ToJson());
    }
}
