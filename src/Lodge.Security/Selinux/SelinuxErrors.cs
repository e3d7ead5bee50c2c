using Lodge.Protocol.Errors;

namespace Lodge.Security.Selinux;

/// <summary>Refusals of the SELinux driver, with libvirt's code and domain.</summary>
internal static class SelinuxErrors
{
    public static VirException Internal(string detail) => With(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    public static VirException With(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_SECURITY, detail);
}
