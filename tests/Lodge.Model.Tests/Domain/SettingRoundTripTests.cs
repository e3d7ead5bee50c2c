namespace Lodge.Model.Tests.Domain;

/// <summary>Every setting of a machine is written as it was read.</summary>
public sealed class SettingRoundTripTests
{
    [Theory]
    [InlineData("<title>One guest</title>\n<description>for &lt;tests&gt; &amp; more</description>")]
    [InlineData("<metadata>\n<app:note xmlns:app='http://example.org/1'>x</app:note>\n</metadata>",
        "<app:note xmlns:app=\"http://example.org/1\">x</app:note>")]
    [InlineData(
        "<memoryBacking>\n<hugepages>\n<page size='2048' unit='KiB'/>\n</hugepages>\n<locked/>\n<source "
            + "type='memfd'/>\n<access mode='shared'/>\n</memoryBacking>")]
    [InlineData(
        "<memtune>\n<hard_limit unit='KiB'>512000</hard_limit>\n<swap_hard_limit "
            + "unit='KiB'>1024000</swap_hard_limit>\n</memtune>")]
    [InlineData(
        "<blkiotune>\n<weight>800</weight>\n<device>\n<path>/dev/sda</path>\n<weight>400</weight>\n</device>\n"
            + "</blkiotune>")]
    [InlineData("<iothreads>2</iothreads>")]
    [InlineData(
        "<cputune>\n<shares>2048</shares>\n<period>1000000</period>\n<quota>-1</quota>\n<vcpupin vcpu='0' cpuset='1-4,"
            + "^2'/>\n</cputune>", "<vcpupin vcpu='0' cpuset='1,3-4'/>")]
    [InlineData(
        "<features>\n<acpi/>\n<apic/>\n<hyperv mode='custom'>\n<relaxed state='on'/>\n<spinlocks state='on' "
            + "retries='8191'/>\n</hyperv>\n<smm state='on'>\n<tseg unit='MiB'>48</tseg>\n</smm>\n</features>")]
    [InlineData(
        "<cpu mode='custom' match='exact' check='partial'>\n<model fallback='allow'>Skylake-Client</model>\n<topology "
            + "sockets='1' dies='1' cores='1' threads='1'/>\n<feature policy='disable' name='mpx'/>\n</cpu>")]
    [InlineData(
        "<clock offset='variable' adjustment='123456' basis='utc'>\n<timer name='rtc' tickpolicy='catchup'>\n<catchup "
            + "threshold='123' slew='120' limit='10000'/>\n</timer>\n<timer name='hpet' present='no'/>\n</clock>")]
    [InlineData(
        "<on_poweroff>preserve</on_poweroff>\n<on_reboot>restart</on_reboot>\n<on_crash>coredump-restart</on_crash>")]
    [InlineData("<pm>\n<suspend-to-mem enabled='no'/>\n<suspend-to-disk enabled='yes'/>\n</pm>")]
    [InlineData("<perf>\n<event name='cmt' enabled='yes'/>\n</perf>")]
    [InlineData(
        "<launchSecurity type='sev'>\n<cbitpos>47</cbitpos>\n<reducedPhysBits>1</reducedPhysBits>\n"
            + "<policy>0x0001</policy>\n</launchSecurity>")]
    [InlineData("<numatune>\n<memory mode='strict' nodeset='0-3'/>\n</numatune>")]
    [InlineData(
        "<sysinfo type='smbios'>\n<bios>\n<entry "
            + "name='vendor'>LENOVO</entry>\n</bios>\n<oemStrings>\n<entry>one</entry>\n</oemStrings>\n</sysinfo>")]
    public void A_setting_is_written_as_it_was_read(string setting, string? expected = null)
    {
        var written = DomainText.Flat(DomainText.Format(DomainText.Parse(settings: setting)));
        Assert.Contains(expected ?? setting, written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<memory unit='GiB'>1</memory>", "<memory unit='KiB'>1048576</memory>")]
    [InlineData("<memory unit='MB'>1</memory>", "<memory unit='KiB'>977</memory>")]
    [InlineData("<memory>1024</memory>", "<memory unit='KiB'>1024</memory>")]
    public void Memory_of_any_unit_is_written_in_KiB(string written, string expected)
    {
        var xml = DomainText.With().Replace("<memory unit='KiB'>131072</memory>", written, StringComparison.Ordinal);
        var domain = Lodge.Model.Domain.DomainXml.Parse(xml, Lodge.Model.Domain.DomainXmlParseOptions.Configuration);
        Assert.Contains(expected, DomainText.Format(domain), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_knows_is_passed_over_as_libvirt_does()
    {
        var plain = DomainText.Format(DomainText.Parse());
        Assert.Equal(plain, DomainText.Format(DomainText.Parse("<nosuchdevice x='1'/>", "<nosuchsetting/>")));
    }

    [Fact]
    public void A_password_is_written_only_where_secrets_are_asked_for()
    {
        var domain = DomainText.Parse("<graphics type='vnc' port='-1' autoport='yes' passwd='secret'/>");
        Assert.Contains("secret", DomainText.Format(domain), StringComparison.Ordinal);
        Assert.DoesNotContain("secret",
            Lodge.Model.Domain.DomainXml.Format(domain, Lodge.Model.Domain.DomainXmlFormatOptions.Live),
            StringComparison.Ordinal);
    }
}
