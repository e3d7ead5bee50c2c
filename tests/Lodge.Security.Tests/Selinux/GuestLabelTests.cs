using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Selinux;

namespace Lodge.Security.Tests.Selinux;

/// <summary>Which label a guest gets.</summary>
public sealed class GuestLabelTests
{
    [Theory]
    [InlineData("unconfined_u:unconfined_r:unconfined_t:s0", "unconfined_u", "unconfined_r", "s0", 1023)]
    [InlineData("unconfined_u:unconfined_r:unconfined_t:s0-s0", "unconfined_u", "unconfined_r", "s0", 1023)]
    [InlineData("unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023", "unconfined_u", "unconfined_r", "s0", 1023)]
    [InlineData("system_u:system_r:virtd_t:s0-s0:c0.c10", "system_u", "system_r", "s0", 10)]
    [InlineData("system_u:system_r:virtd_t:s2-s3:c0.c1023", "system_u", "system_r", "s2", 1023)]
    [InlineData("system_u:system_r:virtd_t", "system_u", "system_r", "s0", 1023)]
    public void A_label_has_the_daemons_user_role_and_lowest_level(
        string own, string user, string role, string level, int most)
    {
        using var host = new LabelledFolder();
        host.Host.Own = own;
        var label = host.Guest().SecurityLabels[0];
        var process = SelinuxContext.TryParse(label.Label)!.Value;
        var image = SelinuxContext.TryParse(label.ImageLabel)!.Value;
        Assert.Equal((user, role, "svirt_t"), (process.User, process.Role, process.Type));
        Assert.Equal((user, "object_r", "svirt_image_t"), (image.User, image.Role, image.Type));
        Assert.Equal(process.Range, image.Range);
        var parts = process.Range!.Split(':', ',');
        Assert.Equal(level, parts[0]);
        Assert.InRange(int.Parse(parts[1][1..], null), 0, most - 1);
        Assert.InRange(int.Parse(parts[2][1..], null), int.Parse(parts[1][1..], null) + 1, most);
    }

    [Theory]
    [InlineData("system_u:system_r:virtd_t:s0:c5", "No category range available")]
    [InlineData("system_u:system_r:virtd_t:s0:c0.c6", "Category range c0-c6 too small")]
    [InlineData("system_u:system_r:virtd_t:s0:x", "Cannot parse category in x")]
    public void A_daemon_without_enough_categories_confines_nobody(string own, string reason)
    {
        using var host = new LabelledFolder();
        host.Host.Own = own;
        var refusal = Assert.Throws<VirException>(() => host.Guest());
        Assert.Equal((VirErrorNumber.VIR_ERR_INTERNAL_ERROR, true), (refusal.Code, refusal.Message.Contains(reason)));
    }

    [Fact]
    public void No_two_guests_that_run_have_the_same_pair()
    {
        using var host = new LabelledFolder();
        host.Host.Own = "system_u:system_r:virtd_t:s0:c1.c8";
        var guests = Enumerable.Range(0, 28).Select(_ => host.Guest()).ToList();
        Assert.Equal(28, guests.Select(LabelledFolder.LevelOf).Distinct().Count());
        Assert.Throws<VirException>(() => host.Guest());
        host.Stack.ReleaseLabels(guests[3]);
        Assert.Equal(LabelledFolder.LevelOf(guests[3]), LabelledFolder.LevelOf(host.Guest()));
    }

    [Fact]
    public void A_guest_of_the_daemon_before_keeps_its_pair()
    {
        using var before = new LabelledFolder();
        using var after = new LabelledFolder();
        var guest = before.Guest();
        after.Stack.ReserveLabels(guest);
        var refusal = Assert.Throws<VirException>(() => after.Stack.ReserveLabels(guest));
        Assert.Contains("already reserved", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_that_is_emulated_has_a_type_of_its_own_where_the_policy_has_one()
    {
        using var host = new LabelledFolder();
        Assert.Contains(":svirt_tcg_t:", host.Guest(type: "qemu").SecurityLabels[0].Label, StringComparison.Ordinal);
        Assert.Empty(host.Warnings);
        using var older = new MadeUpSelinux(emulated: null);
        var warnings = new List<string>();
        var stack = new SecurityStack([new SelinuxDriver(older, new SelinuxSettings { OnWarning = warnings.Add })]);
        foreach (var _ in (int[])[1, 2])
        {
            var guest = host.Guest(type: "qemu");
            stack.GenerateLabels(guest);
            Assert.Contains(":svirt_t:", guest.SecurityLabels[0].Label, StringComparison.Ordinal);
        }

        Assert.Contains("virt_use_execmem", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_static_label_is_kept_and_files_get_its_level()
    {
        using var host = new LabelledFolder();
        const string label = "system_u:system_r:my_t:s0:c41,c264";
        var guest = host.Guest(
            label: $"<seclabel type='static' model='selinux' relabel='yes'><label>{label}</label></seclabel>");
        Assert.Equal(label, guest.SecurityLabels[0].Label);
        Assert.Equal("system_u:object_r:svirt_image_t:s0:c41,c264", guest.SecurityLabels[0].ImageLabel);
        host.Stack.ReleaseLabels(guest);
        Assert.Equal(label, host.Driver.ProcessOf(guest)!.Value.Label);
    }

    [Theory]
    [InlineData("system_u:system_r:unknown_t:s0", VirErrorNumber.VIR_ERR_XML_ERROR)]
    [InlineData("no label at all", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    public void A_static_label_that_is_none_is_refused(string label, VirErrorNumber code)
    {
        using var host = new LabelledFolder();
        Assert.Equal(code, Assert.Throws<VirException>(() => host.Guest(
            label: $"<seclabel type='static' model='selinux'><label>{label}</label></seclabel>")).Code);
    }

    [Fact]
    public void A_base_label_gives_the_type()
    {
        using var host = new LabelledFolder();
        var guest = host.Guest(label: "<seclabel type='dynamic' model='selinux'>"
            + "<baselabel>system_u:system_r:svirt_custom_t:s0</baselabel></seclabel>");
        Assert.StartsWith(
            "system_u:system_r:svirt_custom_t:s0:c", guest.SecurityLabels[0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_that_wants_no_label_has_none()
    {
        using var host = new LabelledFolder();
        var guest = host.Guest(label: "<seclabel type='none' model='selinux'/>");
        Assert.Null(host.Driver.ProcessOf(guest));
        var rules = new SecurityStack([host.Driver], new ConfinementRules { IsRequired = true });
        var refusal = Assert.Throws<VirException>(() => rules.GenerateLabels(guest));
        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refusal.Code);
        Assert.Contains("Unconfined guests are not allowed on this host", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_guests_are_not_confined_by_default_one_that_says_nothing_has_no_label()
    {
        using var host = new LabelledFolder();
        var stack = new SecurityStack([host.Driver], new ConfinementRules { IsDefault = false });
        var guest = host.Guest();
        guest.SecurityLabels.Clear();
        stack.GenerateLabels(guest);
        Assert.Empty(guest.SecurityLabels);
    }

    [Fact]
    public void The_live_XML_shows_both_labels()
    {
        using var host = new LabelledFolder();
        var guest = host.Guest();
        var level = LabelledFolder.LevelOf(guest);
        Assert.Contains(
            $"""
              <seclabel type='dynamic' model='selinux' relabel='yes'>
                <label>system_u:system_r:svirt_t:{level}</label>
                <imagelabel>system_u:object_r:svirt_image_t:{level}</imagelabel>
              </seclabel>
            """,
            DomainXml.Format(guest, new DomainXmlFormatOptions()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_is_asked_what_it_truly_runs_with()
    {
        using var host = new LabelledFolder();
        var guest = host.Guest();
        Assert.Equal(
            new ProcessLabel(host.Host.Own, IsEnforcing: true),
            host.Driver.LabelOfProcess(guest, Environment.ProcessId));
        Assert.Throws<VirException>(() => host.Driver.LabelOfProcess(guest, 0));
    }

    [Fact]
    public void Sockets_and_programs_carry_the_label_as_long_as_they_are_made()
    {
        using var host = new LabelledFolder();
        var guest = host.Guest();
        var label = guest.SecurityLabels[0].Label;
        host.Driver.LabelSockets(guest).Dispose();
        host.Driver.LabelPrograms(guest).Dispose();
        host.Driver.LabelOwnSockets(guest).Dispose();
        Assert.Equal(
            [
                $"socket {label}", "socket ", $"exec {label}", "exec ",
                $"socket system_u:system_r:virtd_t:{LabelledFolder.LevelOf(guest)}", "socket ",
            ],
            host.Host.ThreadLabels);
    }
}
