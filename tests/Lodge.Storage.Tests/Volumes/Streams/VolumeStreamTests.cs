using CsCheck;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Volumes.Streams;
using Xunit;

namespace Lodge.Storage.Tests.Volumes.Streams;

public sealed class VolumeStreamTests : IDisposable
{
    private const int Block = 65536;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_in_parts_and_holes_is_read_back()
    {
        Sparse("v", 4 * Block);
        using (var target = VolumeOverwrite.Open(_folder["v"], Block, 0))
        {
            await target.WriteAsync(Filled(Block, 1), CancellationToken.None);
            target.WriteHole(Block, CancellationToken.None);
            await target.WriteAsync(Filled(10, 2), CancellationToken.None);
            target.Complete();
        }

        byte[] expected =
        [
            .. new byte[Block], .. Filled(Block, 1).ToArray(), .. new byte[Block],
            .. Filled(10, 2).ToArray(), .. new byte[Block - 10],
        ];
        Assert.Equal(expected, await ReadAsync("v", 0, 0, holes: false));
        Assert.Equal(expected, await ReadAsync("v", 0, 0, holes: true));
    }

    [Fact]
    public async Task A_sparse_volume_is_read_without_its_holes()
    {
        Sparse("v", 16 * Block);
        using var source = VolumeContent.Open(_folder["v"], 0, 0);

        var part = await source.ReadAsync(new byte[Block], allowsHoles: true, CancellationToken.None);

        Assert.Equal(16 * Block, part.HoleLength);
        Assert.True((await source.ReadAsync(new byte[Block], allowsHoles: true, CancellationToken.None)).IsEnd);
    }

    [Fact]
    public async Task A_part_of_a_volume_is_read()
    {
        File.WriteAllText(_folder["v"], "0123456789");

        Assert.Equal("345"u8.ToArray(), await ReadAsync("v", 3, 3, holes: false));
        Assert.Equal("89"u8.ToArray(), await ReadAsync("v", 8, 100, holes: true));
        Assert.Empty(await ReadAsync("v", 100, 0, holes: true));
    }

    [Fact]
    public async Task What_is_not_completed_leaves_a_sparse_volume_as_it_was()
    {
        Sparse("v", 4 * Block);
        using (var target = VolumeOverwrite.Open(_folder["v"], 0, 0))
        {
            await target.WriteAsync(Filled(6 * Block, 1), CancellationToken.None);
        }

        Assert.Equal(new byte[4 * Block], await File.ReadAllBytesAsync(_folder["v"]));
        Assert.True(FileFacts.TryGet(_folder["v"], true, out var facts));
        Assert.Equal(0UL, facts.Allocated);
    }

    [Fact]
    public async Task What_held_something_before_is_not_emptied()
    {
        File.WriteAllBytes(_folder["v"], [.. Filled(Block, 9).ToArray(), .. new byte[Block]]);
        using (var target = VolumeOverwrite.Open(_folder["v"], Block, 0))
        {
            await target.WriteAsync(Filled(10, 1), CancellationToken.None);
        }

        Assert.Equal(Filled(Block, 9).ToArray(), (await File.ReadAllBytesAsync(_folder["v"]))[..Block]);
        Assert.Equal(2 * Block, new FileInfo(_folder["v"]).Length);
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        Sparse("v", Block);
        using var target = VolumeOverwrite.Open(_folder["v"], 0, 10);

        var refusal = await Assert.ThrowsAsync<VirException>(
            () => target.WriteAsync(Filled(11, 1), CancellationToken.None).AsTask());

        Assert.Equal("cannot write to stream: No space left on device", refusal.Message);
    }

    [Theory]
    [InlineData(ulong.MaxValue, 0UL)]
    [InlineData(1UL, long.MaxValue)]
    public void A_place_that_cannot_be_is_refused(ulong offset, ulong length)
    {
        Sparse("v", Block);

        Assert.Throws<VirException>(() => VolumeOverwrite.Open(_folder["v"], offset, length));
        Assert.Throws<VirException>(() => VolumeOverwrite.Open(_folder["missing"], 0, 0));
    }

    [Fact]
    public void Any_order_of_writes_and_holes_undoes_to_the_same_bytes() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 8], Gen.Int[0, 6], Gen.Bool).Sample((steps, offset, isComplete) =>
        {
            Sparse("v", 8 * 4096);
            var before = File.ReadAllBytes(_folder["v"]);
            using (var target = VolumeOverwrite.Open(_folder["v"], (ulong)offset * 4096, 0))
            {
                foreach (var step in steps)
                {
                    if (step == 0) target.WriteHole(4096, CancellationToken.None);
                    else target.WriteAsync(Filled(step * 4096, 1), CancellationToken.None).AsTask().Wait();
                }

                if (isComplete) target.Complete();
            }

            return isComplete || before.AsSpan().SequenceEqual(File.ReadAllBytes(_folder["v"]));
        }, threads: 1, iter: 50);

    private static ReadOnlyMemory<byte> Filled(int length, byte value) => Enumerable.Repeat(value, length).ToArray();

    private void Sparse(string name, long length)
    {
        using var file = new FileStream(_folder[name], FileMode.Create);
        file.SetLength(length);
    }

    private async Task<byte[]> ReadAsync(string name, ulong offset, ulong length, bool holes)
    {
        var all = new List<byte>();
        using var source = VolumeContent.Open(_folder[name], offset, length);
        while (await source.ReadAsync(new byte[1000], holes, CancellationToken.None) is { IsEnd: false } part)
        {
            all.AddRange(part.Data.Span);
            all.AddRange(new byte[part.HoleLength]);
        }

        return [.. all];
    }
}
