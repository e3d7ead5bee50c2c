using System.Globalization;
using System.Text;

namespace Lodge.Client.Test;

/// <summary>The capabilities of the test host: sixteen processors of an i686 in two cells.</summary>
internal static class TestCapabilities
{
    public const int Cells = 2;
    public const int CpusInCell = 8;

    /// <summary>The memory of a cell, in KiB.</summary>
    public static ulong Memory(int cell) => (ulong)(cell + 1) * 2048 * 1024;

    /// <summary>The free memory of a cell, in KiB.</summary>
    public static ulong FreeMemory(int cell) => (ulong)(cell + 1) * 1024 * 1024;

    public static string ToXml()
    {
        var xml = new StringBuilder();
        xml.Append("""
            <capabilities>

              <host>
                <cpu>
                  <arch>i686</arch>
                  <features>
                    <pae/>
                    <nonpae/>
                  </features>
                  <pages unit='KiB' size='4'/>
                  <pages unit='KiB' size='8'/>
                  <pages unit='KiB' size='2048'/>
                  <pages unit='KiB' size='1048576'/>
                </cpu>
                <power_management/>
                <iommu support='no'/>
                <topology>
                  <cells num='2'>

            """);
        for (var cell = 0; cell < Cells; cell++)
        {
            AppendCell(xml, cell);
        }

        xml.Append("""
                  </cells>
                </topology>
                <secmodel>
                  <model>testSecurity</model>
                  <doi></doi>
                </secmodel>
              </host>


            """);
        foreach (var os in (string[])["hvm", "xen"])
        {
            xml.Append(CultureInfo.InvariantCulture, $"""
                  <guest>
                    <os_type>{os}</os_type>
                    <arch name='i686'>
                      <wordsize>32</wordsize>
                      <emulator>/usr/bin/test-hv</emulator>
                      <domain type='test'/>
                    </arch>
                    <features>
                      <pae/>
                      <nonpae/>
                    </features>
                  </guest>


                """);
        }

        return xml.Append("</capabilities>\n").ToString();
    }

    private static void AppendCell(StringBuilder xml, int cell)
    {
        var pageSize = cell == 1 ? 8UL : 4UL;
        xml.Append(CultureInfo.InvariantCulture, $"""
                    <cell id='{cell}'>
                      <memory unit='KiB'>{Memory(cell)}</memory>
                      <pages unit='KiB' size='{pageSize}'>{Memory(cell) / pageSize}</pages>
                      <pages unit='KiB' size='2048'>0</pages>
                      <pages unit='KiB' size='1048576'>0</pages>
                      <cpus num='{CpusInCell}'>

            """);
        for (var core = 0; core < CpusInCell; core++)
        {
            var cpu = (cell * CpusInCell) + core;
            xml.Append(CultureInfo.InvariantCulture, $"""
                            <cpu id='{cpu}' socket_id='{cell}' die_id='0' core_id='{core}' siblings='{cpu}'/>

                """);
        }

        xml.Append("""
                      </cpus>
                    </cell>

            """);
    }
}
