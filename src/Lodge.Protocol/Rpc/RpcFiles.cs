using System.Runtime.InteropServices;

namespace Lodge.Protocol.Rpc;

/// <summary>The files that go with a call and with its answer.</summary>
public sealed class RpcFiles
{
    /// <summary>The files to send; they stay the caller's to close.</summary>
    public IReadOnlyList<SafeHandle> Sent { get; init; } = [];

    /// <summary>The files that came with the answer; the caller closes them.</summary>
    public IReadOnlyList<SafeHandle> Received { get; set; } = [];
}
