using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>What the monitor is told before a guest's first instruction.</summary>
public sealed class GuestSetupTests
{
    [Fact]
    public void A_typical_guest_is_set_up_in_these_words()
    {
        var definition = TypicalGuests.Pc("/disk");
        DeviceAliases.Assign(definition);

        Assert.Equal(
            [
                """set_password {"protocol":"vnc","password":"secret"}""",
                """expire_password {"protocol":"vnc","time":"never"}""",
                """set_link {"name":"net0","up":false}""",
                """qom-set {"path":"/machine/peripheral/balloon0","property":"guest-stats-polling-interval","value":5}""",
                """balloon {"value":67108864}""",
                """block_set_io_throttle {"id":"/machine/peripheral/virtio-disk0/virtio-backend","bps":1000000,"bps_rd":0,"bps_wr":0,"iops":0,"iops_rd":0,"iops_wr":0}""",
                """set-action {"reboot":"shutdown"}""",
            ],
            Commands(definition));
    }

    [Theory]
    [InlineData("", null, "now")]
    [InlineData("x", "2020-01-01T00:00:00", "now")]
    [InlineData("x", "2999-01-01T00:00:00", "32472144000")]
    public void A_password_ends_when_it_is_told_to(string password, string? end, string expected)
    {
        var definition = new DomainDefinition();
        definition.Graphics.Add(new Graphics
        {
            Type = GraphicsType.Vnc,
            Password = password,
            PasswordValidTo = end is null ? null : DateTime.Parse(end),
        });

        Assert.Contains($$"""expire_password {"protocol":"vnc","time":"{{expected}}"}""", Commands(definition));
    }

    private static IEnumerable<string> Commands(DomainDefinition definition) => GuestSetup
        .Commands(definition, new CommandLineContext
        {
            Settings = new QemuSettings(),
            Directories = new GuestDirectories("/l", "/c"),
            MasterKey = MasterKey.Create(),
        })
        .Select(command => $"{command.Command} {command.Arguments.ToJson()}");
}
