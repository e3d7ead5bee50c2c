using System.Text;
using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.CloudInit;

namespace Lodge.Install.Tests.Unattended;

public sealed class CloudInitSeedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_bare_option_makes_a_password_for_root_once()
    {
        var plan = CloudInitSeed.Prepare(CloudInitOptions.Parse(null), "box");

        Assert.Equal((SeedDisk.CloudInit, true), (plan.Disk?.Label, plan.IsNoCloud));
        Assert.Equal(16, plan.RootPassword?.Length);
        var user = Text(plan, "user-data");
        Assert.DoesNotContain(plan.RootPassword!, user, StringComparison.Ordinal);
        Assert.Contains("    - \"root:$6$", user, StringComparison.Ordinal);
        Assert.Contains("  expire: true\n", user, StringComparison.Ordinal);
        Assert.Contains("/etc/cloud/cloud-init.disabled", user, StringComparison.Ordinal);
        Assert.Contains("local-hostname: \"box\"\n", Text(plan, "meta-data"), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.RootPassword!, plan.ToString(), StringComparison.Ordinal);
        CheckMade(user);
    }

    [Fact]
    public void Passwords_and_keys_from_files_go_in_hashed_and_quoted()
    {
        const string Password = "it's: \"100%\" #\\";
        var options = CloudInitOptions.Parse(
            $"root-password-file={Write("pw", Password + "\r\nmore")},"
            + $"clouduser-ssh-key={Write("k", "ssh-rsa AA \"j\"")},root-ssh-key={Write("r", "ssh-rsa BB r\n")}");

        var plan = CloudInitSeed.Prepare(options, "not a host name");

        var user = Text(plan, "user-data");
        Assert.Null(plan.RootPassword);
        Assert.DoesNotContain("100%", user, StringComparison.Ordinal);
        var hash = user.Split("root:")[1].Split('"')[0];
        Assert.Equal(hash, Sha512Crypt.Hash(Password, hash.Split('$')[2]));
        Assert.Contains("  expire: false\n", user, StringComparison.Ordinal);
        Assert.Contains("ssh_authorized_keys:\n  - \"ssh-rsa AA \\\"j\\\"\"\n", user, StringComparison.Ordinal);
        Assert.Contains("      - \"ssh-rsa BB r\"\n", user, StringComparison.Ordinal);
        Assert.DoesNotContain("local-hostname", Text(plan, "meta-data"), StringComparison.Ordinal);
        CheckMade(user);
    }

    [Theory]
    [InlineData("#cloud-config\nusers: []\n")]
    [InlineData("#cloud-config\n")]
    [InlineData("#!/bin/sh\n: {[\n")]
    [InlineData("#cloud-config-archive\n- type: text/x\n")]
    [InlineData("Content-Type: multipart/mixed\n")]
    public void User_data_that_cloud_init_takes_is_taken(string text)
    {
        var plan = CloudInitSeed.Prepare(CloudInitOptions.Parse($"user-data={Write("u", text)}"), "box");

        Assert.Equal(text, Text(plan, "user-data"));
    }

    [Theory]
    [InlineData("users: []\n", "its first line")]
    [InlineData("#cloud-config\nusers: [a\nb: c\n", "is not YAML")]
    [InlineData("#cloud-config\na: &x {b: *x, ? c : !!sc']\nruncmd: [ls]\n", "is not YAML")]
    [InlineData("#cloud-config\n- a\n", "no names with values")]
    [InlineData("#cloud-config\na: 1\na: 2\n", "'a' stands in it twice")]
    [InlineData("#cloud-config\na: 1\n---\nb: 1\n", "more than one document")]
    [InlineData("#cloud-config\na: 'b\n", "line ")]
    public void User_data_that_cloud_init_would_pass_over_is_refused(string text, string why)
    {
        var options = CloudInitOptions.Parse($"user-data={Write("u", text)}");

        var refusal = Assert.Throws<OptionException>(() => CloudInitSeed.Prepare(options, "box"));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_that_is_too_deep_is_refused()
    {
        var text = "#cloud-config\na: " + new string('[', 5000);

        Assert.Throws<OptionException>(() => UserData.CheckUserData(Encoding.UTF8.GetBytes(text), "u"));
    }

    [Fact]
    public void A_network_configuration_says_that_it_is_one()
    {
        var good = CloudInitOptions.Parse($"network-config={Write("n", "version: 2\nethernets: {}\n")}");
        var bad = CloudInitOptions.Parse($"network-config={Write("m", "ethernets: {}\n")}");

        Assert.Equal("network-config", CloudInitSeed.Prepare(good, "box").Disk!.Files[2].Name);
        Assert.Throws<OptionException>(() => CloudInitSeed.Prepare(bad, "box"));
    }

    [Theory]
    [InlineData("bogus=1", "Unknown --cloud-init options: ['bogus']")]
    [InlineData("disable=maybe", "disable must be 'yes' or 'no'")]
    [InlineData("user-data", "Option 'user-data' had no value set.")]
    [InlineData("root-password-file=/nowhere", "Cannot read the password of root from '/nowhere'")]
    public void A_bad_option_is_told(string text, string why)
    {
        var refusal = Assert.Throws<OptionException>(
            () => CloudInitSeed.Prepare(CloudInitOptions.Parse(text), "box"));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_key_is_not_given_away()
    {
        var key = Write("id", "-----BEGIN OPENSSH PRIVATE KEY-----\n");

        Assert.Throws<OptionException>(() => CloudInitSeed.Prepare(CloudInitOptions.Parse($"ssh-key={key}"), "box"));
    }

    private static void CheckMade(string text) => UserData.CheckUserData(Encoding.UTF8.GetBytes(text), "made");

    private static string Text(UnattendedPlan plan, string name) =>
        Encoding.UTF8.GetString(plan.Disk!.Files.Single(file => file.Name == name).Content.Span);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
