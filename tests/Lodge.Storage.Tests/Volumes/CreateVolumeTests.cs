using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Probing;
using Lodge.Storage.Volumes.Images;
using Xunit;

namespace Lodge.Storage.Tests.Volumes;

public sealed class CreateVolumeTests : IAsyncLifetime
{
    private const string Encrypted =
        """
        <target><encryption format='luks'>
        <secret type='passphrase' uuid='11111111-2222-3333-4444-555555555555'/></encryption></target>
        """;

    private FolderPoolBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await FolderPoolBench.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_raw_volume_occupies_all_of_its_capacity_unless_less_is_asked_for()
    {
        var full = await _bench.CreateAsync("full");
        var sparse = await _bench.CreateAsync("sparse", more: "<allocation>0</allocation>");

        Assert.Equal((1048576UL, 1048576UL), (full.Capacity, full.Allocation));
        Assert.Equal((1048576UL, 0UL), (sparse.Capacity, sparse.Allocation));
        Assert.Equal((_bench["full"], _bench["full"]), (full.Path, full.Key));
    }

    [Fact]
    public async Task A_volume_has_the_mode_that_was_asked_for_or_none_for_others()
    {
        await _bench.CreateAsync("plain");
        await _bench.CreateAsync("open", more: "<target><permissions><mode>0644</mode></permissions></target>");
        await _bench.CreateAsync(
            "image", format: "qcow2", more: "<target><permissions><mode>0640</mode></permissions></target>");

        Assert.Equal("600", Mode("plain"));
        Assert.Equal("644", Mode("open"));
        Assert.Equal("640", Mode("image"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<target><compat>1.1</compat></target>", "1.1")]
    [InlineData("<target><features><lazy_refcounts/></features></target>", "1.1")]
    public async Task A_qcow2_volume_is_of_the_version_that_was_asked_for(string more, string? version)
    {
        await _bench.CreateAsync("image", format: "qcow2", more: more);

        Assert.Equal(version, ImageHeader.Read(ImageFile.ReadHead(_bench["image"])).Compatibility);
    }

    [Fact]
    public async Task A_volume_on_another_one_takes_its_size_from_there()
    {
        await _bench.CreateAsync("base", "2097152");
        var top = await _bench.Driver.CreateVolumeAsync(
            _bench.Pool,
            $"""
            <volume><name>top</name><target><format type='qcow2'/></target>
            <backingStore><path>{_bench["base"]}</path><format type='raw'/></backingStore></volume>
            """,
            default,
            CancellationToken.None);

        Assert.Equal((2097152UL, _bench["base"]), (top.Definition.Capacity, top.Definition.Backing?.Path));
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("qcow2")]
    public async Task An_encrypted_volume_opens_with_its_passphrase_and_leaves_none_on_the_host(string format)
    {
        await _bench.CreateAsync("secret", format: format, more: Encrypted);

        var prefix = format == "raw" ? "driver=luks," : "driver=qcow2,encrypt.";
        var info = QemuImg.Run(
            "info", "--object", "secret,id=s,data=open sesame", "--image-opts",
            $"{prefix}key-secret=s,file.filename={_bench["secret"]}");
        Assert.Contains("encrypted: yes", info, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_bench.Folder["secrets"]));
        Assert.NotNull((await _bench.LookAsync("secret")).Target.Encryption);
    }

    [Theory]
    [InlineData("a/b", VirErrorNumber.VIR_ERR_OPERATION_INVALID)]
    [InlineData("..", VirErrorNumber.VIR_ERR_OPERATION_INVALID)]
    [InlineData(".", VirErrorNumber.VIR_ERR_OPERATION_INVALID)]
    [InlineData("a\nb", VirErrorNumber.VIR_ERR_XML_ERROR)]
    [InlineData("", VirErrorNumber.VIR_ERR_XML_ERROR)]
    public async Task A_name_that_leads_elsewhere_is_refused(string name, VirErrorNumber code)
    {
        var refusal = await Assert.ThrowsAsync<VirException>(() => _bench.CreateAsync(name));

        Assert.Equal(code, refusal.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder["pool"]));
        Assert.Equal(0, _bench.Pool.Current.Volumes.Count);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(4096)]
    public async Task A_name_that_no_folder_holds_is_refused(int length)
    {
        var refusal = await Assert.ThrowsAsync<VirException>(() => _bench.CreateAsync(new string('x', length)));

        Assert.EndsWith("File name too long", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_or_path_is_refused()
    {
        await _bench.CreateAsync("taken");
        await File.WriteAllTextAsync(_bench["found"], "here before");

        var taken = await Assert.ThrowsAsync<VirException>(() => _bench.CreateAsync("taken"));
        var found = await Assert.ThrowsAsync<VirException>(() => _bench.CreateAsync("found"));

        Assert.Equal(VirErrorNumber.VIR_ERR_STORAGE_VOL_EXIST, taken.Code);
        Assert.EndsWith($"volume target path '{_bench["found"]}' already exists", found.Message);
        Assert.Equal("here before", await File.ReadAllTextAsync(_bench["found"]));
    }

    [Theory]
    [InlineData("raw", "<backingStore><path>/etc/hostname</path></backingStore>", 0, VirErrorNumber.VIR_ERR_NO_SUPPORT)]
    [InlineData("raw", "", 1, VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    [InlineData("vdi", "<target><compat>1.1</compat></target>", 0, VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    [InlineData("vmdk", "<target><features/></target>", 0, VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    [InlineData("qcow2", "<backingStore><path>/nowhere</path></backingStore>", 0, VirErrorNumber.VIR_ERR_SYSTEM_ERROR)]
    [InlineData("qcow2", "<target><encryption format='qcow'/></target>", 0, VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    [InlineData("qcow2", "<target><encryption format='luks'/></target>", 0, VirErrorNumber.VIR_ERR_XML_ERROR)]
    [InlineData(
        "qcow2", "<target><compat>0.10</compat><features><lazy_refcounts/></features></target>",
        0, VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    public async Task What_cannot_be_made_is_refused_and_leaves_nothing(
        string format, string more, uint flags, VirErrorNumber code)
    {
        var refusal = await Assert.ThrowsAsync<VirException>(
            () => _bench.CreateAsync("v", format: format, more: more, flags: (VirStorageVolCreateFlags)flags));

        Assert.Equal(code, refusal.Code);
        Assert.False(File.Exists(_bench["v"]));
        Assert.Null(_bench.Pool.Current.Volumes.FindName("v"));
        Assert.Equal(0, _bench.Pool.Current.LongWorks);
    }

    [Fact]
    public async Task A_cancelled_clone_leaves_nothing()
    {
        await _bench.CreateAsync("from", "16777216");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Driver.CloneVolumeAsync(
            _bench.Pool, "<volume><name>to</name></volume>", "p", "from", default, cancelled.Token).AsTask());

        Assert.False(File.Exists(_bench["to"]));
        Assert.Equal((0, 0), (_bench.Pool.Current.LongWorks, _bench.Pool.Current.Volumes.FindName("from")!.Users));
    }

    [Fact]
    public async Task A_folder_can_be_a_volume()
    {
        var made = await _bench.CreateAsync("folder", "0", "dir");

        Assert.Equal(VirStorageVolType.VIR_STORAGE_VOL_DIR, made.Type);
        Assert.True(Directory.Exists(_bench["folder"]));
        await _bench.DeleteAsync("folder");
        Assert.False(Directory.Exists(_bench["folder"]));
    }

    [Fact]
    public async Task An_image_that_is_held_names_who_holds_it()
    {
        await _bench.CreateAsync("held");
        using var holder = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "/bin/sh", ["-c", "exec 9<\"$0\"; echo; read x", _bench["held"]])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        await holder.StandardOutput.ReadLineAsync();
        var failure = new VirException(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_STORAGE, "failed");

        var told = ImageLock.Explain(
            failure, $"Is another process using the image [{_bench["held"]}]?", "/elsewhere");

        Assert.EndsWith($"is used by process {holder.Id} (sh)", told.Message, StringComparison.Ordinal);
        holder.StandardInput.Close();
        await holder.WaitForExitAsync();
        Assert.Same(failure, ImageLock.Explain(failure, "No space left on device", _bench["held"]));
    }

    private string Mode(string name) => Convert.ToString((int)File.GetUnixFileMode(_bench[name]), 8);
}
