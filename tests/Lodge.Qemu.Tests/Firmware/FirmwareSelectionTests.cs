using System.Text;
using System.Text.Json;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Firmware;

namespace Lodge.Qemu.Tests.Firmware;

public sealed class FirmwareSelectionTests
{
    private static readonly FirmwareDescriptor Secure = Read(
        "secure.fd", "\"secure-boot\",\"requires-smm\",\"enrolled-keys\"");
    private static readonly FirmwareDescriptor Plain = Read("plain.fd", "\"acpi-s3\"");

    [Fact]
    public void The_first_that_fits_is_taken_with_its_template()
    {
        var guest = Guest();

        FirmwareSelection.Apply(guest, "/nvram", [Secure, Plain]);

        var loader = guest.Os.Loader!;
        Assert.Equal(("secure.fd", LoaderType.Pflash, true), (loader.Path, loader.Type, loader.Readonly));
        Assert.Equal("/nvram/guest_VARS.fd", loader.Nvram!.Path);
        Assert.Equal("template of secure.fd", loader.NvramTemplate);
        Assert.True(guest.Features.Smm);
        Assert.True(loader.Secure);
        Assert.Equal(FirmwareKind.None, guest.Os.Firmware);
    }

    [Fact]
    public void A_feature_that_is_not_wanted_passes_a_firmware_over()
    {
        var guest = Guest();
        guest.Os.FirmwareFeatures = new() { [FirmwareFeature.SecureBoot] = false };

        FirmwareSelection.Apply(guest, "/nvram", [Secure, Plain]);

        Assert.Equal("plain.fd", guest.Os.Loader!.Path);
        Assert.Null(guest.Features.Smm);
    }

    [Fact]
    public void A_machine_it_is_not_made_for_passes_a_firmware_over()
    {
        var guest = Guest();
        guest.Os.Machine = "microvm";

        var failure = Assert.Throws<VirException>(() => FirmwareSelection.Apply(guest, "/nvram", [Secure, Plain]));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, failure.Code);
        Assert.Equal("operation failed: Unable to find any firmware to satisfy 'efi'", failure.Message);
    }

    [Fact]
    public void A_guest_that_forbids_what_its_firmware_needs_is_refused()
    {
        var guest = Guest();
        guest.Features.Smm = false;

        var failure = Assert.Throws<VirException>(() => FirmwareSelection.Apply(guest, "/nvram", [Secure]));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, failure.Code);
    }

    [Fact]
    public void A_firmware_named_by_hand_gets_the_template_its_descriptor_names()
    {
        var guest = Guest();
        guest.Os.Firmware = FirmwareKind.None;
        guest.Os.Loader = new Loader { Type = LoaderType.Pflash, Path = "plain.fd" };

        FirmwareSelection.Apply(guest, "/nvram", [Secure, Plain]);

        Assert.Equal("template of plain.fd", guest.Os.Loader.NvramTemplate);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"mapping\":{\"device\":\"flash\"}}")]
    [InlineData("{\"mapping\":{\"device\":\"flash\",\"executable\":{\"filename\":\"x\",\"format\":\"qcow2\"}}}")]
    [InlineData("{\"mapping\":7}")]
    public void What_describes_no_firmware_is_none(string json) =>
        Assert.Null(FirmwareDescriptor.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_damaged_descriptor_keeps_nobody_from_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("lodge-fw").FullName;
        File.WriteAllText(Path.Combine(folder, "10-broken.json"), "{");
        File.WriteAllText(Path.Combine(folder, "20-masked.json"), "");
        File.WriteAllText(Path.Combine(folder, "30-good.json"), Descriptor("good.fd", ""));

        var installed = FirmwareSelection.Installed([folder, folder + "-missing"]);

        Directory.Delete(folder, recursive: true);
        Assert.Equal("good.fd", Assert.Single(installed).Path);
        Assert.ThrowsAny<JsonException>(() => FirmwareDescriptor.Parse("{"u8.ToArray()));
    }

    private static DomainDefinition Guest()
    {
        var guest = new DomainDefinition { Name = "guest" };
        guest.Os.Architecture = "x86_64";
        guest.Os.Machine = "pc-q35-7.2";
        guest.Os.Firmware = FirmwareKind.Efi;
        return guest;
    }

    private static FirmwareDescriptor Read(string image, string features) =>
        FirmwareDescriptor.Parse(Encoding.UTF8.GetBytes(Descriptor(image, features)))!;

    private static string Descriptor(string image, string features) =>
        $$"""
        {
          "interface-types": ["uefi"],
          "mapping": {
            "device": "flash",
            "executable": { "filename": "{{image}}", "format": "raw" },
            "nvram-template": { "filename": "template of {{image}}", "format": "raw" }
          },
          "targets": [ { "architecture": "x86_64", "machines": ["pc-i440fx-*", "pc-q35-*"] } ],
          "features": [{{features}}]
        }
        """;
}
