using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Selinux;

/// <summary>
/// Labels of SELinux: each guest runs with a pair of categories that no other guest has, and its files carry the same
/// pair, so that the kernel keeps a guest whose QEMU was broken out of from the files of all others.
/// </summary>
/// <remarks>
/// Source: libvirt's <c>security_selinux.c</c>; the attributes are the same, so that both may serve one host.
/// </remarks>
public sealed partial class SelinuxDriver : ISecurityDriver
{
    /// <summary>The driver's name in XML.</summary>
    public const string Name = "selinux";

    private readonly ISelinux _selinux;
    private readonly SelinuxSettings _settings;
    private readonly VirtualContexts _contexts;
    private readonly CategoryPairs _pairs = new();
    private bool _hasWarnedOfEmulation;

    /// <summary>A driver for a host where SELinux is enabled.</summary>
    /// <param name="selinux">The host's SELinux.</param>
    /// <param name="settings">What the administrator decided.</param>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: the policy has no labels for guests.</exception>
    public SelinuxDriver(ISelinux selinux, SelinuxSettings settings)
    {
        ArgumentNullException.ThrowIfNull(selinux);
        ArgumentNullException.ThrowIfNull(settings);
        _selinux = selinux;
        _settings = settings;
        _contexts = VirtualContexts.Read(selinux.PolicyFolder ?? throw SelinuxErrors.Internal(
            "SELinux is enabled, and /etc/selinux/config names no policy"));
    }

    /// <inheritdoc/>
    public string Model => Name;

    /// <inheritdoc/>
    public string DomainOfInterpretation => "0";

    /// <inheritdoc/>
    public string BaseLabel(bool isEmulated) => _contexts.BaseLabel(isEmulated);

    /// <inheritdoc/>
    public void Verify(DomainDefinition guest)
    {
        if (LabelOf(guest) is { Type: SecurityLabelType.Static, Label: { } label } && !_selinux.IsValid(label))
        {
            throw SelinuxErrors.With(VirErrorNumber.VIR_ERR_XML_ERROR, $"Invalid security label {label}");
        }
    }

    /// <inheritdoc/>
    public void GenerateLabel(DomainDefinition guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        if (LabelOf(guest) is not { } label)
        {
            return;
        }

        string level;
        switch (label.Type)
        {
            case SecurityLabelType.Static:
                level = LevelOf(label.Label) ?? throw SelinuxErrors.Internal(
                    $"unable to get selinux context range of '{label.Label}'");
                break;
            case SecurityLabelType.None:
                level = CategoryRange.Of(_selinux.OwnContext()).Sensitivity;
                break;
            default:
                level = _pairs.Take(CategoryRange.Of(_selinux.OwnContext()));
                label.Label = Dynamic(label.BaseLabel ?? BaseLabelOf(guest), level);
                break;
        }

        label.ImageLabel = InOwnName(_contexts.Image, level, isFile: true);
    }

    /// <inheritdoc/>
    public void ReserveLabel(DomainDefinition guest)
    {
        if (LabelOf(guest) is { Type: SecurityLabelType.Dynamic, Label: { } label }
            && LevelOf(label) is { } level && !_pairs.Reserve(level))
        {
            throw SelinuxErrors.Internal($"MCS level for existing domain label {label} already reserved");
        }
    }

    /// <inheritdoc/>
    public void ReleaseLabel(DomainDefinition guest)
    {
        if (LabelOf(guest) is { Type: SecurityLabelType.Dynamic, Label: { } label } && LevelOf(label) is { } level)
        {
            _pairs.Release(level);
        }
    }

    /// <inheritdoc/>
    public ProcessLabel LabelOfProcess(DomainDefinition guest, int processId) => new(
        _selinux.ContextOf(processId) ?? throw SelinuxErrors.With(
            VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"unable to get PID {processId} security context"),
        _selinux.IsEnforcing);

    private static SecurityLabel? LabelOf(DomainDefinition guest) =>
        guest.SecurityLabels.Find(label => label.Model == Name);

    private static string? LevelOf(string? label) => SelinuxContext.TryParse(label)?.Range;

    private string BaseLabelOf(DomainDefinition guest)
    {
        var isEmulated = guest.Type == DomainType.Qemu;
        if (isEmulated && _contexts.EmulatedProcess is null && !_hasWarnedOfEmulation)
        {
            _hasWarnedOfEmulation = true;
            _settings.OnWarning(
                "SELinux policy does not define a domain type for QEMU TCG. Guest startup may be denied due to missing "
                + "'execmem' privilege unless the 'virt_use_execmem' policy boolean is enabled");
        }

        return BaseLabel(isEmulated);
    }

    private string Dynamic(string baseLabel, string level)
    {
        try
        {
            return InOwnName(baseLabel, level, isFile: false);
        }
        catch
        {
            _pairs.Release(level);
            throw;
        }
    }

    /// <summary>A label of a kind, with our own user (and, for a process, role) and a level.</summary>
    private string InOwnName(string kind, string level, bool isFile)
    {
        var own = SelinuxContext.TryParse(_selinux.OwnContext());
        if (SelinuxContext.TryParse(kind) is not { } context || own is null)
        {
            throw SelinuxErrors.With(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"Unable to parse base SELinux context '{kind}'");
        }

        return (context with
        {
            User = own.Value.User,
            Role = isFile ? context.Role : own.Value.Role,
            Range = level,
        }).ToString();
    }
}
