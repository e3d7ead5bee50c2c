using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Trusted platform modules.</summary>
internal static class TpmValidation
{
    public static VirException? FindCount(DomainDefinition domain) =>
        domain.Tpms.Count(tpm => tpm.Model == TpmModel.SpaprTpmProxy) > 1
            ? Unsupported("only a single TPM Proxy device is supported")
        : domain.Tpms.Count(tpm => tpm.Model != TpmModel.SpaprTpmProxy) > 1
            ? Unsupported("only a single TPM non-proxy device is supported")
        : null;

    public static VirException? Find(Tpm tpm) => tpm switch
    {
        { Backend: TpmBackend.Emulator, ActivePcrBanks.Count: > 0, Version: not TpmVersion.V2_0 } =>
            DomainXml("<active_pcr_banks/> requires TPM version '2.0'"),
        { Backend: TpmBackend.External, Source: not { Type: CharacterSourceType.Unix } } =>
            DomainXml("only source type 'unix' is supported for external TPM device"),
        { Backend: TpmBackend.External, Source.Listen: true } =>
            DomainXml("only 'client' mode is supported for external TPM device"),
        { Backend: TpmBackend.External, Source.Path: null } =>
            DomainXml("missing socket path for external TPM device"),
        _ => null,
    };

    public static VirException? FindQemu(DomainDefinition domain, Tpm tpm, IMachineFacts facts) =>
        tpm is { Backend: TpmBackend.Emulator, Version: TpmVersion.V1_2, Model: TpmModel.TpmCrb }
            ? Unsupported("Unsupported interface 'tpm-crb' for TPM 1.2")
        : tpm.Backend == TpmBackend.Passthrough && !facts.Has(QemuCapability.DeviceTpmPassthrough)
            || (tpm.Backend != TpmBackend.Passthrough && !facts.Has(QemuCapability.DeviceTpmEmulator))
            ? Unsupported(
                $"The QEMU executable {domain.Emulator} does not support TPM backend type {tpm.Backend.ToXml()}")
        : tpm.Model switch
        {
            TpmModel.TpmTis => facts.Has(QemuCapability.DeviceTpmTis),
            TpmModel.TpmCrb => facts.Has(QemuCapability.DeviceTpmCrb),
            _ => false,
        }
        ? null : Unsupported($"The QEMU executable {domain.Emulator} does not support TPM model {tpm.Model.ToXml()}");
}
