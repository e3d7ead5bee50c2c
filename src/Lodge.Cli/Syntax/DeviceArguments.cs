namespace Lodge.Cli.Syntax;

/// <summary>Options that give a guest devices, for every program that has them.</summary>
internal static class DeviceArguments
{
    /// <summary>Sound; older command lines gave it without a value.</summary>
    public static Argument Sound { get; } = new("--sound") { Help = "Configure guest sound device emulation" };

    /// <summary>Network cards and displays.</summary>
    public static Argument[] Cards { get; } =
    [
        new("--network")
        {
            Short = "-w",
            Help = "Configure a guest network interface. Ex:\n"
                + "--network bridge=mybr0\n"
                + "--network network=my_libvirt_virtual_net\n"
                + "--network network=mynet,model=virtio,mac=00:11...\n"
                + "--network none\n"
                + "--network help",
        },
        new("--graphics")
        {
            Help = "Configure guest display settings. Ex:\n"
                + "--graphics spice\n"
                + "--graphics vnc,port=5901,listen=0.0.0.0\n"
                + "--graphics none",
        },
    ];

    /// <summary>All other devices but disks, by kind.</summary>
    public static Argument[] Devices { get; } =
    [
        new("--controller")
        {
            Help = "Configure a guest controller device. Ex:\n"
                + "--controller type=usb,model=qemu-xhci\n"
                + "--controller type=scsi,model=virtio-scsi",
        },
        new("--input")
        {
            Help = "Configure a guest input device. Ex:\n"
                + "--input tablet\n"
                + "--input keyboard,bus=usb",
        },
        new("--serial") { Help = "Configure a guest serial device" },
        new("--parallel") { Help = "Configure a guest parallel device" },
        new("--channel") { Help = "Configure a guest communication channel" },
        new("--console") { Help = "Configure a text console connection between the guest and host" },
        new("--hostdev") { Help = "Configure physical USB/PCI/etc host devices to be shared with the guest" },
        new("--host-device") { Stores = "--hostdev" },
        new("--filesystem")
        {
            Help = "Pass host directory to the guest. Ex: \n"
                + "--filesystem /my/source/dir,/dir/in/guest\n"
                + "--filesystem template_name,/,type=template",
        },
        Sound,
        new("--audio") { Help = "Configure host audio backend for sound devices" },
        new("--watchdog") { Help = "Configure a guest watchdog device" },
        new("--video") { Help = "Configure guest video hardware." },
        new("--smartcard")
        {
            Help = "Configure a guest smartcard device. Ex:\n"
                + "--smartcard mode=passthrough",
        },
        new("--redirdev")
        {
            Help = "Configure a guest redirection device. Ex:\n"
                + "--redirdev usb,type=tcp,server=192.168.1.1:4000",
        },
        new("--memballoon")
        {
            Help = "Configure a guest memballoon device. Ex:\n"
                + "--memballoon model=virtio",
        },
        new("--tpm")
        {
            Help = "Configure a guest TPM device. Ex:\n"
                + "--tpm /dev/tpm",
        },
        new("--rng")
        {
            Help = "Configure a guest RNG device. Ex:\n"
                + "--rng /dev/urandom",
        },
        new("--panic")
        {
            Help = "Configure a guest panic device. Ex:\n"
                + "--panic default",
        },
        new("--shmem")
        {
            Help = "Configure a guest shared memory device. Ex:\n"
                + "--shmem name=shmem0",
        },
        new("--memdev")
        {
            Help = "Configure a guest memory device. Ex:\n"
                + "--memdev dimm,target.size=1024",
        },
        new("--vsock")
        {
            Help = "Configure guest vsock sockets. Ex:\n"
                + "--vsock cid.auto=yes\n"
                + "--vsock cid.address=7",
        },
        new("--iommu")
        {
            Help = "Configure an IOMMU device. Ex:\n"
                + "--iommu model=intel,driver.aw_bits=48",
        },
    ];
}
