using Lodge.Model.Xml;

namespace Lodge.Model.Capabilities;

/// <summary>Writes domain capabilities as libvirt does.</summary>
public static class DomainCapabilitiesXml
{
    /// <summary>Gives the document that <c>virConnectGetDomainCapabilities</c> answers with.</summary>
    public static string Format(DomainCapabilities domain)
    {
        var xml = new XmlOutput();
        xml.Start("domainCapabilities").Text("path", domain.Emulator).Text("domain", domain.DomainType)
            .Text("machine", domain.Machine).Text("arch", domain.Architecture);
        xml.Start("vcpu").Attribute("max", (long?)domain.MaxVcpus).End();
        xml.Start("iothreads").YesNo("supported", domain.HasIoThreads).End();
        Write(xml, domain.Os, domain.Loader);
        WriteCpu(xml, domain.Cpu);
        Write(xml, domain.MemoryBacking);
        xml.Start("devices");
        foreach (var device in domain.Devices) Write(xml, device);
        xml.End().Start("features");
        foreach (var feature in domain.Features) Write(xml, feature);
        return xml.End().End().ToString();
    }

    private static void Write(XmlOutput xml, CapabilitiesSection section, CapabilitiesSection? inner = null)
    {
        xml.Start(section.Name).YesNo("supported", section.IsSupported);
        if (section.IsSupported)
        {
            foreach (var value in section.Values) xml.Text("value", value);
            foreach (var choice in section.Choices) WriteChoice(xml, choice.Name, choice.Values);
            if (inner is not null) Write(xml, inner);
        }

        xml.End();
    }

    private static void WriteChoice(XmlOutput xml, string name, IReadOnlyList<string> values)
    {
        xml.Start("enum").Attribute("name", name);
        foreach (var value in values) xml.Text("value", value);
        xml.End();
    }

    private static void WriteCpu(XmlOutput xml, DomainCapabilitiesCpu cpu)
    {
        xml.Start("cpu");
        WriteMode(xml, "host-passthrough", "hostPassthroughMigratable", cpu.HostPassthrough);
        WriteMode(xml, "maximum", "maximumMigratable", cpu.Maximum);
        xml.Start("mode").Attribute("name", "host-model").YesNo("supported", cpu.HostModel is not null);
        if (cpu.HostModel is { } host) WriteHostModel(xml, host);
        xml.End();
        xml.Start("mode").Attribute("name", "custom").YesNo("supported", cpu.Models.Count > 0);
        foreach (var model in cpu.Models)
        {
            xml.Start("model")
                .Attribute("usable", model.IsUsable switch { true => "yes", false => "no", null => "unknown" })
                .Attribute("deprecated", model.IsDeprecated ? "yes" : null)
                .Attribute("vendor", model.Vendor).EndText(model.Name);
        }

        xml.End().End();
    }

    private static void WriteMode(XmlOutput xml, string mode, string choice, IReadOnlyList<string>? values)
    {
        xml.Start("mode").Attribute("name", mode).YesNo("supported", values is not null);
        if (values is not null) WriteChoice(xml, choice, values);
        xml.End();
    }

    private static void WriteHostModel(XmlOutput xml, DomainCapabilitiesHostModel host)
    {
        xml.Start("model").Attribute("fallback", "forbid").EndText(host.Model).Text("vendor", host.Vendor);
        foreach (var (name, isRequired) in host.Features)
        {
            xml.Start("feature").Attribute("policy", isRequired ? "require" : "disable").Attribute("name", name).End();
        }
    }
}
