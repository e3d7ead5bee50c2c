using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>Huge pages that the kernel keeps ready.</summary>
/// <param name="files">The host's files.</param>
public sealed class HugePagePool(HostFiles files)
{
    private const uint SystemPageKiB = 4;

    /// <summary>Sets how many pages of a size a cell keeps ready.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="sizeKiB">The size of a page.</param>
    /// <param name="count">How many.</param>
    /// <param name="isAdded">Whether to those there are; else in place of them.</param>
    /// <exception cref="VirException">There are no pages of that size, or the kernel finds no room for as
    /// many.</exception>
    public void Resize(int cell, uint sizeKiB, ulong count, bool isAdded)
    {
        if (sizeKiB == SystemPageKiB)
        {
            throw Refused(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, "system pages pool can't be modified");
        }

        var path = PathOf(cell, sizeKiB);
        var now = Read(path);
        if (isAdded ? count == 0 : count == now) return;
        var wanted = isAdded ? count + now : count;
        try
        {
            File.WriteAllText(files.PathOf(path), wanted.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refused(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"Unable to write to: {path}: {refused.Message}", refused);
        }

        // The kernel gives what it finds room for, and says nothing of the rest.
        var given = Read(path);
        if (given != wanted)
        {
            throw Refused(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                $"Unable to allocate {wanted} pages. Allocated only {given}");
        }
    }

    private string PathOf(int cell, uint sizeKiB)
    {
        string[] candidates =
        [
            $"/sys/devices/system/node/node{cell}/hugepages/hugepages-{sizeKiB}kB/nr_hugepages",
            .. cell == 0 ? (string[])[$"/sys/kernel/mm/hugepages/hugepages-{sizeKiB}kB/nr_hugepages"] : [],
        ];
        return Array.Find(candidates, files.Exists) ?? throw Refused(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"page size {sizeKiB} is not available");
    }

    private ulong Read(string path) => files.Number(path) is { } number ? (ulong)number : throw Refused(
        VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"invalid number in '{path}'");

    private static VirException Refused(VirErrorNumber code, string detail, Exception? cause = null) =>
        new(code, VirErrorDomain.VIR_FROM_NONE, detail, cause);
}
