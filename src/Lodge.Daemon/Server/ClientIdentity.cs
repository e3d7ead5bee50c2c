using Lodge.Daemon.Logging;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Server;

/// <summary>On whose behalf a client speaks, where it said so (<c>virConnectSetIdentity</c>).</summary>
internal sealed class ClientIdentity
{
    private TypedParameter[] _fields = [];

    /// <summary>What the client said; empty where nothing.</summary>
    public IReadOnlyList<TypedParameter> Fields => Volatile.Read(ref _fields);

    /// <summary>Takes what the client says.</summary>
    public void Become(TypedParameter[] fields)
    {
        Volatile.Write(ref _fields, fields);
        var user = Array.Find(fields, field => field.Field == VirConstants.VIR_CONNECT_IDENTITY_USER_NAME);
        Log.Info($"A client speaks for '{user.Value}'");
    }
}
