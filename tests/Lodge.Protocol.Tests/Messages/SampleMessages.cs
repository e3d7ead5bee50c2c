using System.Reflection;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Messages;

/// <summary>Makes any generated message with random content.</summary>
internal sealed class SampleMessages(int seed)
{
    private readonly Random _random = new(seed);

    public static IEnumerable<Type> All => typeof(XdrBuffer).Assembly.GetTypes()
        .Where(type => type.GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IXdrMessage<>)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    public object Make(Type type)
    {
        if (type == typeof(TypedParameter))
        {
            return Parameter();
        }

        var message = Activator.CreateInstance(type)!;
        foreach (var property in Properties(type))
        {
            property.SetValue(message, Value(property, type));
        }

        return message;
    }

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties().Where(property => property.SetMethod is not null);

    private object? Value(PropertyInfo property, Type owner)
    {
        var type = property.PropertyType;
        if (type == typeof(byte[]) && property.Name == "Model" && owner == typeof(NodeGetInfoRet))
        {
            return Enumerable.Range(0, 32).Select(_ => (byte)_random.Next(256)).ToArray();
        }

        var isOptional = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        return isOptional && _random.Next(3) == 0 ? null : Value(Nullable.GetUnderlyingType(type) ?? type);
    }

    private object Value(Type type)
    {
        if (type.IsArray)
        {
            var element = type.GetElementType()!;
            var array = Array.CreateInstance(element, _random.Next(4));
            for (var i = 0; i < array.Length; i++)
            {
                array.SetValue(Value(element), i);
            }

            return array;
        }

        if (type == typeof(VirUuid))
        {
            return VirUuid.Random();
        }

        return type.IsEnum ? Enum.ToObject(type, _random.Next()) : Type.GetTypeCode(type) switch
        {
            TypeCode.String => Text(),
            TypeCode.Int32 => _random.Next(int.MinValue, int.MaxValue),
            TypeCode.UInt32 => (uint)_random.NextInt64(uint.MaxValue),
            TypeCode.Int64 => _random.NextInt64(long.MinValue, long.MaxValue),
            TypeCode.UInt64 => (ulong)_random.NextInt64(long.MinValue, long.MaxValue),
            TypeCode.Byte => (byte)_random.Next(256),
            TypeCode.SByte => (sbyte)_random.Next(-128, 128),
            TypeCode.UInt16 => (ushort)_random.Next(65536),
            TypeCode.Object => Make(type),
            var other => throw new InvalidOperationException($"{type} ({other}) is no type of the wire."),
        };
    }

    private string Text() =>
        string.Concat(Enumerable.Range(0, _random.Next(9)).Select(_ => "aZ9-_ä€"[_random.Next(7)]));

    private TypedParameter Parameter() => _random.Next(7) switch
    {
        0 => TypedParameter.Of(Text(), _random.Next()),
        1 => TypedParameter.Of(Text(), (uint)_random.Next()),
        2 => TypedParameter.Of(Text(), -_random.NextInt64()),
        3 => TypedParameter.Of(Text(), ulong.MaxValue),
        4 => TypedParameter.Of(Text(), _random.NextDouble()),
        5 => TypedParameter.Of(Text(), _random.Next(2) == 1),
        _ => TypedParameter.Of(Text(), Text()),
    };
}
