using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Storage;

public sealed class StorageVolumeXmlTests
{
    private const string Whole =
        """
        <volume type='file'>
          <name>sparse.img</name>
          <key>/images/sparse.img</key>
          <capacity unit='bytes'>1099511627776</capacity>
          <allocation unit='bytes'>0</allocation>
          <target>
            <path>/images/sparse.img</path>
            <format type='qcow2'/>
            <permissions>
              <mode>0744</mode>
              <owner>0</owner>
              <group>744</group>
              <label>virt_image_t</label>
            </permissions>
            <encryption format='luks'>
              <secret type='passphrase' uuid='f52a81b2-424e-490c-823d-6bd4235bc572'/>
              <cipher name='serpent' size='256' mode='cbc' hash='sha256'/>
              <ivgen name='plain64' hash='sha256'/>
            </encryption>
            <compat>1.1</compat>
            <clusterSize unit='B'>131072</clusterSize>
            <features>
              <lazy_refcounts/>
              <extended_l2/>
            </features>
          </target>
          <backingStore>
            <path>/images/master.img</path>
            <format type='raw'/>
            <permissions>
              <mode>0644</mode>
            </permissions>
          </backingStore>
        </volume>

        """;

    [Fact]
    public void A_whole_volume_is_written_as_it_was_read()
    {
        var volume = StorageVolumeXml.Parse(Whole, StoragePoolType.Dir);

        Assert.Equal(Whole, StorageVolumeXml.Format(volume, StoragePoolType.Dir));
    }

    [Fact]
    public void Sizes_have_units_and_what_is_occupied_is_all_of_it_unless_said()
    {
        var volume = Parse("<capacity unit='TiB'>1</capacity>");
        var sparse = Parse("<capacity unit='KB'>2</capacity><allocation>5</allocation>");

        Assert.Equal((1UL << 40, 1UL << 40, false), (volume.Capacity, volume.Allocation, volume.HasAllocation));
        Assert.Equal((2000UL, 5UL, true), (sparse.Capacity, sparse.Allocation, sparse.HasAllocation));
    }

    [Fact]
    public void Times_and_places_of_a_volume_are_written_as_they_are_known()
    {
        var volume = Parse("<capacity>1</capacity>") with
        {
            Type = VirStorageVolType.VIR_STORAGE_VOL_BLOCK,
            Physical = 7,
            Extents =
            [
                new("/dev/sda", new StorageExtent(0, 10)), new("/dev/sda", new StorageExtent(20, 30)),
                new("/dev/sdb", new StorageExtent(5, 6)),
            ],
            Target = new StorageVolumeTarget
            {
                Path = "/dev/vg/v",
                Timestamps = new StorageTimestamps(new(1, 5), new(2, 0), new(3, 999999999)),
            },
        };

        Assert.Equal(
            """
            <volume type='block'>
              <name>v</name>
              <source>
                <device path='/dev/sda'>
                  <extent start='0' end='10'/>
                  <extent start='20' end='30'/>
                </device>
                <device path='/dev/sdb'>
                  <extent start='5' end='6'/>
                </device>
              </source>
              <capacity unit='bytes'>1</capacity>
              <allocation unit='bytes'>1</allocation>
              <physical unit='bytes'>7</physical>
              <target>
                <path>/dev/vg/v</path>
                <timestamps>
                  <atime>1.000000005</atime>
                  <mtime>2</mtime>
                  <ctime>3.999999999</ctime>
                  <btime>0</btime>
                </timestamps>
              </target>
            </volume>

            """,
            StorageVolumeXml.Format(volume, StoragePoolType.Logical));
    }

    [Theory]
    [InlineData(StoragePoolType.Dir, "<format type='qcow2'/>", "qcow2")]
    [InlineData(StoragePoolType.Dir, "", "raw")]
    [InlineData(StoragePoolType.Disk, "<format type='linux-swap'/>", "linux-swap")]
    [InlineData(StoragePoolType.Disk, "", "none")]
    [InlineData(StoragePoolType.Logical, "<format type='whatever'/>", null)]
    [InlineData(StoragePoolType.Rbd, "<format type='raw'/>", "raw")]
    public void Each_type_of_pool_has_formats_of_its_own(StoragePoolType pool, string format, string? expected) =>
        Assert.Equal(expected, Parse($"<capacity>1</capacity><target>{format}</target>", pool).Target.Format);

    [Theory]
    [InlineData("<a/>", VirErrorNumber.VIR_ERR_XML_ERROR, "expecting root element of 'volume', not 'a'")]
    [InlineData(
        "<volume><capacity>1</capacity></volume>", VirErrorNumber.VIR_ERR_XML_ERROR, "missing volume name element")]
    [InlineData("<volume><name>v</name></volume>", VirErrorNumber.VIR_ERR_XML_ERROR, "missing capacity element")]
    [InlineData(
        "<volume><name>v</name><capacity>-1</capacity></volume>",
        VirErrorNumber.VIR_ERR_XML_ERROR, "malformed capacity element")]
    [InlineData(
        "<volume><name>v</name><capacity unit='EiB'>9</capacity></volume>",
        VirErrorNumber.VIR_ERR_OVERFLOW, "value too large")]
    [InlineData(
        "<volume><name>v</name><capacity unit='furlong'>9</capacity></volume>",
        VirErrorNumber.VIR_ERR_INVALID_ARG, "furlong")]
    [InlineData(
        "<volume type='cloud'><name>v</name><capacity>1</capacity></volume>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume type 'cloud'")]
    [InlineData(
        Start + "<format type='none'/>" + End,
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume format type none")]
    [InlineData(
        Start + "<format type='zip'/>" + End,
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume format type zip")]
    [InlineData(
        Start + "<compat>1.x</compat>" + End,
        VirErrorNumber.VIR_ERR_XML_ERROR, "forbidden characters in 'compat' attribute")]
    [InlineData(
        Start + "<features><speed/></features>" + End,
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unsupported feature speed")]
    [InlineData(
        Start + "<permissions><mode>0999</mode></permissions>" + End,
        VirErrorNumber.VIR_ERR_XML_ERROR, "malformed octal mode")]
    public void What_libvirt_refuses_is_refused_in_its_words(string xml, VirErrorNumber code, string text)
    {
        var refusal = Assert.Throws<VirException>(() => StorageVolumeXml.Parse(xml, StoragePoolType.Dir));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capacity_may_come_from_another_volume()
    {
        const string Bare = "<volume><name>v</name></volume>";
        const string Backed = "<volume><name>v</name><backingStore><path>/b</path></backingStore></volume>";

        Assert.Equal(0UL, Capacity(Bare, StorageVolumeXmlOptions.NoCapacity));
        Assert.Equal(0UL, Capacity(Backed, StorageVolumeXmlOptions.CapacityOfBacking));
        Assert.Throws<VirException>(() => Capacity(Bare, StorageVolumeXmlOptions.CapacityOfBacking));

        static ulong Capacity(string xml, StorageVolumeXmlOptions options) =>
            StorageVolumeXml.Parse(xml, StoragePoolType.Dir, options).Capacity;
    }

    private const string Start = "<volume><name>v</name><capacity>1</capacity><target>";
    private const string End = "</target></volume>";

    private static StorageVolumeDefinition Parse(string inside, StoragePoolType pool = StoragePoolType.Dir) =>
        StorageVolumeXml.Parse($"<volume><name>v</name>{inside}</volume>", pool);
}
