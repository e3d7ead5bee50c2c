using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Storage.Chains;
using Xunit;

namespace Lodge.Storage.Tests.Chains;

public sealed class BackingChainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_chain_is_read_down_to_the_image_that_stands_alone()
    {
        QemuImg.Run("create", "-q", "-f", "raw", _folder["base"], "1M");
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "base", "-F", "raw", _folder["middle"]);
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", _folder["middle"], "-F", "qcow2", _folder["top"]);
        var top = Image("top", StorageFormat.Qcow2);

        BackingChain.Read(top);

        Assert.Equal(
            [(_folder["middle"], StorageFormat.Qcow2, true), (_folder["base"], StorageFormat.Raw, true)],
            Below(top).Select(image => (image.Path!, image.Format, image.BackingDetected)));
        Assert.Equal(StorageType.None, Below(top).Last().Backing?.Type);
    }

    [Fact]
    public void What_a_person_said_of_a_chain_is_believed()
    {
        QemuImg.Run("create", "-q", "-f", "raw", _folder["base"], "1M");
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "/nowhere", "-F", "raw", "-u", _folder["top"], "1M");
        var top = Image("top", StorageFormat.Qcow2);
        top.Backing = Image("base", StorageFormat.Raw);

        BackingChain.Read(top);

        Assert.Equal(_folder["base"], Assert.Single(Below(top)).Path);
        Assert.Equal(StorageType.None, top.Backing.Backing?.Type);
    }

    [Fact]
    public void A_raw_image_has_nothing_below_whatever_it_contains()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "/etc/shadow", "-F", "raw", "-u", _folder["top"], "1M");
        var top = Image("top", StorageFormat.Raw);

        BackingChain.Read(top);

        Assert.Equal(StorageType.None, top.Backing?.Type);
    }

    [Fact]
    public void A_missing_image_is_named_with_the_one_that_needs_it()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", _folder["gone"], "-F", "raw", "-u", _folder["top"], "1M");

        var refusal = Assert.Throws<VirException>(() => BackingChain.Read(Image("top", StorageFormat.Qcow2)));

        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refusal.Code);
        Assert.Equal(
            $"Cannot access backing file '{_folder["gone"]}' of storage file '{_folder["top"]}': "
                + "No such file or directory",
            refusal.Message);
    }

    [Fact]
    public void A_circle_is_refused()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "two", "-F", "qcow2", "-u", _folder["one"], "1M");
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "one", "-F", "qcow2", "-u", _folder["two"], "1M");

        var refusal = Assert.Throws<VirException>(() => BackingChain.Read(Image("one", StorageFormat.Qcow2)));

        Assert.Contains("is self-referential or too deeply nested", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void A_chain_has_at_most_200_images(int images, bool isRefused)
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "below", "-F", "qcow2", "-u", _folder["0"], "1M");
        var template = File.ReadAllBytes(_folder["0"]);
        var name = template.AsSpan().IndexOf("below"u8);
        for (var index = 0; index < images; index++)
        {
            System.Text.Encoding.ASCII.GetBytes($"{index + 1,-5}".Replace(' ', '\0')).CopyTo(template, name);
            if (index == images - 1) template.AsSpan(8, 8).Clear();
            File.WriteAllBytes(_folder[$"{index}"], template);
        }

        var failure = Record.Exception(() => BackingChain.Read(Image("0", StorageFormat.Qcow2)));

        Assert.Equal(isRefused, failure is VirException { Code: VirErrorNumber.VIR_ERR_INTERNAL_ERROR });
        if (!isRefused) Assert.Null(failure);
    }

    [Fact]
    public void A_format_that_no_header_says_is_not_guessed_where_more_could_lie_below()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "/etc/shadow", "-F", "raw", "-u", _folder["base"], "1M");
        File.Copy(_folder["base"], _folder["top"]);
        WithoutBackingFormat("top", "base");

        var refusal = Assert.Throws<VirException>(() => BackingChain.Read(Image("top", StorageFormat.Qcow2)));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refusal.Code);
        Assert.Contains(
            $"format of backing image 'base' of image '{_folder["top"]}' was not specified",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_no_header_says_is_found_for_an_image_that_stands_alone()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", _folder["base"], "1M");
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "/etc/shadow", "-F", "raw", "-u", _folder["top"], "1M");
        WithoutBackingFormat("top", "base");
        var top = Image("top", StorageFormat.Qcow2);

        BackingChain.Read(top);

        Assert.Equal(StorageFormat.Qcow2, top.Backing?.Format);
    }

    [Fact]
    public void A_pipe_is_no_image_and_holds_nobody_up()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", _folder["pipe"], "-F", "raw", "-u", _folder["top"], "1M");
        using (var make = System.Diagnostics.Process.Start("/usr/bin/mkfifo", _folder["pipe"])) make.WaitForExit();
        var top = new StorageSource { Path = _folder["pipe"], Format = StorageFormat.Qcow2 };

        var refusal = Assert.Throws<VirException>(() => BackingChain.Read(top));

        Assert.Contains("is a FIFO", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<StorageSource> Below(StorageSource top)
    {
        for (var image = top.Backing; image is { Type: not StorageType.None }; image = image.Backing)
            yield return image;
    }

    private StorageSource Image(string name, StorageFormat format) => new() { Path = _folder[name], Format = format };

    // Old programs wrote no format of the image below.
    private void WithoutBackingFormat(string image, string below)
    {
        var bytes = File.ReadAllBytes(_folder[image]);
        var tag = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xE2, 0x79, 0x2A, 0xCA]);
        bytes.AsSpan(tag, 4).Fill(0x11);
        var name = bytes.AsSpan().IndexOf("/etc/shadow"u8);
        var text = System.Text.Encoding.ASCII.GetBytes(below.PadRight("/etc/shadow".Length, '\0'));
        text.CopyTo(bytes, name);
        File.WriteAllBytes(_folder[image], bytes);
    }
}
