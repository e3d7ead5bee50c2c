using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lodge.Qemu.Qmp;

/// <summary>JSON as libvirt hands it on: without the blanks that QEMU and the agent put between.</summary>
public static class CompactJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value without blanks; text stays as it is where JSON allows it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its JSON.</returns>
    public static string Of(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
