using Lodge.Protocol.Errors;
using Lodge.Qemu.Firmware;

namespace Lodge.Qemu.Tests.Firmware;

public sealed class NvramFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-nvram").FullName;

    private string Variables => Path.Combine(_folder, "nvram", "guest_VARS.fd");

    private string Template => Path.Combine(_folder, "template.fd");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_start_makes_it_from_the_template_for_its_owner_alone()
    {
        File.WriteAllText(Template, "fresh");

        Assert.True(NvramFile.Prepare(Variables, Template));

        Assert.Equal("fresh", File.ReadAllText(Variables));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Variables));
    }

    [Fact]
    public void Later_starts_keep_the_guests_variables()
    {
        File.WriteAllText(Template, "fresh");
        NvramFile.Prepare(Variables, Template);
        File.WriteAllText(Variables, "used");

        Assert.False(NvramFile.Prepare(Variables, Template));
        Assert.Equal("used", File.ReadAllText(Variables));
    }

    [Fact]
    public void A_reset_throws_them_away()
    {
        File.WriteAllText(Template, "fresh");
        NvramFile.Prepare(Variables, Template);
        File.WriteAllText(Variables, "used");

        Assert.False(NvramFile.Prepare(Variables, Template, reset: true));
        Assert.Equal("fresh", File.ReadAllText(Variables));
    }

    [Fact]
    public void Without_a_template_the_start_is_refused()
    {
        var failure = Assert.Throws<VirException>(() => NvramFile.Prepare(Variables, null));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, failure.Code);
    }

    [Fact]
    public void A_template_that_cannot_be_read_leaves_what_was_there()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Variables)!);
        File.WriteAllText(Variables, "used");

        var failure = Assert.Throws<VirException>(
            () => NvramFile.Prepare(Variables, Template + ".gone", reset: true));

        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, failure.Code);
        Assert.Equal("used", File.ReadAllText(Variables));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Variables)!));
    }
}
