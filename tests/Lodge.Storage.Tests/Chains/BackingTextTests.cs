using CsCheck;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Storage.Chains;
using Xunit;

namespace Lodge.Storage.Tests.Chains;

public sealed class BackingTextTests
{
    private static readonly StorageSource Top = new() { Path = "/images/top.qcow2", Format = StorageFormat.Qcow2 };

    [Theory]
    [InlineData("base", "/images/base")]
    [InlineData("../base", "/images/../base")]
    [InlineData("./a:b", "/images/./a:b")]
    [InlineData("/srv/base", "/srv/base")]
    [InlineData("json:{\"driver\":\"file\",\"filename\":\"/srv/base\"}", "/srv/base")]
    [InlineData("json:{\"file.filename\":\"/srv/base\",\"file.driver\":\"file\"}", "/srv/base")]
    [InlineData("json:{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"/srv/base\"}}", "/srv/base")]
    [InlineData("json:{\"driver\":\"raw\",\"file.driver\":\"file\",\"file.filename\":\"/srv/base\"}", "/srv/base")]
    public void Files_are_found_beside_the_image_above(string text, string path)
    {
        var place = BackingText.Parse(text, Top);

        Assert.Equal((StorageType.File, path, true), (place.Source.Type, place.Source.Path, place.IsWhole));
    }

    [Theory]
    [InlineData("nbd://host", "nbd tcp host:10809 ")]
    [InlineData("nbd://[::1]:99/export", "nbd tcp ::1:99 export")]
    [InlineData("nbd+unix:///export?socket=/run/nbd", "nbd unix /run/nbd export")]
    [InlineData("nbd:host:10:exportname=e", "nbd tcp host:10 e")]
    [InlineData("nbd:[::1]:10", "nbd tcp ::1:10 ")]
    [InlineData("nbd:unix:/run/nbd:exportname=/a", "nbd unix /run/nbd /a")]
    [InlineData("https://host/a/b.img?x=y", "https tcp host:443 a/b.img")]
    [InlineData("gluster+rdma://host/volume/image", "gluster rdma host:24007 volume/image")]
    [InlineData("iscsi://host:3261/iqn.2020-01.org:t/1", "iscsi tcp host:3261 iqn.2020-01.org:t/1")]
    [InlineData("rbd:pool/image:id=u:mon_host=a\\:1\\;b", "rbd tcp a:1,b:0 pool/image")]
    [InlineData(
        "json:{\"driver\":\"nbd\",\"server\":{\"type\":\"unix\",\"path\":\"/s\"},\"export\":\"e\"}", "nbd unix /s e")]
    [InlineData("json:{\"driver\":\"nbd\",\"server.type\":\"inet\",\"server.host\":\"h\",\"server.port\":\"7\"}",
        "nbd tcp h:7 ")]
    [InlineData(
        "json:{\"driver\":\"gluster\",\"volume\":\"v\",\"path\":\"p\",\"server.0.type\":\"tcp\","
            + "\"server.0.host\":\"h\"}",
        "gluster tcp h:24007 v/p")]
    [InlineData(
        "json:{\"driver\":\"iscsi\",\"transport\":\"tcp\",\"portal\":\"h:1\",\"target\":\"t\",\"lun\":3}",
        "iscsi tcp h:1 t/3")]
    [InlineData("json:{\"driver\":\"rbd\",\"pool\":\"p\",\"image\":\"i\"}", "rbd  p/i")]
    [InlineData("json:{\"driver\":\"ssh\",\"host\":\"h\",\"path\":\"/p\"}", "ssh tcp h:22 /p")]
    public void Servers_are_found_by_every_form_of_address(string text, string expected)
    {
        var source = BackingText.Parse(text, Top).Source;

        Assert.Equal(expected, Describe(source));
    }

    [Theory]
    [InlineData("https://user:secret@host/image")]
    [InlineData(
        "json:{\"driver\":\"iscsi\",\"transport\":\"tcp\",\"portal\":\"h\",\"target\":\"t\",\"password\":\"x\"}")]
    public void A_place_with_a_password_is_left_to_QEMU(string text) =>
        Assert.False(BackingText.Parse(text, Top).IsWhole);

    [Theory]
    [InlineData("json:", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("json:[]", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("json:{}", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("json:{\"driver\":\"quorum\"}", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("json:{\"driver\":\"file\"}", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("json:{\"a\":1,\"a.b\":2}", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData(
        "json:{\"driver\":\"raw\",\"file\":{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"/x\"}}}",
        VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("nbd:", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("nbd:host", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("nbd:host:99999", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("what:ever", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("what://ever", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("gluster://host/volume", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    public void What_leads_nowhere_is_refused(string text, VirErrorNumber code) =>
        Assert.Equal(code, Assert.Throws<VirException>(() => BackingText.Parse(text, Top)).Code);

    [Fact]
    public void Any_text_is_a_place_or_refused() =>
        Gen.OneOf(
            Gen.String,
            Gen.String.Select(text => "json:" + text),
            Gen.String.Select(text => "nbd:" + text),
            Gen.String.Select(text => "rbd:" + text),
            Gen.String.Select(text => "https://" + text)).Sample(text =>
            {
                try
                {
                    return BackingText.Parse(text, Top).Source.BackingDetected;
                }
                catch (VirException refused)
                {
                    return refused.Message.Length > 0;
                }
            });

    private static string Describe(StorageSource source)
    {
        var network = source.Network!;
        var hosts = network.Hosts.Select(host => host.Socket ?? $"{host.Name}:{host.Port}");
        var transport = network.Hosts.Count > 0 ? network.Hosts[0].Transport.ToXml() + " " : "";
        return $"{network.Protocol.ToXml()} {transport}{string.Join(',', hosts)} {source.Path}";
    }
}
