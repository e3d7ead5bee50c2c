using System.Text;
using CsCheck;
using Lodge.Host.Sysinfo;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Tests.Sysinfo;

public sealed class SystemInformationTests
{
    private static readonly byte[] Machine =
    [
        .. Structure(1, Fields(0x1B, (4, 1), (5, 2), (7, 3), (0x1A, 4)).With(8,
            new Guid("01020304-0506-0708-090a-0b0c0d0e0f10").ToByteArray()), "Maker & Sons", "Box<1>", "S 1", "Boxes"),
        .. Structure(0, Fields(0x18, (4, 1), (5, 2), (8, 3), (0x14, 5), (0x15, 17)), "Firm", "v2", "04/01/2024"),
        .. Structure(2, Fields(0x0F, (4, 1), (5, 2)), "Maker", "Board A"),
        .. Structure(2, Fields(0x0F, (5, 1)), "Board B"),
        .. Structure(11, Fields(5, (4, 2)), "one", "two"),
        .. Structure(17, Fields(0x22, (0x0C, 0), (0x0D, 0x40), (0x0E, 9), (0x10, 1), (0x12, 26), (0x13, 0x80),
            (0x15, 0x80), (0x16, 0x0C)), "DIMM 0"),
        .. Structure(17, Fields(0x22), "empty slot"),
        .. Structure(127, Fields(4)),
        .. Structure(2, Fields(0x0F, (5, 1)), "behind the end"),
    ];

    [Fact]
    public void A_table_becomes_libvirts_xml_in_libvirts_order() => Assert.Equal(
        """
        <sysinfo type='smbios'>
          <bios>
            <entry name='vendor'>Firm</entry>
            <entry name='version'>v2</entry>
            <entry name='date'>04/01/2024</entry>
            <entry name='release'>5.17</entry>
          </bios>
          <system>
            <entry name='manufacturer'>Maker &amp; Sons</entry>
            <entry name='product'>Box&lt;1&gt;</entry>
            <entry name='serial'>S 1</entry>
            <entry name='uuid'>01020304-0506-0708-090a-0b0c0d0e0f10</entry>
            <entry name='family'>Boxes</entry>
          </system>
          <baseBoard>
            <entry name='manufacturer'>Maker</entry>
            <entry name='product'>Board A</entry>
          </baseBoard>
          <baseBoard>
            <entry name='product'>Board B</entry>
          </baseBoard>
          <memory_device>
            <entry name='size'>16 GB</entry>
            <entry name='form_factor'>DIMM</entry>
            <entry name='locator'>DIMM 0</entry>
            <entry name='type'>DDR4</entry>
            <entry name='type_detail'>Synchronous</entry>
            <entry name='speed'>3200 MT/s</entry>
          </memory_device>
          <oemStrings>
            <entry>one</entry>
            <entry>two</entry>
          </oemStrings>
        </sysinfo>

        """,
        SystemInformation.Parse(Machine).ToXml());

    [Fact]
    public void A_host_without_a_table_is_refused_with_libvirts_words()
    {
        using var host = new FakeHost();

        var error = Assert.Throws<VirException>(() => SystemInformation.Read(host.Files));

        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, error.Code);
        Assert.Equal("unsupported configuration: Host SMBIOS information is not available", error.Message);
    }

    [Fact]
    public void The_table_is_read_where_the_kernel_shows_it()
    {
        using var host = new FakeHost();
        host.With("/sys/firmware/dmi/tables/DMI", Machine);

        Assert.Equal(6, SystemInformation.Read(host.Files).Parts.Count);
    }

    [Fact]
    public void Any_bytes_are_harmless() =>
        Gen.Byte.Array[0, 300].Sample(static bytes => SystemInformation.Parse(bytes).ToXml().Length > 0);

    [Fact]
    public void A_structure_without_strings_whose_last_byte_is_missing_is_harmless() =>
        Assert.Empty(SystemInformation.Parse(Structure(3, Fields(0x18)).AsMemory()[..^1]).Parts);

    [Fact]
    public void A_table_cut_anywhere_is_harmless()
    {
        for (var length = 0; length < Machine.Length; length++)
        {
            Assert.NotNull(SystemInformation.Parse(Machine.AsMemory(0, length)));
        }
    }

    private static byte[] Fields(int length, params (int Offset, byte Value)[] values)
    {
        var fields = new byte[length];
        foreach (var (offset, value) in values)
        {
            fields[offset] = value;
        }

        return fields;
    }

    private static byte[] Structure(byte type, byte[] fields, params string[] strings)
    {
        fields[0] = type;
        fields[1] = (byte)fields.Length;
        var text = strings.Length == 0 ? "\0\0" : string.Concat(strings.Select(static s => s + "\0")) + "\0";
        return [.. fields, .. Encoding.ASCII.GetBytes(text)];
    }
}

file static class FieldBytes
{
    public static byte[] With(this byte[] fields, int offset, byte[] bytes)
    {
        bytes.CopyTo(fields, offset);
        return fields;
    }
}
