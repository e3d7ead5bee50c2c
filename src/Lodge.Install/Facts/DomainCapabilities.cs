using Lodge.Install.Drafts;

namespace Lodge.Install.Facts;

/// <summary>What guests of a kind can have on a host, as its domain capabilities XML says.</summary>
/// <remarks>Source: <c>https://libvirt.org/formatdomaincaps.html</c>.</remarks>
internal sealed class DomainCapabilities
{
    private readonly DraftNode _root;

    private DomainCapabilities(DraftNode root) => _root = root;

    /// <summary>Those of a host that does not say.</summary>
    public static DomainCapabilities Unknown { get; } = new(new DraftNode("domainCapabilities"));

    /// <summary>The program that runs the guests.</summary>
    public string? Emulator => _root.Get("path");

    /// <summary>Their type of domain.</summary>
    public string? Type => _root.Get("domain");

    /// <summary>Their type of machine.</summary>
    public string? Machine => _root.Get("machine");

    /// <summary>Their architecture.</summary>
    public string? Architecture => _root.Get("arch");

    /// <summary>Whether libvirt finds a UEFI firmware of itself.</summary>
    public bool HasAutomaticUefi => Values("os", "firmware").Contains("efi");

    /// <summary>Whether a firmware may be named by its file.</summary>
    public bool HasLoader => Values("os/loader", "readonly").Contains("yes");

    /// <summary>The firmware files that the host knows.</summary>
    public IEnumerable<string> Loaders => _root.All("os/loader/value").Select(value => value.Get(".") ?? "");

    /// <summary>Whether anything is said of trusted platform modules.</summary>
    public bool KnowsTpm => _root.Has("devices/tpm/@supported");

    /// <summary>Models of trusted platform modules.</summary>
    public IReadOnlyList<string> TpmModels => Values("devices/tpm", "model");

    /// <summary>Whether a trusted platform module can be emulated.</summary>
    /// <remarks>On armv7l libvirt offers tpm-tis and refuses it: https://gitlab.com/libvirt/libvirt/-/issues/329.
    /// </remarks>
    public bool HasTpmEmulator => !(Architecture == "armv7l" && TpmModels is ["tpm-tis"])
        && TpmModels.Count > 0 && Values("devices/tpm", "backendModel").Contains("emulator");

    /// <summary>Whether anything is said of displays.</summary>
    public bool KnowsGraphics => _root.Get("devices/graphics/@supported") == "yes";

    /// <summary>Whether SPICE is among the displays.</summary>
    public bool HasSpice => Values("devices/graphics", "type").Contains("spice");

    /// <summary>Models of graphics cards; null where nothing is said of them.</summary>
    public IReadOnlyList<string>? VideoModels =>
        _root.Has("devices/video/enum[@name='modelType']") ? Values("devices/video", "modelType") : null;

    /// <summary>Whether guests of SEV-ES can be run.</summary>
    public bool HasEncryptedState => _root.Get("features/sev/@supported") == "yes"
        && !string.IsNullOrEmpty(_root.Get("features/sev/maxESGuests"))
        && _root.Get("features/sev/maxESGuests") != "0";

    /// <summary>Whether guests that have the host's processor as it is can be moved.</summary>
    public bool HasSafeHostPassthrough => Mode("host-passthrough") is { } mode
        && Values(mode, "hostPassthroughMigratable").Contains("on");

    /// <summary>Whether the host's model of processor can be relied on.</summary>
    public bool HasSafeHostModel => Mode("host-model")?.Get("model/@fallback") == "forbid";

    /// <summary>The mode of processor that suits guests best there.</summary>
    public string BestProcessorMode => this switch
    {
        { HasSafeHostPassthrough: true } => "host-passthrough",
        { HasSafeHostModel: true } => "host-model",
        _ => "host-model-only",
    };

    /// <summary>
    /// The host's model of processor as a <c>&lt;cpu&gt;</c> to be expanded; null where there is none.
    /// </summary>
    public string? HostModelXml
    {
        get
        {
            if (Mode("host-model") is not { } mode) return null;
            var model = Escape(mode.Get("model") ?? "");
            var features = mode.All("feature").Select(feature =>
                $"<feature policy='{Escape(feature.Get("@policy") ?? "require")}' "
                + $"name='{Escape(feature.Get("@name") ?? "")}'/>");
            var vendor = mode.Get("vendor") is { } known ? $"<vendor>{Escape(known)}</vendor>" : "";
            return $"<cpu><arch>{Architecture}</arch><model>{model}</model>{vendor}{string.Concat(features)}</cpu>";
        }
    }

    /// <summary>The capabilities that an XML describes.</summary>
    /// <exception cref="FormatException">It is no XML.</exception>
    public static DomainCapabilities Parse(string xml) => new(DraftNode.Parse(xml));

    private DraftNode? Mode(string name) => _root.All("cpu/mode")
        .FirstOrDefault(mode => mode.Get("@name") == name && mode.Get("@supported") == "yes");

    private IReadOnlyList<string> Values(string place, string name) =>
        _root.All(place).FirstOrDefault() is { } node ? Values(node, name) : [];

    private static IReadOnlyList<string> Values(DraftNode node, string name) =>
    [
        .. node.All($"enum[@name='{name}']").SelectMany(list => list.All("value"))
            .Select(value => value.Get(".") ?? ""),
    ];

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
