using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>How many virtual CPUs there are, and how they sit in sockets.</summary>
internal static class SmpOptions
{
    public static void Add(CommandLineWriter writer)
    {
        var vcpus = writer.Definition.Vcpus;
        var present = PresentAtStart(vcpus);
        var option = new OptionString(present.ToString(CultureInfo.InvariantCulture))
            .Add("maxcpus", present == vcpus.Maximum ? null : vcpus.Maximum);
        if (writer.Definition.Cpu?.Topology is { } topology)
        {
            option
                .Add("sockets", topology.Sockets)
                .Add("dies", topology.Dies)
                .Add("cores", topology.Cores)
                .Add("threads", topology.Threads);
        }
        else
        {
            option.Add("sockets", vcpus.Maximum).Add("cores", 1).Add("threads", 1);
        }

        writer.Command.Add("-smp", option);
    }

    // Those that can go again are plugged in through the monitor before the guest runs.
    private static uint PresentAtStart(Vcpus vcpus) => vcpus.Individual is null
        ? vcpus.Current
        : (uint)vcpus.Individual.Values.Count(vcpu => vcpu is { Online: true, Hotpluggable: not true });
}
