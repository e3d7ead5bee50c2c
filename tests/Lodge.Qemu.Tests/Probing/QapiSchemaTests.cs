using System.Text.Json;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Tests.Probing;

public sealed class QapiSchemaTests : IDisposable
{
    private readonly JsonDocument _document = JsonDocument.Parse("""
        [{"name": "add", "meta-type": "command", "arg-type": "1", "ret-type": "2", "features": ["json-cli"]},
         {"name": "1", "meta-type": "object", "tag": "type",
          "members": [{"name": "type", "type": "3"}, {"name": "next", "type": "1", "default": null}, {"name": "many", "type": "[1]"}],
          "variants": [{"case": "file", "type": "4"}]},
         {"name": "2", "meta-type": "object", "members": []},
         {"name": "3", "meta-type": "enum", "members": [{"name": "file", "features": ["slow"]}, {"name": "nbd"}], "values": ["file", "nbd", "old"]},
         {"name": "4", "meta-type": "object", "members": [{"name": "size", "type": "int"}, {"name": "either", "type": "5"}]},
         {"name": "5", "meta-type": "alternate", "members": [{"type": "int"}, {"type": "2"}, {"type": "3"}]},
         {"name": "[1]", "meta-type": "array", "element-type": "1"},
         {"name": "int", "meta-type": "builtin", "json-type": "int"},
         {"name": "LOOP", "meta-type": "event", "arg-type": "6"},
         {"name": "6", "meta-type": "array", "element-type": "6"}]
        """);

    public void Dispose() => _document.Dispose();

    [Theory]
    [InlineData("add", true)]
    [InlineData("sub", false)]
    [InlineData("add/$json-cli", true)]
    [InlineData("add/$other", false)]
    [InlineData("add/arg-type/type", true)]
    [InlineData("add/arg-type/type/^nbd", true)]
    [InlineData("add/arg-type/type/^old", true)]
    [InlineData("add/arg-type/type/^tape", false)]
    [InlineData("add/arg-type/type/^file/$slow", true)]
    [InlineData("add/arg-type/type/^nbd/$slow", false)]
    [InlineData("add/arg-type/*next", true)]
    [InlineData("add/arg-type/*type", false)]
    [InlineData("add/arg-type/next/next/many/next/type", true)]
    [InlineData("add/arg-type/+file/size/!int", true)]
    [InlineData("add/arg-type/+file/size/!string", false)]
    [InlineData("add/arg-type/+file/either/^nbd", true)]
    [InlineData("add/arg-type/+tape", false)]
    [InlineData("add/ret-type/type", false)]
    [InlineData("LOOP/arg-type/x", false)]
    public void A_path_is_followed_as_far_as_it_goes(string path, bool exists) =>
        Assert.Equal(exists, new QapiSchema(_document.RootElement).Has(path));
}
