using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A whole domain, written in libvirt's order.</summary>
public sealed partial class DomainDefinition
{
    internal void Format(XmlOutput output, DomainXmlFormatOptions options, string root = "domain")
    {
        if (Id == -1)
        {
            options = options with { Inactive = true };
        }

        output.Start(root).Attribute("type", Type.ToXml()).Attribute("id", options.Inactive ? null : (long?)Id);
        if (QemuExtras is not null)
        {
            output.Attribute("xmlns:qemu", Domain.QemuExtras.Namespace);
        }

        FormatIdentity(output);
        FormatResources(output, options);
        SystemInfo.ForEach(info => info.Format(output));
        Os.Format(output, options, Type);
        if (UserMap.Count > 0)
        {
            output.Start("idmap");
            UserMap.ForEach(entry => entry.Format(output, "uid"));
            GroupMap.ForEach(entry => entry.Format(output, "gid"));
            output.End();
        }

        Features.Format(output);
        Cpu?.Format(output, Numa);
        Clock.Format(output, options);
        FormatLifecycle(output);
        FormatDevices(output, options);
        SecurityLabels.ForEach(label => label.Format(output, options));
        if (KeyWrap is not null)
        {
            output.Start("keywrap");
            foreach (var (name, on) in KeyWrap)
            {
                output.Start("cipher").Attribute("name", name).OnOff("state", on).End();
            }

            output.End();
        }

        LaunchSecurity?.Format(output);
        QemuExtras?.Format(output);
        output.End();
    }

    private void FormatIdentity(XmlOutput output)
    {
        output.Text("name", Name).Text("uuid", UuidText.Format(Uuid))
            .Text("genid", GenerationId is { } id ? UuidText.Format(id) : null)
            .Text("title", Title).Text("description", Description);
        if (Metadata is not null)
        {
            output.Fragment(Metadata);
        }
    }

    private void FormatResources(XmlOutput output, DomainXmlFormatOptions options)
    {
        if (HasMemoryHotplug)
        {
            output.Start("maxMemory").Attribute("slots", (ulong?)MemorySlots).Attribute("unit", "KiB")
                .EndText(MaximumMemory.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        output.Start("memory").OnOff("dumpCore", DumpCore).Attribute("unit", "KiB")
            .EndText(Memory.ToString(System.Globalization.CultureInfo.InvariantCulture));
        output.Kibibytes("currentMemory", CurrentMemory);
        BlkioTune.Format(output);
        MemoryTune.Format(output);
        MemoryBacking.Format(output);
        Vcpus.Format(output);
        IoThreads.Format(output);
        CpuTune.Format(output, IoThreads, options);
        NumaTune.Format(output);
        output.Start("resource").Text("partition", ResourcePartition);
        output.Start("fibrechannel").Attribute("appid", FibreChannelAppId).EndUnlessEmpty();
        output.EndUnlessEmpty();
    }

    private void FormatLifecycle(XmlOutput output)
    {
        output.Text("on_poweroff", OnPoweroff.ToXml()).Text("on_reboot", OnReboot.ToXml())
            .Text("on_crash", OnCrash.ToXml())
            .Text("on_lockfailure", OnLockFailure == LockFailureAction.Default ? null : OnLockFailure.ToXml());
        output.Start("pm");
        output.Start("suspend-to-mem").YesNo("enabled", SuspendToMemory).EndUnlessEmpty();
        output.Start("suspend-to-disk").YesNo("enabled", SuspendToDisk).EndUnlessEmpty();
        output.EndUnlessEmpty();
        output.Start("perf");
        foreach (var (name, enabled) in PerfEvents)
        {
            output.Start("event").Attribute("name", name.ToXml()).YesNo("enabled", enabled).End();
        }

        output.EndUnlessEmpty();
    }

    private void FormatDevices(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("devices").Text("emulator", Emulator);
        FormatAll(Disks);
        FormatAll(Controllers);
        Leases.ForEach(lease => lease.Format(output));
        FormatAll(Filesystems);
        FormatAll(Interfaces);
        FormatAll(Smartcards);
        FormatAll(Serials);
        FormatAll(Parallels);
        for (var index = 0; index < Consoles.Count; index++)
        {
            var shown = index < Serials.Count && IsSerialName(Consoles[index])
                ? ConsoleDevice.For(Serials[index])
                : Consoles[index];
            shown.Format(output, options);
        }

        FormatAll(Channels);
        FormatAll(Inputs);
        FormatAll(Tpms);
        Graphics.ForEach(graphics => graphics.Format(output, options));
        FormatAll(Sounds);
        Audios.ForEach(audio => audio.Format(output));
        FormatAll(Videos);
        FormatAll(Hostdevs);
        FormatAll(Redirdevs);
        if (RedirFilter is { Count: > 0 })
        {
            output.Start("redirfilter");
            RedirFilter.ForEach(rule => rule.Format(output));
            output.End();
        }

        FormatAll(Hubs);
        Watchdog?.Format(output, options);
        Memballoon?.Format(output, options);
        FormatAll(Rngs);
        Nvram?.Format(output, options);
        FormatAll(Panics);
        FormatAll(Shmems);
        FormatAll(MemoryDevices);
        Iommu?.Format(output, options);
        Vsock?.Format(output, options);
        output.EndLong();

        void FormatAll<T>(List<T> devices)
            where T : Device => devices.ForEach(device => device.Format(output, options));
    }
}
