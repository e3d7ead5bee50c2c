using System.Globalization;
using Lodge.Protocol.Generator.Table;

namespace Lodge.Protocol.Generator.Emit;

/// <summary>
/// Finds the codec of a type as the table spells it: <c>unsigned int&lt;16&gt;</c>, <c>remote_string</c>.
/// </summary>
internal sealed class CodecResolver(ProtocolTable table)
{
    /// <summary>The codec of a type.</summary>
    /// <exception cref="TableException">The type or its limit is not in the table.</exception>
    public Codec Resolve(TableFile file, int offset, string type)
    {
        if (type.EndsWith("*"))
        {
            return Optional(Resolve(file, offset, type.Substring(0, type.Length - 1)));
        }

        var bracket = type.IndexOfAny(['<', '[']);
        return bracket < 0
            ? Single(file, offset, type)
            : Sized(file, offset, type.Substring(0, bracket), Limit(file, offset, type, bracket), type[bracket] == '[');
    }

    private Codec Sized(TableFile file, int offset, string element, string limit, bool isFixed)
    {
        switch (element)
        {
            case "string" when !isFixed:
                return new("string", $"reader.ReadString({limit})", $"writer.WriteString({{0}}, {limit})", "4", true)
                {
                    ArrayName = "String", TextLimit = limit,
                };
            case "opaque" when isFixed && limit == "16":
                return new("VirUuid", "reader.ReadUuid()", "writer.WriteUuid({0})", "16", true);
            case "opaque" or "char":
                var kind = (isFixed ? "Fixed" : "") + (element == "opaque" ? "Opaque" : "Chars");
                var least = !isFixed ? "4" : element == "opaque" ? limit : $"4 * {limit}";
                return new("byte[]", $"reader.Read{kind}({limit})", $"writer.Write{kind}({{0}}, {limit})", least, true);
        }

        var codec = Resolve(file, offset, element);
        if (isFixed || (codec.ArrayName is null && !codec.IsMessage && !codec.IsEnum))
        {
            throw new TableException(
                DiagnosticDescriptors.UnknownType, file, offset, element, "there is no array of this type");
        }

        var name = codec.ClrType + "[]";
        return codec switch
        {
            { TextLimit: { } text } => new(
                name, $"reader.ReadStringArray({limit}, {text})", $"writer.WriteStringArray({{0}}, {limit}, {text})",
                "4", true),
            { ArrayName: { } array } => new(
                name, $"reader.Read{array}Array({limit})", $"writer.Write{array}Array({{0}}, {limit})", "4", true),
            { IsEnum: true } => new(
                name, $"reader.ReadEnumArray<{codec.ClrType}>({limit})", $"writer.WriteEnumArray({{0}}, {limit})",
                "4", true),
            _ => new(
                name, $"reader.ReadArray<{codec.ClrType}>({limit})", $"writer.WriteArray({{0}}, {limit})", "4", true),
        };
    }

    private Codec Single(TableFile file, int offset, string type)
    {
        if (Primitive(type) is { } primitive)
        {
            return primitive;
        }

        if (table.Typedefs.TryGetValue(type, out var typedef))
        {
            return Resolve(typedef.File, typedef.Offset, typedef.Type);
        }

        if (table.Natives.TryGetValue(type, out var native))
        {
            return Message("global::" + native.ClrType);
        }

        if (table.Enums.TryGetValue(type, out var found) && found.Program is { } owner)
        {
            var name = $"global::{owner.Namespace}.{Names.Type(type, owner.Prefix)}";
            return new(name, $"({name})reader.ReadInt32()", "writer.WriteInt32((int){0})", "4") { IsEnum = true };
        }

        return table.Structs.TryGetValue(type, out var facts)
            ? Message($"global::{facts.Program.Namespace}.{Names.Type(type, facts.Program.Prefix)}")
            : throw new TableException(
                DiagnosticDescriptors.UnknownType, file, offset, type,
                "it is no primitive, typedef, native, enum or struct");
    }

    private static Codec Message(string name) =>
        new(name, $"{name}.Read(ref reader)", "{0}.Write(ref writer)", $"{name}.MinimumSize",
            true) { IsMessage = true };

    private static Codec Optional(Codec codec) => codec.TextLimit is { } limit
        ? new("string?", $"reader.ReadOptionalString({limit})", $"writer.WriteOptionalString({{0}}, {limit})", "4")
        : new(
            codec.ClrType + "?",
            $"reader.ReadBoolean() ? {codec.Read} : null",
            $"writer.WriteOptional({{0}})",
            "4");

    private static Codec? Primitive(string type)
    {
        var (clr, name, size, isArray) = type switch
        {
            "int" => ("int", "Int32", "4", true),
            "unsigned int" => ("uint", "UInt32", "4", true),
            "hyper" => ("long", "Int64", "8", true),
            "unsigned hyper" => ("ulong", "UInt64", "8", true),
            "double" => ("double", "Double", "8", false),
            "char" => ("sbyte", "SByte", "4", false),
            "unsigned char" => ("byte", "Byte", "4", false),
            "unsigned short" => ("ushort", "UInt16", "4", false),
            _ => ("", "", "", false),
        };
        return clr.Length == 0 ? null : new(clr, $"reader.Read{name}()", $"writer.Write{name}({{0}})", size)
        {
            ArrayName = isArray ? name : null,
        };
    }

    private string Limit(TableFile file, int offset, string type, int bracket)
    {
        var text = type.Substring(bracket + 1).TrimEnd('>', ']');
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || table.Constants.TryGetValue(text, out number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new TableException(DiagnosticDescriptors.UnknownLimit, file, offset, text, type);
    }
}
