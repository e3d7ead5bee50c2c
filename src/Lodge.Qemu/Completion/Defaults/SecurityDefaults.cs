using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>A single security label that names no model is of the host's first one.</summary>
internal static class SecurityDefaults
{
    public static void Apply(DomainDefinition domain, CompletionOptions options)
    {
        if (domain.SecurityLabels is not [{ Model: null } label])
        {
            return;
        }

        if (label.Type != SecurityLabelType.None
            && !(label is { Type: SecurityLabelType.Dynamic, BaseLabel: null } && !options.Live))
        {
            throw Refusal.DomainXml("missing security model in domain seclabel");
        }

        label.Model = options.SecurityModel;
        if (label.Model == "none" && !options.Live)
        {
            label.Type = SecurityLabelType.None;
            label.Relabel = false;
        }
    }
}
