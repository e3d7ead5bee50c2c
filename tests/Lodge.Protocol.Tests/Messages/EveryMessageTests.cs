using System.Reflection;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Messages;

public sealed class EveryMessageTests
{
    [Fact]
    public void Every_message_survives_the_wire()
    {
        foreach (var type in SampleMessages.All)
        {
            for (var seed = 0; seed < 20; seed++)
            {
                Run(nameof(Survives), type, seed);
            }
        }
    }

    [Fact]
    public void Every_message_that_ends_early_is_refused_and_breaks_nothing()
    {
        foreach (var type in SampleMessages.All)
        {
            Run(nameof(IsRefusedWhenShort), type, 1);
        }
    }

    [Fact]
    public void Every_message_takes_random_bytes_without_breaking()
    {
        foreach (var type in SampleMessages.All)
        {
            for (var seed = 0; seed < 20; seed++)
            {
                Run(nameof(TakesNoise), type, seed);
            }
        }
    }

    private static void Run(string test, Type message, int seed)
    {
        try
        {
            typeof(EveryMessageTests).GetMethod(test, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(message).Invoke(null, [seed]);
        }
        catch (TargetInvocationException fault)
        {
            Assert.Fail($"{message.Name}, seed {seed}: {fault.InnerException}");
        }
    }

    private static byte[] Write<T>(T message)
        where T : struct, IXdrMessage<T>
    {
        var buffer = new XdrBuffer();
        var writer = new XdrWriter(buffer);
        message.Write(ref writer);
        return buffer.Written.ToArray();
    }

    private static void Survives<T>(int seed)
        where T : struct, IXdrMessage<T>
    {
        var bytes = Write((T)new SampleMessages(seed).Make(typeof(T)));
        var reader = new XdrReader(bytes);
        var read = T.Read(ref reader);
        Assert.Equal(0, reader.Remaining);
        Assert.Equal(0, bytes.Length % 4);
        Assert.True(bytes.Length >= T.MinimumSize);
        Assert.Equal(bytes, Write(read));
    }

    private static void IsRefusedWhenShort<T>(int seed)
        where T : struct, IXdrMessage<T>
    {
        var bytes = Write((T)new SampleMessages(seed).Make(typeof(T)));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(TryRead<T>(bytes.AsSpan(0, length)), $"{length} of {bytes.Length} bytes were enough");
        }
    }

    private static void TakesNoise<T>(int seed)
        where T : struct, IXdrMessage<T>
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(120)];
        random.NextBytes(bytes);

        // Small numbers make counts that hold.
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = random.Next(4) == 0 ? bytes[i] : (byte)0;
        }

        TryRead<T>(bytes);
    }

    private static bool TryRead<T>(ReadOnlySpan<byte> bytes)
        where T : struct, IXdrMessage<T>
    {
        try
        {
            var reader = new XdrReader(bytes);
            T.Read(ref reader);
            return true;
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_RPC)
        {
            return false;
        }
    }
}
