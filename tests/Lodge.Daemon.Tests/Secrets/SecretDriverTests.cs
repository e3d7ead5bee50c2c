using Lodge.Daemon.Events;
using Lodge.Daemon.Secrets;
using Lodge.Daemon.Tests.State;
using Lodge.Model.Domain;
using Lodge.Model.Secret;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Tests.Secrets;

public sealed class SecretDriverTests : IDisposable
{
    private static readonly byte[] Value = [0, 1, 2, 0xff];

    private readonly TemporaryFolder _folder = new();
    private SecretDriver _driver;

    public SecretDriverTests() => _driver = new SecretDriver(_folder.Path);

    [Fact]
    public void A_secret_and_its_value_outlive_the_daemon_and_only_its_user_may_read_them()
    {
        var secret = _driver.Define(Volume("/a"));
        _driver.SetValue(secret.Definition.Uuid, Value);

        Restart();

        Assert.Equal(Value, _driver.Find(secret.Definition.Uuid).Value);
        Assert.Equal(secret.Definition, _driver.Find(SecretUsage.Volume, "/a").Definition);
        Assert.Equal("AAEC/w==", File.ReadAllText(PathOf(secret, "base64")));
        foreach (var file in Directory.GetFiles(_folder.Path))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void The_description_never_holds_the_value()
    {
        var secret = _driver.Define(Volume("/a"));
        _driver.SetValue(secret.Definition.Uuid, "open sesame"u8.ToArray());

        Assert.DoesNotContain("sesame", File.ReadAllText(PathOf(secret, "xml")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String("open sesame"u8), SecretXml.Format(_driver.Find(secret.Definition.Uuid).Definition),
            StringComparison.Ordinal);
        Assert.DoesNotContain("System.Byte", _driver.Find(secret.Definition.Uuid).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_ephemeral_secret_never_touches_the_disk()
    {
        var secret = _driver.Define(Volume("/a") with { IsEphemeral = true });
        _driver.SetValue(secret.Definition.Uuid, Value);

        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.True(_driver.HasEphemeral);
        Restart();
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_SECRET, Refusal(() => _driver.Find(secret.Definition.Uuid)).Code);
    }

    [Fact]
    public void A_secret_keeps_its_value_when_it_becomes_durable_and_leaves_the_disk_when_it_becomes_ephemeral()
    {
        var definition = Volume("/a") with { IsEphemeral = true };
        _driver.Define(definition);
        _driver.SetValue(definition.Uuid, Value);

        _driver.Define(definition with { IsEphemeral = false });
        Restart();
        Assert.Equal(Value, _driver.Find(definition.Uuid).Value);

        _driver.Define(definition);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal(Value, _driver.Find(definition.Uuid).Value);
    }

    [Fact]
    public void What_contradicts_a_secret_that_is_there_is_refused_and_changes_nothing()
    {
        var first = _driver.Define(Volume("/a") with { IsPrivate = true }).Definition;

        Assert.Contains(
            $"a secret with UUID {first.Uuid} already defined for use with /a",
            Refusal(() => _driver.Define(Volume("/a"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            $"a secret with UUID {first.Uuid} is already defined for use with /a",
            Refusal(() => _driver.Define(first with { UsageId = "/b" })).Message, StringComparison.Ordinal);
        Assert.Contains(
            "cannot change private flag on existing secret",
            Refusal(() => _driver.Define(first with { IsPrivate = false })).Message, StringComparison.Ordinal);
        Assert.Equal(first, Assert.Single(_driver.All).Definition);
    }

    [Fact]
    public void Secrets_without_a_use_do_not_stand_in_each_others_way()
    {
        _driver.Define(new SecretDefinition { Uuid = VirUuid.Random() });
        _driver.Define(new SecretDefinition { Uuid = VirUuid.Random() });
        Assert.Equal(2, _driver.All.Count);
    }

    [Fact]
    public void Undefining_takes_the_value_along()
    {
        var secret = _driver.Define(Volume("/a"));
        _driver.SetValue(secret.Definition.Uuid, Value);
        _driver.Undefine(secret.Definition.Uuid);

        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_SECRET, Refusal(() => _driver.Undefine(secret.Definition.Uuid)).Code);
    }

    [Fact]
    public void A_guest_gets_a_private_value_but_only_for_the_use_it_is_meant_for()
    {
        var secret = _driver.Define(Volume("/a") with { IsPrivate = true }).Definition;
        var uuid = secret.Uuid.ToGuid();
        Assert.Contains(
            "does not have a value",
            Refusal(() => _driver.Find(SecretUsage.Volume, uuid, null)).Message, StringComparison.Ordinal);

        _driver.SetValue(secret.Uuid, Value);

        Assert.Equal(Value, _driver.Find(SecretUsage.Volume, uuid, null));
        Assert.Equal(Value, _driver.Find(SecretUsage.Volume, null, "/a"));
        var refused = Refusal(() => _driver.Find(SecretUsage.Ceph, uuid, null));
        Assert.Equal(VirErrorNumber.VIR_ERR_INVALID_ARG, refused.Code);
        Assert.Contains("is of type 'volume' not expected 'ceph' type", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_secrets_are_passed_over()
    {
        var good = _driver.Define(Volume("/a"));
        File.WriteAllText(Path.Combine(_folder.Path, "broken.xml"), "<secret");
        File.WriteAllText(Path.Combine(_folder.Path, $"{VirUuid.Random()}.xml"), SecretXml.Format(Volume("/b")));
        File.WriteAllText(Path.Combine(_folder.Path, $"{VirUuid.Random()}.base64"), "AAEC");

        Restart();

        Assert.Equal(good.Definition.Uuid, Assert.Single(_driver.All).Definition.Uuid);
    }

    [Fact]
    public void Subscribers_are_told_of_definitions_values_and_ends()
    {
        var inbox = new Inbox();
        _driver.Events.Subscribe(inbox, (int)VirSecretEventID.VIR_SECRET_EVENT_ID_LIFECYCLE, null);
        _driver.Events.Subscribe(inbox, (int)VirSecretEventID.VIR_SECRET_EVENT_ID_VALUE_CHANGED, null);
        var uuid = _driver.Define(Volume("/a")).Definition.Uuid;
        _driver.SetValue(uuid, Value);
        _driver.Undefine(uuid);

        Assert.Equal(["defined /a", "value /a", "undefined /a"], inbox.Received);
    }

    public void Dispose()
    {
        _driver.Dispose();
        _folder.Dispose();
    }

    private static SecretDefinition Volume(string path) =>
        new() { Uuid = VirUuid.Random(), Usage = SecretUsage.Volume, UsageId = path };

    private static VirException Refusal(Action action) => Assert.Throws<VirException>(action);

    private static VirException Refusal(Func<object> action) => Assert.Throws<VirException>(action);

    private string PathOf(StoredSecret secret, string ending) =>
        Path.Combine(_folder.Path, $"{secret.Definition.Uuid}.{ending}");

    private void Restart()
    {
        _driver.Dispose();
        _driver = new SecretDriver(_folder.Path);
    }

    private sealed class Inbox : IEventReceiver
    {
        public List<string> Received { get; } = [];

        public void Send<TMessage>(RemoteProcedure procedure, in TMessage message)
            where TMessage : struct, IXdrEncodable => Received.Add((object)message switch
            {
                SecretEventLifecycleMsg { Event: 0 } m => $"defined {m.Secret.UsageID}",
                SecretEventLifecycleMsg m => $"undefined {m.Secret.UsageID}",
                SecretEventValueChangedMsg m => $"value {m.Secret.UsageID}",
                var other => other.GetType().Name,
            });
    }
}
