using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;
using Lodge.Storage.Volumes.Images;
using Xunit;

namespace Lodge.Storage.Tests.Volumes.Images;

public sealed class QemuImgCommandTests
{
    private const string Backed = "<backingStore><path>/dev/null</path><format type='raw'/></backingStore>";

    private const string Encrypted =
        """
        <encryption format='luks'><secret type='passphrase' usage='u'/>
        <cipher name='serpent' size='256' mode='cbc' hash='sha256'/><ivgen name='plain64' hash='sha256'/></encryption>
        """;

    private static readonly PoolSnapshot Pool = new()
    {
        Definition = new StoragePoolDefinition
        {
            Type = StoragePoolType.Dir, Name = "p", Uuid = VirUuid.Random(), TargetPath = "/pool",
        },
    };

    [Theory]
    [InlineData("qcow2", "", "", 0, "create -f qcow2 -o compat=0.10 /pool/v 5242880K")]
    [InlineData("qcow2", "<compat>1.1</compat>", "", 0, "create -f qcow2 -o compat=1.1 /pool/v 5242880K")]
    [InlineData(
        "qcow2", "<nocow/><compat>1.1</compat>", "", 0, "create -f qcow2 -o nocow=on,compat=1.1 /pool/v 5242880K")]
    [InlineData(
        "qcow2", "<clusterSize unit='KiB'>128</clusterSize>", "", 0,
        "create -f qcow2 -o compat=0.10,cluster_size=131072 /pool/v 5242880K")]
    [InlineData(
        "qcow2", "<features><lazy_refcounts/><extended_l2/></features>", "", 0,
        "create -f qcow2 -o compat=1.1,lazy_refcounts=on,extended_l2=on /pool/v 5242880K")]
    [InlineData(
        "qcow2", "", "<allocation>0</allocation>", 1,
        "create -f qcow2 -o preallocation=metadata,compat=0.10 /pool/v 5242880K")]
    [InlineData("qcow2", "", "", 1, "create -f qcow2 -o preallocation=falloc,compat=0.10 /pool/v 5242880K")]
    [InlineData(
        "qcow2", "", Backed, 0, "create -f qcow2 -b /dev/null -o backing_fmt=raw,compat=0.10 /pool/v 5242880K")]
    [InlineData("vpc", "", "", 0, "create -f vpc /pool/v 5242880K")]
    [InlineData("ploop", "", "", 0, "create -f parallels /pool/v 5242880K")]
    [InlineData("iso", "", "", 0, "create -f raw /pool/v 5242880K")]
    public void New_images_are_made_by_these_lines(
        string format, string target, string more, uint flags, string line) =>
        Assert.Equal(line, Line(Volume("v", format, target, more), null, flags));

    [Theory]
    [InlineData("qcow2", "raw", "convert -f qcow2 -O raw /pool/from /pool/v")]
    [InlineData("raw", "qcow2", "convert -f raw -O qcow2 -o compat=0.10 /pool/from /pool/v")]
    [InlineData("iso", "qcow2", "convert -f raw -O qcow2 -o compat=0.10 /pool/from /pool/v")]
    public void Copies_are_made_by_these_lines(string from, string to, string line) =>
        Assert.Equal(line, Line(Volume("v", to), Volume("from", from), 0));

    [Fact]
    public void An_encrypted_image_gets_its_passphrase_from_a_file() => Assert.Equal(
        "create -f luks --object secret,id=volume_encrypt0,file=/run/a,,b -o key-secret=volume_encrypt0,"
        + "cipher-alg=serpent-256,cipher-mode=cbc,hash-alg=sha256,ivgen-alg=plain64,ivgen-hash-alg=sha256 "
        + "/pool/v 5242880K",
        Line(Volume("v", "raw", Encrypted), null, 0, secret: "/run/a,b"));

    [Fact]
    public void An_encrypted_copy_is_made_empty_and_filled_then()
    {
        var (volume, input) = (Volume("v", "qcow2", Encrypted), Volume("f,g", "raw", Encrypted));

        Assert.StartsWith(
            "create -f qcow2 --object secret,id=volume_encrypt0,file=/run/v -o encrypt.format=luks,"
            + "encrypt.key-secret=volume_encrypt0,",
            Line(volume, input, 0, ConversionStep.Empty, "/run/v", "/run/f"),
            StringComparison.Ordinal);
        Assert.Equal(
            "convert --image-opts -n --target-image-opts --object secret,id=volume_encrypt0,file=/run/v "
            + "--object secret,id=input_encrypt0,file=/run/f "
            + "driver=luks,file.filename=/pool/f,,g,key-secret=input_encrypt0 "
            + "driver=qcow2,file.filename=/pool/v,encrypt.key-secret=volume_encrypt0",
            Line(volume, input, 0, ConversionStep.Fill, "/run/v", "/run/f"));
    }

    [Theory]
    [InlineData(1UL, "resize --shrink -f qcow2 /pool/v 1")]
    [InlineData(6000000000UL, "resize -f qcow2 /pool/v 6000000000")]
    public void Sizes_are_changed_by_these_lines(ulong size, string line) =>
        Assert.Equal(line, string.Join(' ', QemuImgResize.Write(Volume("v", "qcow2"), size, null)));

    private static string Line(
        StorageVolumeDefinition volume,
        StorageVolumeDefinition? input,
        uint flags,
        ConversionStep step = ConversionStep.Whole,
        string? secret = null,
        string? inputSecret = null) => string.Join(' ', QemuImgCommand.Write(
            new VolumeBuild(Pool, volume, input, (VirStorageVolCreateFlags)flags), step, secret, inputSecret));

    private static StorageVolumeDefinition Volume(string name, string format, string target = "", string more = "") =>
        StorageVolumeXml.Parse(
            $"""
            <volume><name>{name}</name><capacity unit='GiB'>5</capacity>{more}
            <target><format type='{format}'/>{target}</target></volume>
            """,
            StoragePoolType.Dir) with
        {
            Path = "/pool/" + name,
        };
}
