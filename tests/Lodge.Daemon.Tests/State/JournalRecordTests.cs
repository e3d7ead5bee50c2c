using CsCheck;
using Lodge.Daemon.State;

namespace Lodge.Daemon.Tests.State;

public sealed class JournalRecordTests
{
    private static readonly Gen<(string Name, long Time, byte[] Content)> Changes = Gen.Select(
        Gen.String[Gen.Char['a', 'ÿ'], 1, 40], Gen.Long, Gen.Byte.Array[0, 2000]);

    [Fact]
    public void What_was_written_is_read_again_and_takes_whole_blocks() =>
        Changes.Sample(change =>
        {
            var bytes = Bytes(change);
            Assert.True(JournalRecord.TryRead(bytes, out var record, out var size));
            Assert.Equal(bytes.Length, size);
            Assert.Equal(0, size % JournalRecord.Block);
            Assert.Equal(
                (JournalRecord.Change.Written, change.Name, change.Time), (record.Kind, record.Name, record.Time));
            Assert.Equal(change.Content, record.Content.ToArray());
        });

    [Fact]
    public void A_record_that_was_torn_or_changed_anywhere_is_none() =>
        Gen.Select(Changes, Gen.Int[0, 1 << 20], Gen.Byte[1, 255]).Sample((change, place, flipped) =>
        {
            var bytes = Bytes(change);
            var used = 24 + System.Text.Encoding.UTF8.GetByteCount(change.Name) + change.Content.Length;
            bytes[place % used] ^= flipped;
            Assert.False(JournalRecord.TryRead(bytes, out _, out _));
            bytes[place % used] ^= flipped;
            Assert.False(JournalRecord.TryRead(bytes.AsMemory(0, used - 1), out _, out _));
        });

    [Fact]
    public void Zeros_and_noise_end_a_journal() =>
        Gen.Byte.Array[0, 600].Sample(noise =>
        {
            Assert.False(JournalRecord.TryRead(noise, out _, out _));
            Assert.False(JournalRecord.TryRead(new byte[noise.Length], out _, out _));
        });

    private static byte[] Bytes((string Name, long Time, byte[] Content) change)
    {
        var bytes = new byte[JournalRecord.SizeOf(change.Name, change.Content.Length)];
        JournalRecord.Write(bytes, JournalRecord.Change.Written, change.Name, change.Time, change.Content);
        return bytes;
    }
}
