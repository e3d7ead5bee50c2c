using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

/// <summary>Domain procedures that a test writes as it needs them.</summary>
internal sealed class ScriptedDomains : IDomainProcedures<ClientCall>
{
    public Func<ClientCall, ValueTask> OnCreate { get; set; } = static _ => default;

    public Func<ClientCall, ValueTask> OnConsole { get; set; } = static _ => default;

    public Func<ClientCall, ValueTask> OnScreenshot { get; set; } = static _ => default;

    public ValueTask DomainCreateAsync(ClientCall call, DomainCreateArgs args) => OnCreate(call);

    public ValueTask DomainOpenConsoleAsync(ClientCall call, DomainOpenConsoleArgs args) => OnConsole(call);

    public ValueTask<DomainGetOsTypeRet> DomainGetOsTypeAsync(ClientCall call, DomainGetOsTypeArgs args) =>
        new(new DomainGetOsTypeRet { Type = "hvm" });

    public async ValueTask<DomainScreenshotRet> DomainScreenshotAsync(ClientCall call, DomainScreenshotArgs args)
    {
        await OnScreenshot(call);
        return new DomainScreenshotRet { Mime = "image/test" };
    }

    public static byte[] Create() => RawClient.Encode(new DomainCreateArgs { Dom = Some });

    public static byte[] Console() => RawClient.Encode(new DomainOpenConsoleArgs { Dom = Some });

    public static byte[] OsType() => RawClient.Encode(new DomainGetOsTypeArgs { Dom = Some });

    public static byte[] Screenshot() => RawClient.Encode(new DomainScreenshotArgs { Dom = Some });

    private static RemoteDomain Some =>
        new() { Name = "some", Uuid = Protocol.VirUuid.Parse("6e3a1bd0-9d0b-4f57-93a5-0c6d2f9f1a10"), Id = 1 };
}
