using System.Diagnostics.CodeAnalysis;
using Lodge.Protocol.Errors;

namespace Lodge.Protocol.Xdr;

/// <summary>The errors of the codec, with libvirt's code and first words.</summary>
internal static class XdrFault
{
    [DoesNotReturn]
    public static void Decode(string what) => throw Decoding(what);

    [DoesNotReturn]
    public static void Encode(string what) => throw Encoding(what);

    public static VirException Decoding(string what) => Of($"Unable to decode message payload: {what}");

    public static VirException Encoding(string what) => Of($"Unable to encode message payload: {what}");

    private static VirException Of(string text) => new(VirErrorNumber.VIR_ERR_RPC, VirErrorDomain.VIR_FROM_RPC, text);
}
