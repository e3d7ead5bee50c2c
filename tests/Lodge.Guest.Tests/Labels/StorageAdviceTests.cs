namespace Lodge.Guest.Tests.Labels;

/// <summary>
/// Whoever puts images where the policy has no label for them hears of it, with the rule that mends it.
/// </summary>
public sealed class StorageAdviceTests(LabellingHost host) : IClassFixture<LabellingHost>
{
    private const string Rule = "lodge selinux fcontext add -t virt_image_t";

    [Fact]
    public async Task A_pool_says_it_when_it_is_defined_and_when_it_is_built()
    {
        var folder = host.PathOf("virtstorage");
        var defined = await host.OursAsync("virsh", "pool-define-as", "odd", "dir", "--target", folder);
        AssertAdvised(defined, folder);
        AssertAdvised(await host.OursAsync("virsh", "pool-build", "odd"), folder);
        await host.DoAsync("pool-undefine", "odd");
    }

    [Fact]
    public async Task Virt_install_says_it_of_a_disk()
    {
        var image = host.Image("advised.img");
        var run = await host.OursAsync(
            "virt-install", "--name", "advised", "--memory", "64", "--import", "--osinfo", "generic", "--virt-type",
            "qemu", "--network", "none", "--graphics", "none", "--disk", image, "--dry-run");
        AssertAdvised(run, Path.GetDirectoryName(image)!);
    }

    private static void AssertAdvised(Testing.ProgramRun run, string folder)
    {
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var said = run.Output + run.Errors;
        Assert.Contains(Rule, said, StringComparison.Ordinal);
        // The folder stands in a regular expression.
        Assert.Contains(
            folder.Replace(".", "\\.", StringComparison.Ordinal) + "(/.*)?", said, StringComparison.Ordinal);
        Assert.Contains("lodge selinux restorecon -R -v", said, StringComparison.Ordinal);
    }
}
