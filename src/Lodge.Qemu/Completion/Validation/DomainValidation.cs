using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Refuses what cannot work (<c>virDomainDefValidate</c>, <c>qemuValidateDomainDef</c>).</summary>
internal static class DomainValidation
{
    public static void Check(DomainDefinition domain, IMachineFacts facts)
    {
        _ = (domain, facts);
    }
}
