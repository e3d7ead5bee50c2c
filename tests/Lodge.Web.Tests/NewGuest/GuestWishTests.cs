using Lodge.Web.NewGuest;

namespace Lodge.Web.Tests.NewGuest;

public sealed class GuestWishTests
{
    [Fact]
    public void An_import_has_its_image_as_its_disk_with_commas_and_all()
    {
        var request =
            new GuestWish { Name = "a", Kind = SourceKind.Import, Source = "/images/a, b.qcow2" }.ToRequest("/");
        Assert.Contains(("--disk", "path=\"/images/a, b.qcow2\""), request.Options);
        Assert.True(request.IsImport);
    }

    [Fact]
    public void A_new_disk_lies_in_the_chosen_pool()
    {
        var request =
            new GuestWish { Kind = SourceKind.Iso, Source = "/a.iso", Pool = "images", Size = 1.5 }.ToRequest("/");
        Assert.Contains(("--disk", "pool=images,size=1.5,format=qcow2"), request.Options);
        Assert.Equal("/a.iso", request.Cdrom);
    }

    [Theory]
    [InlineData(SourceKind.Tree)]
    [InlineData(SourceKind.Iso)]
    public void A_kickstart_is_put_beside_the_kernel_and_named_to_it(SourceKind kind)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var wish = new GuestWish
            {
                Kind = kind, Source = "/images/installer", KernelArguments = "console=ttyS0",
            };
            (wish.Unattended.IsWanted, wish.Unattended.Text) = (true, "text\r\n");
            var request = wish.ToRequest(folder.FullName);
            Assert.Equal(("/images/installer", null), (request.Location.Place, request.Cdrom));
            Assert.Equal(["inst.ks=file:/answers.ks console=ttyS0"], request.ExtraArguments);
            Assert.Equal("text\n", File.ReadAllText(Assert.Single(request.InjectedFiles)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
