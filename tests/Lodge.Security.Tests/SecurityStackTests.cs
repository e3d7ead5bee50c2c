using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Dac;

namespace Lodge.Security.Tests;

public sealed class SecurityStackTests
{
    private static DomainDefinition Guest(string label) => DomainXml.Parse(
        $"<domain type='qemu'><name>a</name><memory>1</memory><os><type>hvm</type></os>{label}</domain>",
        DomainXmlParseOptions.Configuration);

    [Fact]
    public void A_guest_without_a_label_gets_one_that_the_migratable_XML_does_not_show()
    {
        var guest = Guest("");
        new SecurityStack([OwnedBy()]).GenerateLabels(guest);
        var label = Assert.Single(guest.SecurityLabels);
        Assert.Equal(("dac", "+5:+6", "+5:+6"), (label.Model, label.Label, label.ImageLabel));
        Assert.DoesNotContain(
            "seclabel", DomainXml.Format(guest, new DomainXmlFormatOptions { Migratable = true }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_static_label_is_the_guests_process_owner()
    {
        var guest = Guest("<seclabel type='static' model='dac' relabel='yes'><label>+7:+8</label></seclabel>");
        var driver = OwnedBy();
        new SecurityStack([driver]).GenerateLabels(guest);
        Assert.Equal(new Ownership(7, 8), driver.ProcessOwner(guest));
        Assert.Equal("+7:+8", guest.SecurityLabels[0].ImageLabel);
    }

    [Fact]
    public void A_model_that_no_driver_has_is_refused_by_name()
    {
        var refusal = Assert.Throws<VirException>(() => new SecurityStack([OwnedBy()]).GenerateLabels(
            Guest("<seclabel type='dynamic' model='apparmor'/>")));
        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refusal.Code);
        Assert.Contains("model apparmor", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_own_daemon_labels_nothing()
    {
        var guest = Guest("");
        SecurityStack.None.GenerateLabels(guest);
        Assert.Empty(guest.SecurityLabels);
    }

    private static DacDriver OwnedBy() => new(new DacSettings { Account = new Ownership(5, 6) });
}
