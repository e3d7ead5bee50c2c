using System.Net.Sockets;
using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;
using Lodge.Qemu.Tests.Qmp;

namespace Lodge.Qemu.Tests.Agent;

/// <summary>Each typed command: what goes to the guest, and what is made of its answer.</summary>
public sealed class AgentCommandTests
{
    public static TheoryData<string, Func<AgentClient, Task<object?>>, string, string, string> Commands => new()
    {
        { "freeze all", a => Of(a.FreezeAsync(null)), """{"execute":"guest-fsfreeze-freeze"}""", "3", "3" },
        { "freeze some", a => Of(a.FreezeAsync(["/", "/a b"])),
            """{"execute":"guest-fsfreeze-freeze-list","arguments":{"mountpoints":["/","/a b"]}}""", "2", "2" },
        { "thaw", a => Of(a.ThawAsync()), """{"execute":"guest-fsfreeze-thaw"}""", "2", "2" },
        { "trim", a => Done(a.TrimAsync(4096)), """{"execute":"guest-fstrim","arguments":{"minimum":4096}}""",
            """{"paths": []}""", "" },
        { "file systems", a => List(a.GetFileSystemsAsync()), """{"execute":"guest-get-fsinfo"}""",
            """[{"mountpoint": "/b", "name": "vda2", "type": "xfs", "disk": []}, {"mountpoint": "/", "name": "vda1", "type": "ext4", "used-bytes": 5, "total-bytes": 9, "disk": []}]""",
            "/ vda1 ext4 5 9;/b vda2 xfs  " },
        { "disks", a => Of(
            a.GetDisksAsync().ContinueWith(t => t.Result[0].Name + t.Result[0].Address!.Serial, TaskScheduler.Default)),
            """{"execute":"guest-get-disks"}""",
            """[{"name": "/dev/vda", "partition": false, "dependencies": [], "address": {"bus-type": "virtio", "bus": 0, "target": 0, "unit": 0, "pci-controller": {"domain": 0, "bus": 1, "slot": 2, "function": 3}, "serial": "S1"}}]""",
            "/dev/vdaS1" },
        { "set time", a => Done(a.SetTimeAsync((1700000000, 5))),
            """{"execute":"guest-set-time","arguments":{"time":1700000000000000005}}""", "{}", "" },
        { "take the clock's time", a => Done(a.SetTimeAsync(null)), """{"execute":"guest-set-time"}""", "{}", "" },
        { "system", a => Of(a.GetOsInfoAsync().ContinueWith(t => t.Result["pretty-name"], TaskScheduler.Default)),
            """{"execute":"guest-get-osinfo"}""", """{"id": "debian", "pretty-name": "Debian 12"}""", "Debian 12" },
        { "time zone", a => Of(a.GetTimezoneAsync()), """{"execute":"guest-get-timezone"}""",
            """{"zone": "CET", "offset": 3600}""", "(CET, 3600)" },
        { "users", a => List(a.GetUsersAsync()), """{"execute":"guest-get-users"}""",
            """[{"user": "root", "login-time": 1700000000.5}]""", "root  1700000000.5" },
        { "CPUs", a => List(a.GetCpusAsync()), """{"execute":"guest-get-vcpus"}""",
            """[{"logical-id": 0, "online": true}, {"logical-id": 1, "online": false, "can-offline": true}]""",
            "0 True False;1 False True" },
        { "set CPUs", a => Of(a.SetCpusAsync([(1, true)])),
            """{"execute":"guest-set-vcpus","arguments":{"vcpus":[{"logical-id":1,"online":true}]}}""", "1", "1" },
        { "password", a => Done(a.SetUserPasswordAsync("root", "geheim", false)),
            """{"execute":"guest-set-user-password","arguments":{"crypted":false,"username":"root","password":"Z2VoZWlt"}}""", "{}", "" },
        { "keys", a => Of(a.GetAuthorizedKeysAsync("root").ContinueWith(t => t.Result[0], TaskScheduler.Default)),
            """{"execute":"guest-ssh-get-authorized-keys","arguments":{"username":"root"}}""",
            """{"keys": ["ssh-ed25519 A"]}""", "ssh-ed25519 A" },
        { "add keys", a => Done(a.AddAuthorizedKeysAsync("root", ["k"], true)),
            """{"execute":"guest-ssh-add-authorized-keys","arguments":{"username":"root","keys":["k"],"reset":true}}""",
            "{}", "" },
        { "remove keys", a => Done(a.RemoveAuthorizedKeysAsync("root", ["k"])),
            """{"execute":"guest-ssh-remove-authorized-keys","arguments":{"username":"root","keys":["k"]}}""", "{}",
            "" },
        { "suspend", a => Done(a.SuspendAsync("disk", new TaskCompletionSource().Task)),
            """{"execute":"guest-suspend-disk"}""", "{}", "" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_has_the_agents_form(
        string what, Func<AgentClient, Task<object?>> call, string sent, string answer, string result)
    {
        Assert.NotEmpty(what);
        using var guest = new Guest();
        var running = call(guest.Agent);
        await guest.SynchronizeAsync();
        Assert.Equal(sent, await guest.HearAsync());
        await guest.SayAsync($$"""{"return": {{answer}}}""");
        Assert.Equal(result, Convert.ToString(await running, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""{"return": "three"}""")]
    [InlineData("""{"return": [1]}""")]
    [InlineData("""{"return": 99999999999999999999}""")]
    [InlineData("""{"wrong": 1}""")]
    [InlineData("""{"return": """)]
    public async Task An_answer_of_unexpected_shape_fails_the_command_alone(string answer)
    {
        using var guest = new Guest();
        var thaw = guest.Agent.ThawAsync();
        await guest.SynchronizeAsync();
        await guest.HearAsync();
        await guest.SayAsync(answer);
        Assert.Equal(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, (await Assert.ThrowsAsync<VirException>(() => thaw)).Code);

        var next = guest.Agent.ThawAsync();
        await guest.HearAsync();
        await guest.SayAsync("""{"return": 1}""");
        Assert.Equal(1, await next);
    }

    [Fact]
    public void A_time_beyond_the_agents_reach_is_refused()
    {
        using var guest = new Guest();
        Assert.ThrowsAny<OverflowException>(() => { _ = guest.Agent.SetTimeAsync((long.MaxValue, 0)); });
    }

    private static async Task<object?> Of<T>(Task<T> task) => await task;

    private static async Task<object?> Done(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> List<T>(Task<T[]> task) => string.Join(';', (await task).Select(item =>
        item switch
    {
        AgentFileSystem f => $"{f.Mountpoint} {f.Name} {f.Type} {f.UsedBytes} {f.TotalBytes}",
        AgentUser u => FormattableString.Invariant($"{u.Name} {u.Domain} {u.LoginTime}"),
        AgentCpu c => $"{c.Id} {c.IsOnline} {c.CanOffline}",
        _ => item?.ToString(),
    }));

    private sealed class Guest : IDisposable
    {
        private readonly Socket _socket;
        private readonly NetworkStream _stream;

        public Guest()
        {
            (var ours, _socket) = ConnectedSockets.Create();
            _stream = new NetworkStream(_socket);
            Agent = AgentClient.Over(ours);
        }

        public AgentClient Agent { get; }

        public async Task SynchronizeAsync()
        {
            var sync = await HearAsync();
            Assert.StartsWith(
                """{"execute":"guest-sync-delimited","arguments":{"id":""", sync, StringComparison.Ordinal);
            await SayAsync($$"""{"return": {{sync.Split(':')[^1].TrimEnd('}')}}}""");
        }

        public async Task SayAsync(string line) => await _socket.SendAsync(Encoding.UTF8.GetBytes(line + "\n"));

        public async Task<string> HearAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one) == 1 && one[0] != '\n')
            {
                if (one[0] != 0xff) line.Add(one[0]);
            }

            return Encoding.UTF8.GetString(line.ToArray());
        }

        public void Dispose()
        {
            Agent.Dispose();
            _stream.Dispose();
            _socket.Dispose();
        }
    }
}
