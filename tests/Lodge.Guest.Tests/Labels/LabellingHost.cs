using System.Runtime.InteropServices;
using System.Text;
using Lodge.Testing;
using static System.StringComparison;

namespace Lodge.Guest.Tests.Labels;

/// <summary>
/// A real daemon on a host where SELinux is on, whatever the kernel says: labels of files are real attributes, the
/// policy's files are real, and what threads are told is written down.
/// </summary>
public sealed partial class LabellingHost : IAsyncLifetime
{
    /// <summary>The label of files before any guest uses them.</summary>
    public const string Before = "unconfined_u:object_r:user_home_t:s0";

    private const string Label = "security.selinux";
    private const string Policy = "/etc/selinux/default/contexts/virtual_image_context";

    private readonly DirectoryInfo _library = Directory.CreateTempSubdirectory("lodge-selinux");
    private LodgedProcess? _lodged;

    /// <summary>The daemon.</summary>
    internal LodgedProcess Lodged => _lodged!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "labels are set by root alone");
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "gcc is not installed");
        Assert.SkipUnless(File.Exists(Policy), "selinux-policy-default is not installed");
        var real = (await ProgramRun.OfAsync("/sbin/ldconfig", ["-p"])).Output.Split('\n')
            .FirstOrDefault(static line => line.Contains("libselinux.so.1 (libc6,x86-64)", Ordinal));
        Assert.SkipWhen(real is null, "libselinux.so.1 is not installed");
        // Behind ours, under a name of the same length, stands the real one: programs of guests may have need of it.
        var behind = Path.Combine(_library.FullName, "libselinuX.so.1");
        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(real.Split("=> ")[1].Trim()));
        await File.WriteAllBytesAsync(
            behind, Encoding.Latin1.GetBytes(bytes.Replace("libselinux.so.1", "libselinuX.so.1", Ordinal)));
        var made = await ProgramRun.OfAsync("gcc",
        [
            "-shared", "-fPIC", "-O1", "-o", Path.Combine(_library.FullName, "libselinux.so.1"),
            Path.Combine(AppContext.BaseDirectory, "Clients", "enabled_selinux.c"), "-Wl,--no-as-needed", behind,
        ]);
        Assert.True(made.ExitCode == 0, made.Errors);
        _lodged = await LodgedProcess.StartAsync(
            null,
            $"LD_LIBRARY_PATH={_library.FullName}",
            $"LODGE_SELINUX_LOG={Path.Combine(_library.FullName, "log")}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_lodged is not null) await _lodged.DisposeAsync();
        _library.Delete(recursive: true);
    }

    /// <summary>
    /// What threads of the daemon were told to label, as <c>socket LABEL</c> and <c>program LABEL</c>.
    /// </summary>
    internal string[] Told() => File.ReadAllLines(Path.Combine(_library.FullName, "log"));

    /// <summary>An image with a label.</summary>
    internal string Image(string name)
    {
        var path = PathOf(name);
        using (var file = File.Create(path)) file.SetLength(1 << 20);
        var label = Encoding.UTF8.GetBytes(Before + "\0");
        Assert.Equal(0, SetAttribute(path, Label, label, (nuint)label.Length, 0));
        return path;
    }

    internal string PathOf(string name) => Path.Combine(Lodged.Root, name);

    /// <summary>The label of a file.</summary>
    internal static string? LabelOf(string path) => Attribute(path, Label);

    /// <summary>What is remembered of a file's label while a guest has it; null for nothing.</summary>
    internal static string? Remembered(string path) => Attribute(path, "trusted.libvirt.security.selinux");

    /// <summary>Runs stock virsh on the daemon; it must succeed.</summary>
    internal async Task<string> DoAsync(params string[] command)
    {
        var run = await Lodged.RunAsync("/usr/bin/virsh", command);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', command)}: {run.Errors}");
        return run.Output;
    }

    /// <summary>Runs a program of ours where SELinux is on, on the daemon.</summary>
    internal Task<ProgramRun> OursAsync(string program, params string[] words) => ProgramRun.OfAsync(
        "env",
        [
            $"LD_LIBRARY_PATH={_library.FullName}", Checkout.ProgramPath(program),
            program == "virt-install" ? "--connect" : "-c", Lodged.Uri, .. words,
        ]);

    /// <summary>Runs stock virsh on the daemon; it must fail.</summary>
    internal async Task<string> FailAsync(params string[] command)
    {
        var run = await Lodged.RunAsync("/usr/bin/virsh", command);
        Assert.True(run.ExitCode != 0, $"{string.Join(' ', command)} should have failed: {run.Output}");
        return run.Errors;
    }

    /// <summary>Defines and starts a machine without a system, with these devices.</summary>
    internal async Task StartAsync(string name, string devices, string more = "")
    {
        await DefineAsync(name, devices, more);
        await DoAsync("start", name);
    }

    /// <summary>Defines it alone.</summary>
    internal async Task DefineAsync(string name, string devices, string more = "")
    {
        await File.WriteAllTextAsync(PathOf(name + ".xml"), TestGuest.EmptyXml(name)
            .Replace("</devices>", $"{devices}</devices>{more}", Ordinal));
        await DoAsync("define", PathOf(name + ".xml"));
    }

    /// <summary>The level of a guest that runs, by its label: <c>s0:c1,c2</c>.</summary>
    internal async Task<string> LevelAsync(string name)
    {
        const string open = "<label>system_u:system_r:svirt_t:";
        var xml = await DoAsync("dumpxml", name);
        Assert.Contains(open, xml, Ordinal);
        return xml.Split(open)[1].Split('<')[0];
    }

    /// <summary>Ends the QEMU of a guest as a crash would.</summary>
    internal void Crash(string name) => _ = Kill(PidOf(name), 9);

    /// <summary>The QEMU of a guest.</summary>
    internal int PidOf(string name) => Lodged.Processes().Single(pid =>
        File.ReadAllText($"/proc/{pid}/cmdline").Contains($"\0guest={name},", Ordinal));

    private static string? Attribute(string path, string name)
    {
        var value = new byte[256];
        var length = GetAttribute(path, name, value, (nuint)value.Length);
        return length < 0 ? null : Encoding.UTF8.GetString(value, 0, (int)length).TrimEnd('\0');
    }

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetAttribute(string path, string name, [Out] byte[] value, nuint size);

    [LibraryImport("libc", EntryPoint = "setxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetAttribute(string path, string name, byte[] value, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
