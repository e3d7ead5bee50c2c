using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Volumes.Local;

/// <summary>The ways of overwriting, each a list of passes.</summary>
/// <remarks>Source: scrub(1), which libvirt runs for all but zeroes; P. Gutmann, "Secure Deletion of Data from Magnetic
/// and Solid-State Memory", 1996.</remarks>
internal static class WipePasses
{
    private const int GutmannFrame = 4;

    private static readonly byte[][] Gutmann =
    [
        [0x55], [0xaa], [0x92, 0x49, 0x24], [0x49, 0x24, 0x92], [0x24, 0x92, 0x49], [0x00], [0x11], [0x22], [0x33],
        [0x44], [0x55], [0x66], [0x77], [0x88], [0x99], [0xaa], [0xbb], [0xcc], [0xdd], [0xee], [0xff],
        [0x92, 0x49, 0x24], [0x49, 0x24, 0x92], [0x24, 0x92, 0x49], [0x6d, 0xb6, 0xdb], [0xb6, 0xdb, 0x6d],
        [0xdb, 0x6d, 0xb6],
    ];

    /// <summary>The passes of a way.</summary>
    /// <exception cref="VirException">There is no such way, or it is not one of overwriting.</exception>
    public static IReadOnlyList<WipePass> Of(VirStorageVolWipeAlgorithm algorithm) => algorithm switch
    {
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_ZERO => [new(0)],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_NNSA => [WipePass.Random, WipePass.Random, new(0)],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_DOD => [WipePass.Random, new(0x00), new(0xff)],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_BSI =>
        [
            new(0xff), new(0xfe), new(0xfd), new(0xfb), new(0xf7), new(0xef), new(0xdf), new(0xbf), new(0x7f),
        ],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_GUTMANN =>
        [
            .. Randoms(GutmannFrame), .. Gutmann.Select(pattern => new WipePass(pattern)), .. Randoms(GutmannFrame),
        ],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER => [new(0x00), new(0xff), .. Randoms(5)],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 => [.. Randoms(7)],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 => [.. Randoms(33)],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_RANDOM => [WipePass.Random],
        VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_TRIM => throw StorageError.Of(
            VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, "'trim' algorithm not supported"),
        _ => throw StorageError.Argument($"wiping algorithm {(int)algorithm} not supported"),
    };

    private static IEnumerable<WipePass> Randoms(int count) => Enumerable.Repeat(WipePass.Random, count);
}
