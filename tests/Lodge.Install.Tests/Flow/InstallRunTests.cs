using Lodge.Client;
using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options.Methods;
using Lodge.Install.Tests.Media;
using Lodge.Protocol.Constants;

namespace Lodge.Install.Tests.Flow;

/// <summary>Guests are made whole or not at all, on the hypervisor that is in memory.</summary>
public sealed class InstallRunTests : IAsyncLifetime
{
    private readonly MadeImages _made = new();
    private LibvirtConnection _connection = null!;

    public async ValueTask InitializeAsync() =>
        _connection = await LibvirtConnection.OpenAsync("test:///default");

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _made.Dispose();
    }

    [Fact]
    public async Task A_guest_is_made_with_its_disk_started_and_kept()
    {
        using var report = new HeardReport();
        var domain = await RunAsync(Request("web"), report, new(IsStarted: true, IsTransient: false, true));

        Assert.True(await domain.IsActiveAsync());
        Assert.True(await domain.IsPersistentAsync());
        Assert.True(await domain.GetAutostartAsync());
        Assert.Equal(["web.qcow2"], await VolumesAsync());
        Assert.Equal(["Allocating 'web.qcow2'", "Creating domain..."], report.Begun);
    }

    [Fact]
    public async Task An_installed_guest_starts_from_the_kernel_once_and_from_its_disk_ever_after()
    {
        SkipWhereKernelsGoElsewhere();
        using var report = new HeardReport();
        var domain = await RunAsync(Request("web", Tree()), report, new(true, false, false));

        Assert.Contains("<kernel>", await domain.GetXmlDescAsync(0), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<kernel>", await domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE),
            StringComparison.Ordinal);
        Assert.Equal(["Retrieving 'vmlinuz'", "Retrieving 'initrd.img'"], report.Begun.Take(2));
    }

    [Theory]
    [InlineData("Retrieving 'vmlinuz'")]
    [InlineData("Retrieving 'initrd.img'")]
    [InlineData("Allocating 'web.qcow2'")]
    [InlineData("Allocating 'more'")]
    [InlineData("Creating domain...")]
    public async Task Called_off_at_any_moment_it_leaves_nothing(string moment)
    {
        SkipWhereKernelsGoElsewhere();
        using var report = new HeardReport(moment);
        var before = Scratch();
        var request = Request("web", Tree()) with
        {
            Options =
            [
                ("--memory", "64"), ("--disk", "size=1"), ("--disk", $"{_made.Folder}/pool/more,size=1"),
                ("--network", "none"), ("--graphics", "none"),
            ],
        };
        Directory.CreateDirectory(Path.Combine(_made.Folder, "pool"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunAsync(request, report, new(true, false, true)));

        Assert.Contains(report.Begun, begun => begun.StartsWith(moment, StringComparison.Ordinal));
        await AssertNothingAsync(before);
    }

    [Fact]
    public async Task What_the_server_refuses_leaves_nothing()
    {
        using var report = new HeardReport();
        var before = Scratch();
        const string Taken = "6695eb01-f6a4-8304-79aa-97f2502e193f";
        var request = Request("web") with { Edits = [$"./uuid={Taken}"] };

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(request, report, new(true, false, false)));

        Assert.Contains(Taken, refusal.Message, StringComparison.Ordinal);
        await AssertNothingAsync(before);
    }

    [Fact]
    public async Task A_dry_run_makes_neither_guest_nor_disk_nor_pool()
    {
        using var report = new HeardReport();
        var before = Scratch();
        var request = Request("web") with
        {
            Options = [("--memory", "64"), ("--disk", $"{_made.Folder}/web.img,size=1"), ("--network", "none")],
            IsDry = true,
        };
        await using var prepared = await PrepareAsync(request, report);

        var xml = await new InstallRun(prepared, report, report).DescribeAsync(_connection, report.Cancellation);

        Assert.Contains($"{_made.Folder}/web.img", xml.After, StringComparison.Ordinal);
        await AssertNothingAsync(before);
    }

    [Fact]
    public async Task A_guest_installed_anew_keeps_all_but_what_it_starts_from()
    {
        SkipWhereKernelsGoElsewhere();
        using var report = new HeardReport();
        var first = await RunAsync(Request("web"), report, new(true, false, false));
        await first.DestroyAsync();
        var before = await first.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE);
        var again = Request("web", Tree()) with { Reinstalled = "web", Options = [], Values = [] };

        var second = await RunAsync(again, report, new(true, false, false));

        Assert.Equal(before, await second.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE));
        Assert.Contains("<kernel>", await second.GetXmlDescAsync(0), StringComparison.Ordinal);
        Assert.Equal(["web.qcow2"], await VolumesAsync());
    }

    [Fact]
    public async Task A_guest_whose_installation_anew_is_called_off_is_what_it_was()
    {
        SkipWhereKernelsGoElsewhere();
        using var report = new HeardReport("Creating domain");
        using var first = new HeardReport();
        var domain = await RunAsync(Request("web"), first, new(true, false, false));
        await domain.DestroyAsync();
        var before = await domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE);
        var again = Request("web", Tree()) with { Reinstalled = "web", Options = [], Values = [] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(again, report, new(true, false, false)));

        Assert.False(await domain.IsActiveAsync());
        Assert.Equal(before, await domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE));
        Assert.Equal(["web.qcow2"], await VolumesAsync());
    }

    [Fact]
    public async Task An_unknown_name_of_a_system_is_one_line_and_no_end()
    {
        using var report = new HeardReport();
        var request = Request("web") with { Os = OsOptions.Parse("plan9") };

        await RunAsync(request, report, new(true, false, false));

        Assert.Single(report.Lines, line => line.Contains("Unknown OS name 'plan9'", StringComparison.Ordinal));
        var required = request with { Os = OsOptions.Parse("name=plan9,require=on") };
        await Assert.ThrowsAsync<InstallFailure>(() => PrepareAsync(required, report));
    }

    private static InstallRequest Request(string name, string? tree = null) => new()
    {
        Options = [("--memory", "64"), ("--disk", "pool=default-pool,size=1"), ("--network", "none"),
            ("--graphics", "none")],
        Values = [("name", name)],
        Install = InstallOptions.Parse(null),
        Location = LocationOptions.Parse(tree),
        Os = OsOptions.Parse("generic"),
        Checks = CheckOptions.Parse([]),
        IsImport = tree is null,
    };

    // Kernels of a folder that the hypervisor sees need not be sent to it, which this one cannot take.
    private static void SkipWhereKernelsGoElsewhere() => Assert.SkipUnless(
        Environment.IsPrivilegedProcess && Directory.Exists(ScratchFolder.OfHost), $"no {ScratchFolder.OfHost} here");

    private static string[] Scratch() =>
        Directory.Exists(ScratchFolder.OfHost) ? Directory.GetFiles(ScratchFolder.OfHost) : [];

    private string Tree()
    {
        _made.Write("tree/.treeinfo", """
            [general]
            family = Fedora
            version = 37
            arch = x86_64
            [images-x86_64]
            kernel = images/vmlinuz
            initrd = images/initrd.img
            """);
        _made.Write("tree/images/vmlinuz", "kernel");
        _made.Write("tree/images/initrd.img", "070701");
        return Path.Combine(_made.Folder, "tree");
    }

    private async Task<PreparedInstall> PrepareAsync(InstallRequest request, HeardReport report) =>
        await new InstallPreparation(request, await ConnectionFacts.ReadAsync(_connection), report)
            .RunAsync(report.Cancellation);

    private async Task<Domain> RunAsync(InstallRequest request, HeardReport report, StartOptions options)
    {
        await using var prepared = await PrepareAsync(request, report);
        return await new InstallRun(prepared, report, report).StartAsync(_connection, options, report.Cancellation);
    }

    private async Task<IReadOnlyList<string>> VolumesAsync() =>
        await (await _connection.LookupStoragePoolByNameAsync("default-pool")).ListVolumesAsync();

    private async Task AssertNothingAsync(string[] scratch)
    {
        Assert.Equal(["test"], (await _connection.ListAllDomainsAsync()).Select(domain => domain.Name));
        Assert.Equal(["default-pool"], (await _connection.ListAllStoragePoolsAsync()).Select(pool => pool.Name));
        Assert.Empty(await VolumesAsync());
        Assert.Equal(scratch, Scratch());
    }
}
