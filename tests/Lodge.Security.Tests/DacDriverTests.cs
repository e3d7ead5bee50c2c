using Lodge.Protocol.Errors;
using Lodge.Security.Dac;
using Lodge.Security.Files;

namespace Lodge.Security.Tests;

public sealed class DacDriverTests : IDisposable
{
    private readonly OwnedFolder _folder = new();

    [Fact]
    public void An_image_belongs_to_the_guests_account_while_it_runs_and_to_its_owner_again_after()
    {
        var image = _folder.Add("disk.img");
        var guest = OwnedFolder.Guest(OwnedFolder.Disk(image));
        var stack = new SecurityStack([OwnedFolder.Driver()]);
        stack.SetAll(guest, static _ => { });
        Assert.Equal(OwnedFolder.Account, OwnedFolder.OwnerOf(image));
        Assert.Equal("+1000:+1001", OwnedFolder.Attribute(image, "dac"));
        Assert.Equal("1", OwnedFolder.Attribute(image, "ref_dac"));
        Assert.NotNull(OwnedFolder.Attribute(image, "timestamp_dac"));

        stack.RestoreAll(guest, static failure => throw failure);
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(image));
        Assert.Null(OwnedFolder.Attribute(image, "dac"));
        Assert.Null(OwnedFolder.Attribute(image, "ref_dac"));
        Assert.Null(OwnedFolder.Attribute(image, "timestamp_dac"));
    }

    [Fact]
    public void A_kernel_that_two_guests_boot_goes_back_with_the_last_of_them()
    {
        var kernel = new GuestFile(_folder.Add("vmlinuz"), GuestFileKind.Boot);
        var driver = OwnedFolder.Driver();
        var (first, second) = (OwnedFolder.Guest(name: "a"), OwnedFolder.Guest(name: "b"));
        Assert.True(driver.SetFile(first, kernel));
        Assert.True(driver.SetFile(second, kernel));
        Assert.Equal("2", OwnedFolder.Attribute(kernel.Path, "ref_dac"));
        driver.RestoreFile(first, kernel);
        Assert.Equal(OwnedFolder.Account, OwnedFolder.OwnerOf(kernel.Path));
        driver.RestoreFile(second, kernel);
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(kernel.Path));
    }

    [Fact]
    public void A_file_in_use_is_not_given_to_another_account()
    {
        const string Label = "<seclabel type='static' model='dac' relabel='yes'><label>+77:+78</label></seclabel>";
        var file = new GuestFile(_folder.Add("disk.img"), GuestFileKind.Image);
        var driver = OwnedFolder.Driver();
        driver.SetFile(OwnedFolder.Guest(), file);
        var refusal = Assert.Throws<VirException>(() => driver.SetFile(OwnedFolder.Guest(more: Label), file));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refusal.Code);
        Assert.Contains("which is already in use", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(OwnedFolder.Account, OwnedFolder.OwnerOf(file.Path));
        Assert.Equal("1", OwnedFolder.Attribute(file.Path, "ref_dac"));
    }

    [Fact]
    public void What_was_remembered_before_the_hosts_last_start_is_forgotten()
    {
        var file = new GuestFile(_folder.Add("disk.img"), GuestFileKind.Image);
        using (var opened = OpenedFile.Find(file.Path))
        {
            opened.SetAttribute("trusted.libvirt.security.dac", "+5:+5");
            opened.SetAttribute("trusted.libvirt.security.ref_dac", "3");
            opened.SetAttribute("trusted.libvirt.security.timestamp_dac", "12");
        }

        OwnedFolder.Driver().SetFile(OwnedFolder.Guest(), file);
        Assert.Equal("1", OwnedFolder.Attribute(file.Path, "ref_dac"));
        Assert.Equal("+1000:+1001", OwnedFolder.Attribute(file.Path, "dac"));
    }

    [Fact]
    public void What_another_daemon_remembered_counts_though_it_reckons_the_hosts_start_a_second_off()
    {
        var file = new GuestFile(_folder.Add("disk.img"), GuestFileKind.Image);
        var driver = OwnedFolder.Driver();
        driver.SetFile(OwnedFolder.Guest(), file);
        using (var opened = OpenedFile.Find(file.Path))
        {
            var start = long.Parse(opened.Attribute("trusted.libvirt.security.timestamp_dac").Value!);
            opened.SetAttribute("trusted.libvirt.security.timestamp_dac", $"{start - 1}");
        }

        driver.RestoreFile(OwnedFolder.Guest(), file);
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(file.Path));
    }

    [Fact]
    public void A_file_that_was_never_given_is_never_taken_back()
    {
        var file = new GuestFile(_folder.Add("disk.img"), GuestFileKind.Image);
        OwnedFolder.Driver().RestoreFile(OwnedFolder.Guest(), file);
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(file.Path));
    }

    [Theory]
    [InlineData("<readonly/>")]
    [InlineData("<shareable/>")]
    public void Images_that_others_may_use_are_given_and_not_taken_back(string how)
    {
        var image = _folder.Add("disk.img");
        var guest = OwnedFolder.Guest(OwnedFolder.Disk(image, how));
        var stack = new SecurityStack([OwnedFolder.Driver()]);
        stack.SetAll(guest, static _ => Assert.Fail("there is nothing to take back"));
        stack.RestoreAll(guest, static failure => throw failure);
        Assert.Equal(OwnedFolder.Account, OwnedFolder.OwnerOf(image));
        Assert.Null(OwnedFolder.Attribute(image, "ref_dac"));
    }

    [Theory]
    [InlineData("<seclabel type='none' model='dac'/>", "")]
    [InlineData("<seclabel type='static' model='dac' relabel='no'><label>+7:+8</label></seclabel>", "")]
    [InlineData("", "<seclabel model='dac' relabel='no'/>")]
    public void Files_stay_as_they_are_where_the_guest_or_the_disk_says_so(string ofGuest, string ofDisk)
    {
        var image = _folder.Add("disk.img");
        var disk = $"<disk type='file'><source file='{image}'>{ofDisk}</source><target dev='vda'/></disk>";
        new SecurityStack([OwnedFolder.Driver()]).SetAll(OwnedFolder.Guest(disk, ofGuest), static _ => { });
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(image));
    }

    [Fact]
    public void A_disks_own_label_counts_before_the_guests()
    {
        var image = _folder.Add("disk.img");
        var disk = $"""
            <disk type='file'><source file='{image}'><seclabel model='dac'><label>+9:+10</label></seclabel></source>
            <target dev='vda'/></disk>
            """;
        new SecurityStack([OwnedFolder.Driver()]).SetAll(OwnedFolder.Guest(disk), static _ => { });
        Assert.Equal(new Ownership(9, 10), OwnedFolder.OwnerOf(image));
    }

    [Fact]
    public void Images_below_the_top_are_given_without_being_remembered()
    {
        var (top, below) = (_folder.Add("top.qcow2"), _folder.Add("base.img"));
        var disk = OwnedFolder.Disk(
            top,
            $"<backingStore type='file'><format type='raw'/><source file='{below}'/><backingStore/></backingStore>");
        new SecurityStack([OwnedFolder.Driver()]).SetAll(OwnedFolder.Guest(disk), static _ => { });
        Assert.Equal(OwnedFolder.Account, OwnedFolder.OwnerOf(below));
        Assert.Null(OwnedFolder.Attribute(below, "ref_dac"));
        Assert.Equal("1", OwnedFolder.Attribute(top, "ref_dac"));
    }

    [Fact]
    public void Nothing_is_given_away_where_the_administrator_forbids_it()
    {
        var file = new GuestFile(_folder.Add("disk.img"), GuestFileKind.Image);
        var driver = OwnedFolder.Driver(new DacSettings { Account = OwnedFolder.Account, DynamicOwnership = false });
        Assert.False(driver.SetFile(OwnedFolder.Guest(), file));
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(file.Path));
    }

    [Fact]
    public void The_undo_of_each_file_is_told_before_the_next_is_touched()
    {
        var image = _folder.Add("disk.img");
        var guest = OwnedFolder.Guest(OwnedFolder.Disk(image) + OwnedFolder.Disk("/nowhere/at/all", "", "vdb"));
        var undo = new Stack<Action>();
        var refusal = Assert.Throws<VirException>(
            () => new SecurityStack([OwnedFolder.Driver()]).SetAll(guest, undo.Push));
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refusal.Code);
        Assert.Single(undo).Invoke();
        Assert.Equal(OwnedFolder.Person, OwnedFolder.OwnerOf(image));
    }

    [Fact]
    public void Memory_of_an_image_moves_to_the_one_that_takes_its_place()
    {
        var (from, to) = (_folder.Add("base.img"), _folder.Add("overlay.qcow2"));
        var driver = OwnedFolder.Driver();
        driver.SetFile(OwnedFolder.Guest(), new GuestFile(from, GuestFileKind.Image));
        driver.MoveMemory(from, to);
        Assert.Null(OwnedFolder.Attribute(from, "ref_dac"));
        Assert.Equal("+1000:+1001", OwnedFolder.Attribute(to, "dac"));
    }

    public void Dispose() => _folder.Dispose();
}
