using Lodge.Model.Xml;

namespace Lodge.Model.Capabilities;

/// <summary>Writes capabilities as libvirt does.</summary>
public static class CapabilitiesXml
{
    private static readonly (string Unit, ulong Bytes)[] Units =
        [("GiB", 1UL << 30), ("MiB", 1UL << 20), ("KiB", 1UL << 10)];

    /// <summary>Gives the document that <c>virConnectGetCapabilities</c> answers with.</summary>
    public static string Format(HostCapabilities host)
    {
        // libvirt separates the parts by empty lines, which the writer of elements does not know.
        var parts = new List<string> { Part(1, xml => WriteHost(xml, host)) };
        parts.AddRange(host.Guests.Select(guest => Part(1, xml => WriteGuest(xml, guest))));
        return $"<capabilities>\n\n{string.Join('\n', parts)}\n</capabilities>\n";
    }

    private static string Part(int depth, Action<XmlOutput> write)
    {
        var xml = new XmlOutput();
        write(xml);
        var indent = new string(' ', 2 * depth);
        return string.Concat(xml.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"{indent}{line}\n"));
    }

    private static void WriteHost(XmlOutput xml, HostCapabilities host)
    {
        xml.Start("host").Text("uuid", host.Uuid.ToString());
        WriteCpu(xml, host.Cpu);
        xml.Start("power_management");
        foreach (var state in host.PowerManagement) xml.Start(state).End();
        xml.End();
        xml.Start("iommu").YesNo("support", host.HasIommu).End();
        xml.Start("migration_features").Start("live").End().Start("uri_transports");
        foreach (var transport in host.MigrationTransports) xml.Text("uri_transport", transport);
        xml.End().End();
        xml.Start("topology").Start("cells").Attribute("num", (long?)host.Cells.Count);
        foreach (var cell in host.Cells) WriteCell(xml, cell);
        xml.End().End();
        if (host.Caches.Count > 0) WriteCaches(xml, host.Caches);
        foreach (var model in host.SecurityModels) WriteSecurityModel(xml, model);
        xml.End();
    }

    private static void WriteCpu(XmlOutput xml, CapabilitiesCpu cpu)
    {
        xml.Start("cpu").Text("arch", cpu.Architecture).Text("model", cpu.Model).Text("vendor", cpu.Vendor);
        if (cpu.Microcode > 0) xml.Start("microcode").Attribute("version", (long?)cpu.Microcode).End();
        if (cpu.Signature is var (family, model, stepping))
        {
            xml.Start("signature").Attribute("family", (long?)family).Attribute("model", (long?)model)
                .Attribute("stepping", (long?)stepping).End();
        }

        var (sockets, dies, cores, threads) = cpu.Topology;
        xml.Start("topology").Attribute("sockets", (long?)sockets).Attribute("dies", (long?)dies)
            .Attribute("cores", (long?)cores).Attribute("threads", (long?)threads).End();
        if (cpu.PhysicalAddressBits > 0)
        {
            xml.Start("maxphysaddr").Attribute("mode", "emulate")
                .Attribute("bits", (long?)cpu.PhysicalAddressBits).End();
        }

        foreach (var feature in cpu.Features) xml.Start("feature").Attribute("name", feature).End();
        foreach (var size in cpu.PageSizes)
            xml.Start("pages").Attribute("unit", "KiB").Attribute("size", (long?)size).End();
        xml.End();
    }

    private static void WriteCell(XmlOutput xml, CapabilitiesCell cell)
    {
        xml.Start("cell").Attribute("id", (long?)cell.Id);
        xml.Start("memory").Attribute("unit", "KiB").EndText(Text(cell.MemoryKiB));
        foreach (var (size, count) in cell.Pages)
            xml.Start("pages").Attribute("unit", "KiB").Attribute("size", (long?)size).EndText(Text(count));
        if (cell.Distances.Count > 0)
        {
            xml.Start("distances");
            foreach (var (other, value) in cell.Distances)
                xml.Start("sibling").Attribute("id", (long?)other).Attribute("value", (long?)value).End();
            xml.End();
        }

        xml.Start("cpus").Attribute("num", (long?)cell.Cpus.Count);
        foreach (var cpu in cell.Cpus)
        {
            xml.Start("cpu").Attribute("id", (long?)cpu.Id).Attribute("socket_id", (long?)cpu.Socket)
                .Attribute("die_id", (long?)cpu.Die).Attribute("core_id", (long?)cpu.Core)
                .Attribute("siblings", cpu.Siblings).End();
        }

        xml.End().End();
    }

    private static void WriteCaches(XmlOutput xml, IReadOnlyList<CapabilitiesCache> caches)
    {
        xml.Start("cache");
        foreach (var cache in caches)
        {
            var (unit, bytes) = Units.FirstOrDefault(known => cache.Bytes % known.Bytes == 0, (Unit: "B", Bytes: 1UL));
            xml.Start("bank").Attribute("id", (long?)cache.Id).Attribute("level", (long?)cache.Level)
                .Attribute("type", cache.Kind).Attribute("size", (ulong?)(cache.Bytes / bytes))
                .Attribute("unit", unit).Attribute("cpus", cache.Cpus).End();
        }

        xml.End();
    }

    private static void WriteSecurityModel(XmlOutput xml, CapabilitiesSecurityModel model)
    {
        xml.Start("secmodel").Text("model", model.Name).Text("doi", "0");
        foreach (var (type, label) in model.BaseLabels)
            xml.Start("baselabel").Attribute("type", type).EndText(label);
        xml.End();
    }

    private static void WriteGuest(XmlOutput xml, GuestCapabilities guest)
    {
        xml.Start("guest").Text("os_type", "hvm").Start("arch").Attribute("name", guest.Architecture);
        xml.Text("wordsize", (long?)guest.WordSize).Text("emulator", guest.Emulator);
        foreach (var machine in guest.Machines)
        {
            xml.Start("machine").Attribute("canonical", machine.Canonical)
                .Attribute("maxCpus", (long?)machine.MaxCpus)
                .Attribute("deprecated", machine.IsDeprecated ? "yes" : null).EndText(machine.Name);
        }

        foreach (var type in guest.DomainTypes) xml.Start("domain").Attribute("type", type).End();
        xml.End().Start("features");
        foreach (var feature in guest.Features)
        {
            xml.Start(feature.Name).OnOff("default", feature.IsDefault).YesNo("toggle", feature.IsToggle).End();
        }

        xml.End().End();
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
