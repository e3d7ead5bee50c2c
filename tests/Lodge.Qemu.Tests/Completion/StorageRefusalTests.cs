using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Tests.Completion;

/// <summary>Where a disk's content lies is looked at when a guest is defined, as libvirt does.</summary>
public sealed class StorageRefusalTests
{
    [Theory]
    [InlineData("cow", "'cow' storage format is not supported")]
    [InlineData("dir", "'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead")]
    [InlineData("iso", "storage format 'iso' is not directly supported by QEMU, use 'raw' instead")]
    [InlineData("fat", "storage format 'fat' is supported only with 'dir' storage type")]
    public void A_format_that_QEMU_has_not_is_refused(string format, string words) => Refused(
        $"<disk type='file'><driver name='qemu' type='{format}'/><source file='/a'/><target dev='vda'/></disk>", words);

    [Theory]
    [InlineData("http", "<cookies><cookie name='a'>b</cookie></cookies><readahead size='1'/>", "")]
    [InlineData("https", "<ssl verify='no'/><cookies><cookie name='a'>b</cookie></cookies>", "")]
    [InlineData("https", "<cookies><cookie name='a;b'>c</cookie></cookies>",
        "cookie name 'a;b' contains invalid characters")]
    [InlineData("tftp", "", "'tftp' protocol is not supported with this QEMU binary")]
    [InlineData("nfs", "<identity user='u' group='g'/>", "port cannot be specified in 'nfs' protocol host")]
    public void A_server_that_QEMU_cannot_reach_is_refused(string protocol, string parts, string words)
    {
        var disk = $"<disk type='network'><driver name='qemu' type='raw'/><source protocol='{protocol}' name='n'>"
            + $"<host name='h' port='1'/>{parts}</source><target dev='vda'/></disk>";
        if (words.Length == 0)
        {
            Guest.Complete(disk);
        }
        else
        {
            Refused(disk, words);
        }
    }

    [Theory]
    [InlineData("qed", "luks", "encryption is supported only with 'raw' and 'qcow2' image format")]
    [InlineData("qcow2", "qcow", "old qcow/qcow2 encryption is not supported")]
    [InlineData("raw", "luks2", "luks2 is currently not supported by the qemu encryption engine")]
    public void An_encryption_that_QEMU_has_not_is_refused(string format, string encryption, string words) => Refused(
        $"<disk type='file'><driver name='qemu' type='{format}'/><source file='/a'><encryption format='{encryption}'>"
            + "<secret type='passphrase' uuid='0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f'/></encryption></source>"
            + "<target dev='vda'/></disk>",
        words);

    [Fact]
    public void A_folder_is_only_read()
    {
        const string Folder = "<disk type='dir' device='floppy'><driver name='qemu' type='fat'/><source dir='/d'/>"
            + "<target dev='fda'/>{0}</disk>";
        Refused(Folder.Replace("{0}", "", StringComparison.Ordinal),
            "virtual FAT storage can't be accessed in read-write mode");
        Guest.Complete(Folder.Replace("{0}", "<readonly/>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_lies_below_an_image_is_looked_at_too() => Refused(
        "<disk type='file'><driver name='qemu' type='qcow2'/><source file='/a'/><backingStore type='file'>"
            + "<format type='cow'/><source file='/b'/><backingStore/></backingStore><target dev='vda'/></disk>",
        "'cow' storage format is not supported");

    [Fact]
    public void A_size_of_a_metadata_cache_is_of_qcow2() => Refused(
        "<disk type='file'><driver name='qemu' type='raw'><metadata_cache><max_size unit='bytes'>1024</max_size>"
            + "</metadata_cache></driver><source file='/a'/><target dev='vda'/></disk>",
        "metadata cache max size control is supported only with qcow2 images");

    [Fact]
    public void A_controller_on_the_bus_of_pSeries_gets_a_register_there()
    {
        var guest = Guest.Complete("<controller type='scsi' index='0' model='ibmvscsi'/>"
            + "<controller type='scsi' index='1' model='ibmvscsi'/>");
        var registers = guest.Controllers.Where(controller => controller.Type == ControllerType.Scsi)
            .Select(controller => (controller.Address as SpaprVioAddress)?.Register);
        Assert.Equal([0x2000, 0x3000], registers);
    }

    private static void Refused(string devices, string words)
    {
        var refused = Assert.Throws<VirException>(() => Guest.Complete(devices));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Code is VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED or VirErrorNumber.VIR_ERR_XML_ERROR);
    }
}
