using System.Text;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Messages;

/// <summary>Payloads recorded between stock virsh and libvirtd 9.0.</summary>
public sealed class RecordedMessageTests
{
    private const string ConnectOpen = "00000001 0000000e 71656d753a2f2f2f73797374656d 0000 00000000";

    private const string MemoryStats = "00000004"
        + "00000005 746f74616c000000 000000000178a634 00000004 66726565 000000000151b964"
        + "00000007 6275666665727300 0000000000004360 00000006 636163686564 0000 0000000000166550 00000000";

    private const string NoDomain = "0000002a 0000000a 00000001 0000003a"
        + "446f6d61696e206e6f7420666f756e643a206e6f20646f6d61696e2077697468206d6174"
        + "6368696e67206e616d652027776972652d6e6f6e65270000"
        + "00000002 00000000 00000001 00000014 446f6d61696e206e6f7420666f756e643a202573 00000001 00000028"
        + "6e6f20646f6d61696e2077697468206d61746368696e67206e616d652027776972652d6e6f6e6527 00000000 ffffffff "
        + "ffffffff 00000000";

    [Fact]
    public void The_arguments_of_an_open_are_read_and_written_alike()
    {
        var args = Bytes.Read(ConnectOpen, (ref XdrReader r) => ConnectOpenArgs.Read(ref r));
        Assert.Equal("qemu:///system", args.Name);
        Assert.Equal(0u, args.Flags);
        AssertWritten(ConnectOpen, args);
    }

    [Fact]
    public void Memory_statistics_of_the_host_are_read_and_written_alike()
    {
        var answer = Bytes.Read(MemoryStats, (ref XdrReader r) => NodeGetMemoryStatsRet.Read(ref r));
        Assert.Equal(["total", "free", "buffers", "cached"], answer.Params.Select(stat => stat.Field));
        Assert.Equal(24684084ul, answer.Params[0].Value);
        AssertWritten(MemoryStats, answer);
    }

    [Fact]
    public void An_error_is_read_and_written_alike()
    {
        var error = Bytes.Read(NoDomain, (ref XdrReader r) => VirNetMessageError.Read(ref r));
        Assert.Equal((42, 10, 2), (error.Code, error.Domain, error.Level));
        Assert.Equal("Domain not found: no domain with matching name 'wire-none'", error.Message);
        Assert.Equal("Domain not found: %s", error.Str1);
        Assert.Equal("no domain with matching name 'wire-none'", error.Str2);
        Assert.Null(error.Str3);
        Assert.Equal((-1, -1), (error.Int1, error.Int2));
        Assert.Null(error.Dom);
        AssertWritten(NoDomain, error);
    }

    [Fact]
    public void The_model_of_the_processors_takes_32_words()
    {
        var info = new NodeGetInfoRet { Model = Encoding.ASCII.GetBytes("x86_64"), Memory = 6777036, Cpus = 2 };
        var hex = Bytes.Written((ref XdrWriter w) => info.Write(ref w));
        Assert.StartsWith("000000780000003800000036" + "0000005f0000003600000034" + "00000000", hex,
            StringComparison.Ordinal);
        Assert.Equal(2 * ((32 * 4) + 8 + 24), hex.Length);
    }

    private static void AssertWritten<T>(string hex, T message)
        where T : struct, IXdrMessage<T> => Assert.Equal(
        hex.Replace(" ", "", StringComparison.Ordinal), Bytes.Written((ref XdrWriter w) => message.Write(ref w)));
}
