using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Keyboards, mice and tablets.</summary>
internal static class InputValidation
{
    public static VirException? Find(Input input) => input switch
    {
        { Bus: InputBus.Ps2, Type: not (InputType.Mouse or InputType.Keyboard) } => Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"ps2 bus does not support {input.Type.ToXml()} input device"),
        { Bus: InputBus.Xen } =>
            Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "unsupported input bus xen"),
        { Type: InputType.Mouse or InputType.Tablet or InputType.Keyboard, EventDevice: not null } => DomainUnsupported(
            "setting source evdev path only supported for passthrough input devices"),
        { Type: InputType.Passthrough, Bus: not InputBus.Virtio } =>
            DomainUnsupported("only bus 'virtio' is supported for 'passthrough' input devices"),
        { Type: InputType.Evdev, Bus: not InputBus.None } =>
            DomainUnsupported("input evdev doesn't support bus element"),
        { Model: not InputModel.Default, Bus: not InputBus.Virtio } =>
            DomainUnsupported($"only bus 'virtio' is supported for input model '{input.Model.ToXml()}'"),
        _ => null,
    };

    public static VirException? FindQemu(Input input, IMachineFacts facts) => input switch
    {
        { Bus: InputBus.Usb, Type: InputType.Keyboard } when !facts.Has(QemuCapability.DeviceUsbKbd) =>
            Unsupported("usb keyboard is not supported by this QEMU binary"),
        { Bus: not InputBus.Virtio } => null,
        { Model: InputModel.VirtioTransitional or InputModel.VirtioNonTransitional } => Unsupported(
            $"virtio (non-)transitional models are not supported for input type={input.Type.ToXml()}"),
        { Type: InputType.Mouse } => Needs(facts, QemuCapability.VirtioMouse, "virtio-mouse"),
        { Type: InputType.Tablet } => Needs(facts, QemuCapability.VirtioTablet, "virtio-tablet"),
        { Type: InputType.Keyboard } => Needs(facts, QemuCapability.VirtioKeyboard, "virtio-keyboard"),
        { Type: InputType.Passthrough } => Needs(facts, QemuCapability.VirtioInputHost, "virtio-input-host"),
        _ => null,
    };

    private static VirException? Needs(IMachineFacts facts, QemuCapability capability, string device) =>
        facts.Has(capability) ? null : Unsupported($"{device} is not supported by this QEMU binary");
}
