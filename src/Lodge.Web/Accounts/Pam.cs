using System.Runtime.InteropServices;

namespace Lodge.Web.Accounts;

/// <summary>The calls of libpam, and the conversation that hands it a password.</summary>
/// <remarks>Source: pam(3), pam_start(3), pam_conv(3).</remarks>
internal static unsafe partial class Pam
{
    public const int Success = 0;
    private const int BufferError = 5;
    private const int ConversationError = 19;
    private const int EchoOff = 1;
    private const int EchoOn = 2;
    private const int MaximumMessages = 32;
    private const string Library = "libpam.so.0";

    /// <summary>Asks a service whether a password is a user's, and whether the account may be used now.</summary>
    /// <returns>PAM's answer: 0 for yes.</returns>
    public static int Check(string service, string user, string password, string? folder)
    {
        var secret = Marshal.StringToCoTaskMemUTF8(password);
        try
        {
            var conversation = new Conversation { Talk = &Talk, Data = secret };
            var status = pam_start_confdir(service, user, &conversation, folder, out var handle);
            if (status != Success) return status;
            status = pam_authenticate(handle, 0);
            if (status == Success) status = pam_acct_mgmt(handle, 0);
            _ = pam_end(handle, status);
            return status;
        }
        finally
        {
            Marshal.ZeroFreeCoTaskMemUTF8(secret);
        }
    }

    [UnmanagedCallersOnly]
    private static int Talk(int count, Message** messages, Response** answer, nint secret)
    {
        if (count is <= 0 or > MaximumMessages) return ConversationError;
        // libpam frees what it is given, so it must be malloc's.
        var responses = (Response*)NativeMemory.AllocZeroed((nuint)count, (nuint)sizeof(Response));
        if (responses == null) return BufferError;
        for (var i = 0; i < count; i++)
        {
            if (messages[i]->Style is EchoOff or EchoOn) responses[i].Text = Copy((byte*)secret);
        }

        *answer = responses;
        return Success;
    }

    private static byte* Copy(byte* text)
    {
        nuint length = 0;
        while (text[length] != 0) length++;
        var copy = (byte*)NativeMemory.Alloc(length + 1);
        NativeMemory.Copy(text, copy, length + 1);
        return copy;
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int pam_start_confdir(
        string service, string user, Conversation* conversation, string? folder, out nint handle);

    [LibraryImport(Library)]
    private static partial int pam_authenticate(nint handle, int flags);

    [LibraryImport(Library)]
    private static partial int pam_acct_mgmt(nint handle, int flags);

    [LibraryImport(Library)]
    private static partial int pam_end(nint handle, int status);

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public int Style;
        public byte* Text;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Response
    {
        public byte* Text;
        public int Code;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Conversation
    {
        public delegate* unmanaged<int, Message**, Response**, nint, int> Talk;
        public nint Data;
    }
}
