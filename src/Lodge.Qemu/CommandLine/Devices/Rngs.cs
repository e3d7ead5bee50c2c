using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Sources of randomness.</summary>
internal static class Rngs
{
    private const uint DefaultPeriod = 1000;

    public static void Add(CommandLineWriter writer)
    {
        foreach (var rng in writer.Definition.Rngs)
        {
            if (rng.Backend == RngBackend.Egd) writer.AddCharacter(rng.Source!, CharacterOption.Id(rng.Alias));
            writer.AddObject(BackendObject(rng));
            writer.AddDevice(Properties(rng, writer.Scope));
        }
    }

    /// <summary>The id of the object that the randomness comes from.</summary>
    public static string BackendId(Rng rng) => "obj" + rng.Alias;

    /// <summary>The object that the randomness comes from.</summary>
    public static QemuProperties BackendObject(Rng rng) => rng.Backend switch
    {
        RngBackend.Random => QemuProperties.Object("rng-random", BackendId(rng)).Add("filename", rng.File),
        RngBackend.Egd => QemuProperties.Object("rng-egd", BackendId(rng))
            .Add("chardev", CharacterOption.Id(rng.Alias)),
        _ => QemuProperties.Object("rng-builtin", BackendId(rng)),
    };

    /// <summary>The device's properties.</summary>
    public static QemuProperties Properties(Rng rng, GuestScope scope) =>
        VirtioProperties.Start("virtio-rng", rng, rng.Model.ToXml(), rng.Virtio, scope)
            .Add("rng", BackendId(rng))
            .Add("id", rng.Alias)
            .AddNonZero("max-bytes", rng.RateBytes)
            .AddNonZero("period", rng.RateBytes == 0 ? 0 : rng.RatePeriod == 0 ? DefaultPeriod : rng.RatePeriod)
            .AddAddress(rng, scope);
}
