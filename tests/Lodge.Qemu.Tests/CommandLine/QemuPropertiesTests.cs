using System.Text.Json;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Tests.CommandLine;

public sealed class QemuPropertiesTests
{
    [Fact]
    public void Values_keep_their_order_and_their_kind()
    {
        var properties = QemuProperties.Device("virtio-blk-pci")
            .Add("num-queues", 4L)
            .Add("share-rw", (bool?)true)
            .Add("cache", new QemuProperties().Add("direct", (bool?)false))
            .AddList("host-nodes", [0L, 3L]);

        Assert.Equal(
            """{"driver":"virtio-blk-pci","num-queues":4,"share-rw":true,"cache":{"direct":false},"host-nodes":[0,3]}""",
            properties.ToJson());
    }

    [Fact]
    public void What_is_not_set_is_not_written()
    {
        var properties = new QemuProperties()
            .Add("serial", (string?)null)
            .Add("packed", (bool?)null)
            .Add("size", (ulong?)null)
            .AddNonZero("bootindex", 0)
            .AddIfOn("readonly", false);

        Assert.Equal("{}", properties.ToJson());
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("a\\b\nc")]
    [InlineData("driver\":\"evil\",\"x")]
    [InlineData("käse🧀")]
    public void Hostile_text_comes_back_as_it_went_in(string text)
    {
        using var json = JsonDocument.Parse(new QemuProperties().Add("id", text).ToJson());

        Assert.Equal(text, json.RootElement.GetProperty("id").GetString());
        Assert.Single(json.RootElement.EnumerateObject());
    }

    [Fact]
    public void The_largest_sizes_survive()
    {
        var properties = new QemuProperties().Add("size", (ulong?)ulong.MaxValue);

        Assert.Equal("""{"size":18446744073709551615}""", properties.ToJson());
    }

    [Fact]
    public void Json_is_taken_over_and_given_back_unchanged()
    {
        const string Text = """{"a":[1,{"b":null}],"c":-5,"d":18446744073709551615,"e":true}""";
        using var json = JsonDocument.Parse(Text);

        Assert.Equal(Text, QemuProperties.FromJson(json.RootElement).ToJson());
    }

    [Fact]
    public void A_property_can_be_taken_out()
    {
        var properties = QemuProperties.Device("e1000").Add("mac", "52:54:00:00:00:01");

        Assert.True(properties.Remove("mac"));
        Assert.False(properties.Remove("mac"));
        Assert.Equal("""{"driver":"e1000"}""", properties.ToJson());
    }
}
