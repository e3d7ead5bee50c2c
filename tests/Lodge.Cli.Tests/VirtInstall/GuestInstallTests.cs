using Lodge.Cli.Syntax;
using Lodge.Cli.VirtInstall;
using Lodge.Client;
using Lodge.Install.Facts;
using Lodge.Install.Flow;

namespace Lodge.Cli.Tests.VirtInstall;

/// <summary>What becomes of a guest once it has started, on the hypervisor that is in memory.</summary>
public sealed class GuestInstallTests : IAsyncLifetime
{
    private const string Waiting = "Waiting ";

    private readonly StringWriter _errors = new();
    private LibvirtConnection _connection = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connection = await LibvirtConnection.OpenAsync("test:///default");

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _errors.DisposeAsync();
    }

    [Fact]
    public async Task A_guest_that_is_left_to_itself_goes_on_being_installed()
    {
        var (status, output) = await RunAsync("--pxe --noautoconsole", null);

        Assert.Equal(0, status);
        Assert.Contains("Domain is still running. Installation may be in progress.", output, StringComparison.Ordinal);
        Assert.True(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task A_guest_that_is_waited_for_and_turns_itself_off_is_restarted()
    {
        var (status, output) = await RunAsync("--pxe --noautoconsole --wait", domain => domain.ShutdownAsync());

        Assert.Equal(0, status);
        Assert.Contains("Waiting for the installation to complete.", output, StringComparison.Ordinal);
        Assert.EndsWith(
            "Domain has shutdown. Continuing.\nDomain creation completed.\nRestarting guest.\n", output,
            StringComparison.Ordinal);
        Assert.True(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task A_guest_that_its_user_stops_is_not_restarted()
    {
        var (status, output) = await RunAsync("--pxe --noautoconsole --wait", domain => domain.DestroyAsync());

        Assert.Equal(0, status);
        Assert.EndsWith("User stopped the VM. Not rebooting.\n", output, StringComparison.Ordinal);
        Assert.False(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task With_noreboot_it_stays_off_once_it_is_installed()
    {
        var (status, output) = await RunAsync(
            "--pxe --noautoconsole --noreboot --wait -1", domain => domain.ShutdownAsync());

        Assert.Equal(0, status);
        Assert.EndsWith(
            "You can restart your domain by running:\n  virsh --connect test:///default start web\n", output,
            StringComparison.Ordinal);
        Assert.False(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task With_noreboot_one_that_is_only_imported_is_not_even_started()
    {
        var (status, output) = await RunAsync("--import --noautoconsole --noreboot", null);

        Assert.Equal(0, status);
        Assert.Contains("Domain creation completed.", output, StringComparison.Ordinal);
        Assert.False(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task A_transient_guest_is_gone_once_it_is_off()
    {
        var (status, output) = await RunAsync(
            "--pxe --noautoconsole --transient --wait", domain => domain.ShutdownAsync());

        Assert.Equal(0, status);
        Assert.EndsWith("Domain creation completed.\n", output, StringComparison.Ordinal);
        Assert.Equal(["test"], (await _connection.ListAllDomainsAsync()).Select(domain => domain.Name));
    }

    [Fact]
    public async Task To_wait_no_minutes_is_to_leave_the_guest_to_itself()
    {
        var (status, output) = await RunAsync("--pxe --wait 0", null);

        Assert.Equal(0, status);
        Assert.DoesNotContain(Waiting, output, StringComparison.Ordinal);
        Assert.True(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task With_destroy_on_exit_the_guest_is_off_when_the_program_ends()
    {
        var (status, _) = await RunAsync("--pxe --noautoconsole --destroy-on-exit", null);

        Assert.Equal(0, status);
        Assert.False(await (await GuestAsync()).IsActiveAsync());
    }

    [Fact]
    public async Task An_autostarted_guest_starts_with_its_host_from_now_on()
    {
        await RunAsync("--import --noautoconsole --autostart", null);

        Assert.True(await (await GuestAsync()).GetAutostartAsync());
    }

    [Fact]
    public async Task A_name_that_is_taken_ends_it_in_words_for_the_user()
    {
        await RunAsync("--import --noautoconsole", null);
        var (status, _) = await RunAsync("--import --noautoconsole", null);

        Assert.Equal(1, status);
        Assert.Contains("Guest name 'web' is already in use.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("please restart your installation.", _errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<Domain> GuestAsync() => await _connection.LookupDomainByNameAsync("web");

    // What is to happen to the guest happens once the program says that it waits.
    private async Task<(int Status, string Output)> RunAsync(string line, Func<Domain, ValueTask>? whileWaiting)
    {
        using var output = new HeardWriter(Waiting);
        var report = new ToolReport("virt-install", output, _errors);
        var parsed = new ArgumentReader(InstallSyntax.Table).Read(
            ("--name web --memory 64 --disk none --network none --osinfo generic --check all=off " + line).Split(' '));
        OldSpellings.Convert(parsed, report);
        await using var prepared = await new InstallPreparation(
            RequestReader.Read(parsed), await ConnectionFacts.ReadAsync(_connection, Cancellation), report)
            .RunAsync(Cancellation);
        var run = new GuestInstall(parsed, report, _connection, prepared).RunAsync(Cancellation);
        if (whileWaiting is not null)
        {
            await Task.WhenAny(output.Heard, run);
            await whileWaiting(await GuestAsync());
        }

        return (await run, output.ToString());
    }
}
