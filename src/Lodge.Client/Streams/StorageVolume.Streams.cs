using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>The volume's content.</content>
public sealed partial class StorageVolume
{
    /// <summary>Opens the volume for reading its content. (<c>virStorageVolDownload</c>)</summary>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="length">How many bytes; 0 for all behind the offset.</param>
    /// <param name="flags">Whether holes are told as holes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<ClientStream> DownloadAsync(
        ulong offset = 0,
        ulong length = 0,
        VirStorageVolDownloadFlags flags = 0,
        CancellationToken cancellationToken = default) => Connection.OpenStreamAsync(
        RemoteProcedure.REMOTE_PROC_STORAGE_VOL_DOWNLOAD,
        new StorageVolDownloadArgs { Vol = Wire, Offset = offset, Length = length, Flags = (uint)flags },
        cancellationToken);

    /// <summary>Opens the volume for writing its content. (<c>virStorageVolUpload</c>)</summary>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="length">How many bytes are allowed; 0 for all that fit.</param>
    /// <param name="flags">Whether holes are told as holes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<ClientStream> UploadAsync(
        ulong offset = 0,
        ulong length = 0,
        VirStorageVolUploadFlags flags = 0,
        CancellationToken cancellationToken = default) => Connection.OpenStreamAsync(
        RemoteProcedure.REMOTE_PROC_STORAGE_VOL_UPLOAD,
        new StorageVolUploadArgs { Vol = Wire, Offset = offset, Length = length, Flags = (uint)flags },
        cancellationToken);
}
