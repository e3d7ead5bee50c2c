using System.Reflection;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Messages;

public sealed class EveryLimitTests
{
    [Fact]
    public void Every_bounded_field_takes_its_limit_and_refuses_one_more()
    {
        var checkedFields = 0;
        foreach (var (structure, field, _, max) in TableFacts.Bounded())
        {
            var type = TypeOf(structure);
            var property = type.GetProperty(Pascal(field))!;
            var element = property.PropertyType.GetElementType()!;
            Assert.Contains($"{max + 1} elements where {max} are the most", Write(type, property, element, max + 1),
                StringComparison.Ordinal);
            var atLimit = Write(type, property, element, max);
            Assert.True(atLimit.Length == 0 || !atLimit.Contains("are the most", StringComparison.Ordinal), atLimit);
            Assert.Equal("", Write(type, property, element, 0));
            checkedFields++;
        }

        Assert.Equal(153, checkedFields);
    }

    /// <summary>Writes a message with one array of so many elements, and says what was wrong with it.</summary>
    private static string Write(Type type, PropertyInfo property, Type element, int count)
    {
        var message = new SampleMessages(7).Make(type);
        property.SetValue(message, Array.CreateInstance(element, count));
        if (element == typeof(string))
        {
            Array.Fill((string[])property.GetValue(message)!, "");
        }

        try
        {
            var writer = new XdrWriter(new XdrBuffer());
            ((IXdrEncodable)message).Write(ref writer);
            return "";
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_RPC)
        {
            return error.Message;
        }
    }

    private static Type TypeOf(string structure)
    {
        var prefix = structure[..(structure.IndexOf('_', StringComparison.Ordinal) + 1)];
        var bare = structure[prefix.Length..];
        var name = bare.StartsWith("nonnull_", StringComparison.Ordinal) ? Pascal(prefix + bare["nonnull_".Length..])
            : Pascal(bare);
        return SampleMessages.All.Single(type => type.Name == name && type.Namespace!.EndsWith(
            prefix switch { "qemu_" => "QemuProgram", "admin_" => "Admin", _ => "Remote" }, StringComparison.Ordinal));
    }

    private static string Pascal(string name) => string.Concat(
        name.Split('_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
